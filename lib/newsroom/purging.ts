import { and, asc, eq, gte, isNull, lte, notExists, or, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import { articleImports, assets, comments, editions, revisions, suggestions } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { AssetId, EditionId } from '#lib/ids.ts';
import { addJob } from '#lib/jobs/queue.ts';
import { removeAsset } from '#lib/media/removal.ts';
import { recordEvent } from '#lib/record/events.ts';
import { emptyWords, type Words } from './article-input.ts';
import { lockArticle, readEdition } from './edition-record.ts';
import { assetsOf } from './readiness.ts';
import { canStillUndiscard, undiscardDays } from './workflow.ts';

/** Editions looked up at once. */
const batch = 100;

/**
 * Empties the words of editions that can no longer be brought back, in every version kept of
 * them, and asks for the removal of their photos. Rows, hashes, signatures and the log stay.
 */
export async function purgeDiscarded(): Promise<void> {
  const before = new Date(now().getTime() - undiscardDays * 24 * 60 * 60 * 1000);
  for (;;) {
    const due = await database()
      .select({ id: editions.id })
      .from(editions)
      .where(and(eq(editions.state, 'discarded'), isNull(editions.purgedAt), lte(editions.discardedAt, before)))
      .orderBy(asc(editions.id))
      .limit(batch);
    for (const { id } of due) await purgeEdition(id);
    if (due.length < batch) return;
  }
}

async function purgeEdition(id: EditionId): Promise<void> {
  await transaction(async (tx) => {
    await lockArticle(tx, id);
    const record = await readEdition(tx, id, true);
    const at = now();
    // Somebody may have brought it back, or another machine been faster.
    if (record === undefined || record.edition.state !== 'discarded' || record.edition.purgedAt !== null) return;
    if (canStillUndiscard(record.facts, at)) return;
    const photos = await photosEverIn(tx, id, record.words);
    await tx
      .update(editions)
      .set({ ...emptyWords(record.words), purgedAt: at, version: sql`${editions.version} + 1` })
      .where(eq(editions.id, id));
    await tx
      .update(revisions)
      .set({ words: emptyWords(record.words), settledAt: sql`coalesce(${revisions.settledAt}, ${at.toISOString()})` })
      .where(eq(revisions.editionId, id));
    // What was said about the words quotes them.
    const said = { text: '', quote: '', prefix: '', suffix: '' };
    await tx.update(comments).set(said).where(eq(comments.editionId, id));
    const proposed = { quote: '', prefix: '', suffix: '', replacement: '', note: '' };
    await tx.update(suggestions).set(proposed).where(eq(suggestions.editionId, id));
    // The report of an import quotes the words.
    await tx.delete(articleImports).where(eq(articleImports.articleId, record.article.id));
    for (const assetId of photos) await addJob(tx, 'purge_photo', { assetId }, { jobKey: `purge:${assetId}` });
    await recordEvent(tx, {
      portalId: record.article.portalId,
      actorId: null,
      actorRole: null,
      verb: 'purge',
      articleId: record.article.id,
      editionId: id,
      agencyId: record.agency.id,
      fromState: 'discarded',
      toState: 'discarded',
      detail: { contentHash: record.facts.currentHash, photos: photos.length },
    });
  });
}

async function photosEverIn(tx: Transaction, id: EditionId, words: Words): Promise<AssetId[]> {
  const kept = await tx.select({ words: revisions.words }).from(revisions).where(eq(revisions.editionId, id));
  return [...new Set([words, ...kept.map((revision) => revision.words)].flatMap(assetsOf))];
}

/**
 * Removes the files of a photo that stood in a purged edition, unless readers ever had it, it stands
 * in another edition, or somebody keeps it in the library.
 */
export async function purgePhoto(assetId: AssetId): Promise<void> {
  const [unused] = await database()
    .select({ id: assets.id })
    .from(assets)
    .where(
      and(
        eq(assets.id, assetId),
        isNull(assets.publicSince),
        isNull(assets.withdrawnAt),
        isNull(assets.keptAt),
        notExists(using(assetId)),
      ),
    );
  if (unused !== undefined) await removeAsset(assetId);
}

/** Editions with the photo of the query around: their last words are younger than the photo. */
function using(assetId: AssetId) {
  // Ids are random, so finding one as text is finding the photo.
  const named = [editions.body, editions.cover, editions.attachments].map(
    (column) => sql`strpos(${column}::text, ${assetId}) > 0`,
  );
  return database()
    .select({ id: editions.id })
    .from(editions)
    .where(and(gte(sql`coalesce(${editions.lastTypedAt}, ${editions.createdAt})`, assets.uploadedAt), or(...named)));
}
