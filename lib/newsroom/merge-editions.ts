import { isDeepStrictEqual } from 'node:util';
import { eq, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import { articles, coWriters, decisionNotes, editions } from '#db/schema/index.ts';
import { type Actor, actorNow } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { conflict, invalid, notAllowed } from '#lib/errors.ts';
import type { AgencyId, ArticleId, EditionId, UserId } from '#lib/ids.ts';
import { type Credit, fieldLimits, type Source } from './article-input.ts';
import { type EditionRecord, lockArticle, readEdition } from './edition-record.ts';
import { keepRevision } from './history.ts';
import { isEditor, maySee, type Refusal, signingRole } from './policy.ts';
import { type AtTheEnd, finishSteps, openEdition, takeStep, type VerbResult } from './transition.ts';
import type { VerbInputOf } from './verb-inputs.ts';

/**
 * Takes another agency's version of the same story into the edition an editor holds. Its agencies become joint agencies,
 * its credits and sources are added, its writers may write on. The other edition is rejected
 * as a duplicate that names where it went; its words stay in it and can be read there.
 *
 * @throws not_found, not_allowed, conflict like every verb; invalid when more would be credited than fits
 */
export function mergeEditions(actor: Actor, input: VerbInputOf<'merge'>): Promise<VerbResult> {
  return transaction(async (tx) => {
    const at = now();
    const asked = await actorNow(tx, actor);
    // Always in the same order, so that two who merge the other way round never wait for each other.
    for (const id of [input.editionId, input.otherId].toSorted()) await lockArticle(tx, id);
    const kept = await openEdition(tx, input.editionId, asked);
    const taken = await openEdition(tx, input.otherId, asked);
    const refusal = mergeRefusal(asked, kept, taken);
    if (refusal) throw notAllowed(refusal.text);
    if (kept.edition.version !== input.version || taken.edition.version !== input.otherVersion) {
      throw conflict('Salah satu naskah baru saja diubah orang lain. Muat ulang, bandingkan lagi, lalu ulangi.');
    }
    const merged = await takeIn(tx, kept, taken, asked, at);
    const left = await closeTaken(tx, kept, taken, asked, at);
    const { entries } = left;
    const verb = 'merge';
    const { facts, words } = merged;
    await keepRevision(tx, {
      editionId: kept.edition.id,
      words,
      contentHash: facts.currentHash,
      by: asked.userId,
      verb,
      at,
    });
    const entry = { portalId: kept.article.portalId, actorId: asked.userId, verb } as const;
    entries.push({
      ...entry,
      actorRole: signingRole(asked, 'edit', kept.facts),
      articleId: kept.article.id,
      editionId: kept.edition.id,
      agencyId: kept.agency.id,
      detail: { taken: taken.article.id, contentHash: facts.currentHash },
    });
    entries.push({
      ...entry,
      actorRole: signingRole(asked, 'reject', taken.facts),
      articleId: taken.article.id,
      editionId: taken.edition.id,
      agencyId: taken.agency.id,
      detail: { into: kept.article.id },
    });
    await finishSteps(tx, left);
    const { version } = merged.edition;
    return { editionId: kept.edition.id, articleId: kept.article.id, version, state: facts.state };
  });
}

/** Why these two cannot be merged by this person; undefined when they can. */
export function mergeRefusal(person: Actor, kept: EditionRecord, taken: EditionRecord): Refusal | undefined {
  const refuse = (text: string): Refusal => ({ text });
  const { portalId } = kept.article;
  if (!isEditor(person, portalId) || kept.edition.claimedBy !== person.userId || kept.edition.state !== 'in_editing') {
    return refuse('Ambil dulu naskah yang akan diteruskan untuk disunting, lalu gabungkan naskah lain ke dalamnya.');
  }
  if (taken.article.id === kept.article.id || taken.article.portalId !== portalId) {
    return refuse('Kedua naskah ini tidak dapat digabungkan.');
  }
  if (kept.article.isConfidential || taken.article.isConfidential) {
    return refuse('Naskah rahasia tidak digabungkan: penulis yang satu belum tentu boleh membaca yang lain.');
  }
  if (taken.article.firstPublishedAt !== null) {
    return refuse('Artikel yang sudah pernah terbit tidak digabungkan. Mulai edisi barunya atau tariklah.');
  }
  switch (taken.edition.state) {
    case 'submitted':
    case 'verified':
      return undefined;
    case 'in_editing':
      return taken.edition.claimedBy === person.userId
        ? undefined
        : refuse('Naskah lain itu sedang dipegang redaktur lain. Mintalah ia melepasnya dulu.');
    case 'approved':
    case 'scheduled':
      return refuse('Naskah lain itu sudah disetujui. Ambil dulu untuk disunting, lalu gabungkan.');
    default:
      return refuse('Hanya naskah yang menunggu di redaksi yang dapat digabungkan.');
  }
}

async function takeIn(
  tx: Transaction,
  kept: EditionRecord,
  taken: EditionRecord,
  actor: Actor,
  at: Date,
): Promise<EditionRecord> {
  const jointAgencyIds = unique<AgencyId>([
    ...kept.edition.jointAgencyIds,
    taken.agency.id,
    ...taken.edition.jointAgencyIds,
  ]).filter((id) => id !== kept.agency.id);
  const credits = unique<Credit>([...kept.edition.credits, ...taken.edition.credits]);
  const sources = unique<Source>([...kept.edition.sources, ...taken.edition.sources]);
  refuseTooMany('jointAgencyIds', jointAgencyIds.length, fieldLimits.jointAgencies, 'perangkat daerah lain');
  refuseTooMany('credits', credits.length, fieldLimits.credits, 'nama');
  refuseTooMany('sources', sources.length, fieldLimits.sources, 'sumber');
  await tx
    .update(editions)
    .set({ jointAgencyIds, credits, sources, version: sql`${editions.version} + 1` })
    .where(eq(editions.id, kept.edition.id));
  const writers = unique<UserId>([
    taken.facts.createdBy,
    ...taken.facts.coWriterIds,
    ...(taken.facts.submittedBy === null ? [] : [taken.facts.submittedBy]),
  ]);
  await tx
    .insert(coWriters)
    .values(writers.map((userId) => ({ editionId: kept.edition.id, userId, addedBy: actor.userId, addedAt: at })))
    .onConflictDoNothing();
  const merged = await readEdition(tx, kept.edition.id);
  if (merged === undefined) throw new Error('An edition vanished while another was merged into it.');
  return merged;
}

/** Rejects the edition that was taken in, in the words its writers read. */
async function closeTaken(
  tx: Transaction,
  kept: EditionRecord,
  taken: EditionRecord,
  actor: Actor,
  at: Date,
): Promise<AtTheEnd> {
  const left: AtTheEnd = { entries: [], renewed: [] };
  const reasonCode = 'duplicate';
  const text = `Digabungkan ke naskah ${kept.agency.shortName}: “${kept.edition.title}”. Anda ikut menjadi penulisnya.`;
  await takeStep({ tx, record: taken, at, performer: actor, ...left }, 'reject', {
    input: { reason: text },
    detail: { reasonCode, mergedInto: kept.article.id },
  });
  await tx.update(editions).set({ mergedInto: kept.article.id }).where(eq(editions.id, taken.edition.id));
  await tx
    .insert(decisionNotes)
    .values({ editionId: taken.edition.id, verb: 'reject', reasonCode, text, by: actor.userId, at });
  return left;
}

/** Each entry once, in the order in which it first came. */
function unique<T>(list: readonly T[]): T[] {
  return list.filter((one, index) => list.findIndex((other) => isDeepStrictEqual(one, other)) === index);
}

function refuseTooMany(field: string, count: number, most: number, name: string): void {
  if (count <= most) return;
  throw invalid([
    {
      field,
      code: 'merge_too_many',
      text: `Setelah digabungkan ada ${count} ${name}, paling banyak ${most}. Kurangi dulu di salah satu naskah.`,
    },
  ]);
}

/** What was merged into an article, and what an edition was merged into, as far as this person may see it. */
export type Merged = {
  into: { articleId: ArticleId; title: string } | null;
  taken: { articleId: ArticleId; editionId: EditionId; title: string; agencyName: string; isReadable: boolean }[];
};

/** The merges around an edition. Of what the person may not see stays which agency it came from. */
export async function mergesAround(actor: Actor, record: EditionRecord): Promise<Merged> {
  const [target] =
    record.edition.mergedInto === null
      ? []
      : await database()
          .select({ id: editions.id })
          .from(editions)
          .innerJoin(articles, eq(articles.id, editions.articleId))
          .where(eq(articles.id, record.edition.mergedInto))
          .orderBy(sql`${editions.number} desc`)
          .limit(1);
  const into = target === undefined ? undefined : await readEdition(database(), target.id);
  const takenIds = await database()
    .select({ id: editions.id })
    .from(editions)
    .where(eq(editions.mergedInto, record.article.id))
    .orderBy(editions.id);
  const taken: Merged['taken'] = [];
  for (const { id } of takenIds) {
    const other = await readEdition(database(), id);
    if (other === undefined) continue;
    const isReadable = maySee(actor, other.facts);
    taken.push({
      articleId: other.article.id,
      editionId: id,
      title: isReadable ? other.edition.title : '',
      agencyName: other.agency.shortName,
      isReadable,
    });
  }
  return {
    into:
      into !== undefined && maySee(actor, into.facts)
        ? { articleId: into.article.id, title: into.edition.title }
        : null,
    taken,
  };
}
