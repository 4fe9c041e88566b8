import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { type Queryable, type Transaction, transaction } from '#db/client.ts';
import { liveStates, workingStates } from '#db/schema/enums.ts';
import { articles, editions, signatures, signatureVoids, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { conflict, notAllowed } from '#lib/errors.ts';
import type { ArticleId, UserId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';
import type { AccountInput } from './account-input.ts';
import type { Actor } from './actor.ts';
import { changedMeanwhile, keepAnAdmin, openRoles, personToChange, type UserRow } from './administration.ts';
import { expireCodes } from './codes.ts';
import { endAllSessions } from './sessions.ts';

/** An article readers see, or saw, on the word of a suspended person. */
export type SignedArticle = { articleId: ArticleId; title: string; slug: string };

/** What a suspension did beyond closing the account. */
export type Suspension = { voided: number; toReview: SignedArticle[] };

/**
 * Closes an account at once: sessions end, codes die. For abuse, the person's signatures on
 * editions that are not published stop counting, and the published ones are named for review.
 *
 * @throws notAllowed for oneself and for the last admin of a portal
 */
export function suspend(actor: Actor, input: AccountInput<'suspend'>): Promise<Suspension> {
  return transaction(async (tx) => {
    const { userId, version, reason, forAbuse } = input;
    const person = await personToChange(tx, actor, userId);
    if (userId === actor.userId) throw notAllowed('Anda tidak dapat membekukan akun sendiri.');
    if (person.version !== version) throw changedMeanwhile();
    if (person.suspendedAt !== null && (person.suspendedForAbuse || !forAbuse)) {
      throw conflict('Akun ini sudah dibekukan.');
    }
    await closeAccount(tx, person, forAbuse);
    const voided = forAbuse ? await voidSignatures(tx, actor, userId, reason) : 0;
    const toReview = forAbuse ? await signedAndPublished(tx, userId) : [];
    await recordEvent(tx, {
      portalId: null,
      actorId: actor.userId,
      actorRole: 'admin',
      verb: 'suspend',
      subjectId: userId,
      detail: { reason, forAbuse, voided, toReview: toReview.map((article) => article.articleId) },
    });
    return { voided, toReview };
  });
}

/**
 * Closes an account inside the transaction that gives the reason: no session and no code opens it any more.
 *
 * @param person whose row the caller holds
 * @throws notAllowed for the last admin of a portal
 */
export async function closeAccount(tx: Transaction, person: UserRow, forAbuse: boolean): Promise<void> {
  for (const held of await openRoles(tx, person.id)) {
    if (held.role === 'admin' && held.effectiveAt !== null) await keepAnAdmin(tx, held.portalId, person.id);
  }
  await tx
    .update(users)
    .set({ suspendedAt: person.suspendedAt ?? now(), suspendedForAbuse: forAbuse, version: person.version + 1 })
    .where(eq(users.id, person.id));
  await endAllSessions(tx, person.id);
  await expireCodes(tx, person.id);
}

/** Opens the account again. Signatures that were voided stay void. */
export function unsuspend(actor: Actor, { userId, version }: AccountInput<'unsuspend'>): Promise<void> {
  return transaction(async (tx) => {
    const person = await personToChange(tx, actor, userId);
    if (person.version !== version) throw changedMeanwhile();
    if (person.suspendedAt === null) throw conflict('Akun ini tidak sedang dibekukan.');
    await tx
      .update(users)
      .set({ suspendedAt: null, suspendedForAbuse: false, dormancyWarnedAt: null, version: version + 1 })
      .where(eq(users.id, userId));
    await recordEvent(tx, {
      portalId: null,
      actorId: actor.userId,
      actorRole: 'admin',
      verb: 'unsuspend',
      subjectId: userId,
    });
  });
}

async function voidSignatures(tx: Transaction, actor: Actor, userId: UserId, reason: string): Promise<number> {
  // Held like every verb holds its edition: a publication either sees the voids or came before them.
  const signed = tx.select({ id: signatures.editionId }).from(signatures).where(eq(signatures.userId, userId));
  const unpublished = await tx
    .select({ id: editions.id })
    .from(editions)
    .where(and(inArray(editions.id, signed), inArray(editions.state, [...workingStates])))
    .orderBy(asc(editions.id))
    .for('no key update');
  if (unpublished.length === 0) return 0;
  const counting = await tx
    .select({ id: signatures.id })
    .from(signatures)
    .leftJoin(signatureVoids, eq(signatureVoids.signatureId, signatures.id))
    .where(
      and(
        eq(signatures.userId, userId),
        isNull(signatureVoids.signatureId),
        inArray(
          signatures.editionId,
          unpublished.map((edition) => edition.id),
        ),
      ),
    );
  if (counting.length === 0) return 0;
  const at = now();
  await tx.insert(signatureVoids).values(counting.map(({ id }) => ({ signatureId: id, reason, by: actor.userId, at })));
  return counting.length;
}

/** Articles with a live edition that carries a signature of this person. */
export function signedAndPublished(queryable: Queryable, userId: UserId): Promise<SignedArticle[]> {
  return queryable
    .selectDistinct({ articleId: articles.id, title: editions.title, slug: articles.slug })
    .from(signatures)
    .innerJoin(editions, eq(editions.id, signatures.editionId))
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(and(eq(signatures.userId, userId), inArray(editions.state, [...liveStates])))
    .orderBy(asc(articles.id))
    .then((rows) => rows.map((row) => ({ ...row, slug: row.slug ?? '' })));
}
