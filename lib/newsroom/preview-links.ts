import { and, desc, eq, isNull } from 'drizzle-orm';
import { database, type Queryable, type Transaction, transaction } from '#db/client.ts';
import { editions, previewLinks, users } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { hashOfSecret, randomToken } from '#lib/accounts/secrets.ts';
import { now } from '#lib/clock.ts';
import { conflict, notAllowed, notFound } from '#lib/errors.ts';
import type { ArticleId, EditionId, PortalId, PreviewLinkId } from '#lib/ids.ts';
import type { EventVerb } from '#lib/record/event-labels.ts';
import { recordEvent } from '#lib/record/events.ts';
import type { EditionRecord } from './edition-record.ts';
import { recordForActor } from './edition-view.ts';
import { mayShare, signingRole } from './policy.ts';
import { openEdition } from './transition.ts';
import type { VerbInputOf } from './verb-inputs.ts';
import { isBeforeReaders } from './workflow.ts';

/** A preview link as the newsroom sees it. The secret is not among it. */
export type PreviewLinkView = {
  id: PreviewLinkId;
  guestName: string;
  mayComment: boolean;
  by: string;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
  openings: number;
  lastOpenedAt: Date | null;
  comments: number;
  isOpen: boolean;
};

const day = 24 * 60 * 60 * 1000;

/**
 * Makes a secret address at which somebody without an account reads this edition for some days: a
 * source who checks a quote.
 *
 * @returns the secret, this one time: only its hash is kept
 * @throws not_found when the actor may not see the edition, not_allowed for anyone but its writers and
 * editors, conflict once readers have it or it will never come to them
 */
export function createPreviewLink(
  actor: Actor,
  input: VerbInputOf<'createPreviewLink'>,
): Promise<{ token: string; portalId: PortalId }> {
  const token = randomToken();
  return transaction(async (tx) => {
    const record = await openEdition(tx, input.editionId, actor);
    if (!mayShare(actor, record.facts))
      throw notAllowed('Hanya penulis naskah ini dan redaktur yang dapat membuat tautan pratinjau.');
    if (!isBeforeReaders(record.facts.state))
      throw conflict('Tautan pratinjau hanya untuk naskah yang belum terbit. Muat ulang halaman.');
    const at = now();
    const expiresAt = new Date(at.getTime() + input.days * day);
    const { guestName, mayComment } = input;
    await tx.insert(previewLinks).values({
      ...{ guestName, mayComment, expiresAt },
      articleId: record.article.id,
      editionId: input.editionId,
      tokenHash: hashOfSecret('preview', token),
      createdBy: actor.userId,
      createdAt: at,
    });
    await tell(tx, actor, record, 'create_preview_link', {
      ...{ guestName, mayComment },
      expiresAt: expiresAt.toISOString(),
    });
    return { token, portalId: record.article.portalId };
  });
}

/**
 * Closes a preview link at once.
 *
 * @throws not_found for a link of an article the actor may not see, not_allowed as for making one
 */
export function revokePreviewLink(actor: Actor, { linkId }: VerbInputOf<'revokePreviewLink'>): Promise<void> {
  return transaction(async (tx) => {
    const [link] = await tx.select().from(previewLinks).where(eq(previewLinks.id, linkId));
    if (link === undefined) throw notFound('preview_link');
    const record = await openEdition(tx, link.editionId, actor);
    if (!mayShare(actor, record.facts))
      throw notAllowed('Hanya penulis naskah ini dan redaktur yang dapat mencabut tautan pratinjau.');
    const revoked = await tx
      .update(previewLinks)
      .set({ revokedAt: now(), revokedBy: actor.userId })
      .where(and(eq(previewLinks.id, linkId), isNull(previewLinks.revokedAt)))
      .returning({ id: previewLinks.id });
    if (revoked.length > 0) await tell(tx, actor, record, 'revoke_preview_link', { guestName: link.guestName });
  });
}

async function tell(
  tx: Transaction,
  actor: Actor,
  { article, facts, edition }: EditionRecord,
  verb: EventVerb,
  detail: Record<string, unknown>,
): Promise<void> {
  await recordEvent(tx, {
    portalId: article.portalId,
    actorId: actor.userId,
    actorRole: signingRole(actor, 'start_edition', facts),
    verb,
    articleId: article.id,
    editionId: edition.id,
    agencyId: article.agencyId,
    detail,
  });
}

/**
 * The preview links of an article, newest first; null for somebody who may read it but not share it.
 *
 * @throws not_found for an article the actor may not see
 */
export async function previewLinksFor(actor: Actor, article: ArticleId): Promise<PreviewLinkView[] | null> {
  const { facts } = await recordForActor(actor, article);
  if (!mayShare(actor, facts)) return null;
  const rows = await database()
    .select({ link: previewLinks, by: users.name, state: editions.state })
    .from(previewLinks)
    .innerJoin(users, eq(users.id, previewLinks.createdBy))
    .innerJoin(editions, eq(editions.id, previewLinks.editionId))
    .where(eq(previewLinks.articleId, article))
    .orderBy(desc(previewLinks.id))
    .limit(50);
  const at = now();
  return rows.map(({ link, by, state }) => ({
    id: link.id,
    guestName: link.guestName,
    mayComment: link.mayComment,
    by,
    createdAt: link.createdAt,
    expiresAt: link.expiresAt,
    revokedAt: link.revokedAt,
    openings: link.openings,
    lastOpenedAt: link.lastOpenedAt,
    comments: link.comments,
    isOpen: link.revokedAt === null && link.expiresAt > at && isBeforeReaders(state),
  }));
}

/** A link that a guest holds, as long as it is open. */
export type GuestPass = {
  linkId: PreviewLinkId;
  articleId: ArticleId;
  editionId: EditionId;
  guestName: string;
  mayComment: boolean;
  expiresAt: Date;
};

/**
 * What a secret opens now. A link closes by its time, when it is revoked, when readers get the
 * edition, and when whoever made it may no longer see it.
 */
export async function guestPass(token: string, queryable: Queryable = database()): Promise<GuestPass | null> {
  const [row] = await queryable
    .select({ link: previewLinks, state: editions.state, suspendedAt: users.suspendedAt })
    .from(previewLinks)
    .innerJoin(editions, eq(editions.id, previewLinks.editionId))
    .innerJoin(users, eq(users.id, previewLinks.createdBy))
    .where(eq(previewLinks.tokenHash, hashOfSecret('preview', token)));
  if (row === undefined || row.suspendedAt !== null) return null;
  const { id, articleId, editionId, guestName, mayComment, expiresAt, revokedAt } = row.link;
  const isOpen = revokedAt === null && expiresAt > now() && isBeforeReaders(row.state);
  return isOpen ? { linkId: id, articleId, editionId, guestName, mayComment, expiresAt } : null;
}
