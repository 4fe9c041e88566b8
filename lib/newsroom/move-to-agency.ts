import { and, eq, inArray, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import { agencies, coWriters, editions, memberships } from '#db/schema/index.ts';
import { type Actor, actorNow } from '#lib/accounts/actor.ts';
import { inForceAt } from '#lib/accounts/role-in-force.ts';
import { now } from '#lib/clock.ts';
import { conflict, invalid, notAllowed } from '#lib/errors.ts';
import type { AgencyId, ArticleId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';
import { setAgency } from './agency-of-article.ts';
import { type AgencyRow, type EditionRecord, readEdition } from './edition-record.ts';
import { recordForActor } from './edition-view.ts';
import { keepRevision } from './history.ts';
import { isEditor, isWriter, mayCreateIn, mayWrite, type Refusal, signingRole } from './policy.ts';
import { openEdition, type VerbResult } from './transition.ts';
import type { VerbInputOf } from './verb-inputs.ts';

/**
 * Moves an edition under way to another agency of the portal, and with it the article.
 *
 * An article that readers never had moves at once. One that they have moves when the edition goes live:
 * until then both agencies see it, readers see what was signed before, and the new agency is part of what is
 * signed. Whoever wrote it goes on as a co-writer.
 *
 * @throws not_found, not_allowed, conflict like every verb; invalid for an agency that cannot take it
 */
export function moveToAgency(actor: Actor, input: VerbInputOf<'moveToAgency'>): Promise<VerbResult> {
  return transaction(async (tx) => {
    const at = now();
    const asked = await actorNow(tx, actor);
    const record = await openEdition(tx, input.editionId, asked);
    const { edition, article, agency } = record;
    const refusal = moveRefusal(asked, record, input.agencyId);
    if (refusal) throw notAllowed(refusal.text);
    if (edition.version !== input.version) {
      throw conflict('Naskah ini baru saja diubah orang lain. Muat ulang, periksa perubahannya, lalu ulangi.');
    }
    const to = await agencyToTake(tx, record, input.agencyId);
    await keepWriters(tx, record, asked, at);
    const isNew = article.firstPublishedAt === null;
    if (isNew) await setAgency(tx, article, to.id, edition.id);
    await tx
      .update(editions)
      .set({
        agencyId: isNew || to.id === article.agencyId ? null : to.id,
        // Whoever leads the story is not its partner as well.
        jointAgencyIds: edition.jointAgencyIds.filter((id) => id !== to.id),
        version: sql`${editions.version} + 1`,
      })
      .where(eq(editions.id, edition.id));
    const moved = await readEdition(tx, edition.id);
    if (moved === undefined) throw new Error('An edition vanished while it was moved.');
    const { words, facts } = moved;
    const verb = 'move_to_agency';
    const contentHash = facts.currentHash;
    await keepRevision(tx, { editionId: edition.id, words, contentHash, by: asked.userId, verb, at });
    await recordEvent(tx, {
      portalId: article.portalId,
      actorId: asked.userId,
      actorRole: signingRole(asked, 'edit', record.facts),
      verb,
      articleId: article.id,
      editionId: edition.id,
      agencyId: to.id,
      detail: { from: agency.id, to: to.id, contentHash },
    });
    return { editionId: edition.id, articleId: article.id, version: moved.edition.version, state: facts.state };
  });
}

/** Why this person may not move the edition there: who could write it now, for an agency they write for, or the desk. */
export function moveRefusal(person: Actor, { facts, article }: EditionRecord, to: AgencyId): Refusal | undefined {
  const isDraft = facts.state === 'draft' || facts.state === 'returned';
  const isDesk = isEditor(person, article.portalId);
  if (!mayWrite(person, facts) && !(isDesk && isDraft)) {
    return {
      text: 'Naskah dapat dipindahkan selama masih draf atau dikembalikan, atau oleh redaktur yang memegangnya.',
    };
  }
  const mayGive = isDesk || (isWriter(person, facts) && mayCreateIn(person, article.portalId, to));
  return mayGive
    ? undefined
    : { text: 'Anda hanya dapat memindahkan naskah ke perangkat daerah tempat Anda menulis. Mintalah redaktur.' };
}

async function agencyToTake(tx: Transaction, { article, agency }: EditionRecord, to: AgencyId): Promise<AgencyRow> {
  const [row] = await tx
    .select()
    .from(agencies)
    .where(and(eq(agencies.id, to), eq(agencies.portalId, article.portalId), eq(agencies.isActive, true)));
  if (row === undefined) {
    throw invalid([
      { field: 'agencyId', code: 'agency_unknown', text: 'Perangkat daerah ini tidak dikenal. Pilih yang lain.' },
    ]);
  }
  if (row.id === agency.id) {
    throw invalid([
      { field: 'agencyId', code: 'agency_same', text: `Naskah ini sudah milik ${agency.shortName}. Pilih yang lain.` },
    ]);
  }
  return row;
}

/** Who began or wrote these words for an agency would lose sight of them with the move; the desk sees them anyway. */
async function keepWriters(tx: Transaction, { edition, facts }: EditionRecord, actor: Actor, at: Date): Promise<void> {
  const wrote = [facts.createdBy, ...facts.authorIds, ...(facts.submittedBy === null ? [] : [facts.submittedBy])];
  const writers = await tx
    .selectDistinct({ userId: memberships.userId })
    .from(memberships)
    .where(
      and(
        inArray(memberships.userId, wrote),
        eq(memberships.portalId, facts.portalId),
        inArray(memberships.role, ['contributor', 'verifier']),
        inForceAt(now()),
      ),
    );
  if (writers.length === 0) return;
  await tx
    .insert(coWriters)
    .values(writers.map(({ userId }) => ({ editionId: edition.id, userId, addedBy: actor.userId, addedAt: at })))
    .onConflictDoNothing();
}

/**
 * The agencies this person may move an article's current edition to; none where they may not move it.
 *
 * @throws not_found like every read of an article
 */
export async function agenciesToMoveTo(actor: Actor, articleId: ArticleId): Promise<{ id: AgencyId; name: string }[]> {
  const record = await recordForActor(actor, articleId);
  const rows = await database()
    .select({ id: agencies.id, name: agencies.name })
    .from(agencies)
    .where(and(eq(agencies.portalId, record.article.portalId), eq(agencies.isActive, true)))
    .orderBy(agencies.name);
  return rows.filter(({ id }) => id !== record.agency.id && moveRefusal(actor, record, id) === undefined);
}
