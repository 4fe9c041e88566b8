import { and, desc, eq, inArray } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { assets, editionAssets, editions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { domainErrorCode, invalid, notAllowed, notFound } from '#lib/errors.ts';
import type { ArticleId, AssetId, EditionId } from '#lib/ids.ts';
import { maySeeAsset, mayUploadFor } from '#lib/media/access.ts';
import { keptAmong } from '#lib/media/confidence.ts';
import { hashOfRow, readEdition, wordsOf } from '#lib/newsroom/edition-record.ts';
import { keepTyping } from '#lib/newsroom/history.ts';
import { copyAsDraft } from '#lib/newsroom/publishing.ts';
import { takeStep, walk } from '#lib/newsroom/transition.ts';
import { recordEvent } from '#lib/record/events.ts';
import { dayIn } from '#lib/time-zone.ts';
import { type AssetRow, entryOf } from './describe.ts';
import { exchangePhoto } from './exchange-photo.ts';
import type { LibraryInput } from './facts-input.ts';
import { libraryPortal } from './library.ts';
import { rightsStateOn } from './rights.ts';

/** Articles prepared in one go; whoever needs more repeats it. */
const mostPrepared = 100;

/** What came of preparing: drafts that wait for signatures, and articles that stay as they are, with the reason. */
export type Prepared = {
  prepared: { articleId: ArticleId; title: string }[];
  skipped: { articleId: ArticleId; title: string; reason: string }[];
};

/**
 * Begins a minor edition of every live article that shows a photo, with another one in its place.
 * Nothing changes for readers before each of them is signed like any other. An article that somebody
 * works on already, or whose next edition this person may not begin, stays and is named.
 *
 * Each article is a transaction of its own: repeating it after a break goes on with what is left.
 *
 * @throws notFound for what the actor may not see; notAllowed for another agency's photo; invalid
 * when the other photo is not ready to stand in an article
 */
export async function prepareReplacement(
  actor: Actor,
  { assetId, byAssetId }: LibraryInput<'prepareReplacement'>,
): Promise<Prepared> {
  const portal = await libraryPortal(actor);
  const old = await photoOf(actor, assetId);
  const replacement = await photoOf(actor, byAssetId);
  if (!mayUploadFor(actor, old.portalId, old.agencyId))
    throw notAllowed('Hanya perangkat daerah pemilik foto ini dan redaktur yang dapat menggantinya.');
  refuseUnready(old, replacement, dayIn(now(), portal.timeZone));
  const result: Prepared = { prepared: [], skipped: [] };
  for (const { editionId, articleId, title } of await liveUses(assetId)) {
    const reason = await prepareOne(actor, editionId, old, replacement);
    if (reason === null) result.prepared.push({ articleId, title });
    else if (reason !== 'unseen') result.skipped.push({ articleId, title, reason });
  }
  await transaction((tx) =>
    recordEvent(
      tx,
      entryOf(actor, old, 'prepare_replacement', {
        by: byAssetId,
        prepared: result.prepared.length,
        skipped: result.skipped.length,
      }),
    ),
  );
  return result;
}

async function photoOf(actor: Actor, id: AssetId): Promise<AssetRow> {
  const [row] = await database().select().from(assets).where(eq(assets.id, id));
  const isKept = (await keptAmong(database(), actor, [id])).has(id);
  if (row === undefined || isKept || row.kind !== 'photo' || !maySeeAsset(actor, row)) throw notFound('photo');
  return row;
}

function refuseUnready(old: AssetRow, replacement: AssetRow, today: string): void {
  const refuse = (code: string, text: string) => invalid([{ field: 'byAssetId', code, text }]);
  if (old.id === replacement.id) throw refuse('same_photo', 'Foto penggantinya sama. Pilih foto lain.');
  if (replacement.portalId !== old.portalId) throw notFound('photo');
  if (replacement.withdrawnAt !== null || replacement.state === 'failed')
    throw refuse('photo_unusable', 'Foto pengganti ini ditarik atau gagal diolah. Pilih foto lain.');
  if (replacement.alt === '' || replacement.credit === '')
    throw refuse(
      'photo_undescribed',
      'Lengkapi teks alternatif dan kredit foto penggantinya di pustaka lebih dulu, supaya edisinya siap ditandatangani.',
    );
  if (rightsStateOn(replacement.rightsUntil, today) === 'expired')
    throw refuse('rights_expired', 'Izin pemakaian foto pengganti ini sudah habis. Pilih foto lain.');
}

async function liveUses(assetId: AssetId) {
  return database()
    .select({ editionId: editions.id, articleId: editions.articleId, title: editions.title })
    .from(editionAssets)
    .innerJoin(editions, eq(editions.id, editionAssets.editionId))
    .where(and(eq(editionAssets.assetId, assetId), inArray(editions.state, ['published', 'archived'])))
    .orderBy(desc(editions.id))
    .limit(mostPrepared);
}

/** @returns null when a draft was begun, else why not */
async function prepareOne(
  actor: Actor,
  editionId: EditionId,
  old: AssetRow,
  replacement: AssetRow,
): Promise<string | null> {
  try {
    await walk(actor, editionId, async (step) => {
      const { agencyId } = step.record.article;
      const isUsable =
        replacement.sharedAt !== null ||
        replacement.agencyId === agencyId ||
        mayUploadFor(actor, replacement.portalId, replacement.agencyId);
      if (!isUsable) throw notAllowed('Foto pengganti milik perangkat daerah lain dan belum dibagikan.');
      let begun: EditionId | undefined;
      const detail = { changeType: 'minor', replaces: old.id, by: replacement.id };
      const after = async () => {
        begun = await copyAsDraft(step, { changeType: 'minor', publicNote: '', by: actor });
        if (begun === undefined) throw new Error('A new edition was not begun.');
        const draft = await readEdition(step.tx, begun);
        if (draft === undefined) throw new Error('A new edition vanished.');
        const changed = exchangePhoto(draft.words, old.id, replacement);
        const { at } = step;
        const [row] = await step.tx
          .update(editions)
          .set({ body: changed.body, cover: changed.cover, lastTypedAt: at, lastTypedBy: actor.userId })
          .where(eq(editions.id, begun))
          .returning();
        if (row === undefined) throw new Error('A new edition vanished.');
        const contentHash = hashOfRow(row, draft.article);
        await keepTyping(step.tx, { editionId: begun, words: wordsOf(row), contentHash, by: actor.userId, at });
      };
      return takeStep(step, 'start_edition', { detail, after });
    });
    return null;
  } catch (error) {
    const code = domainErrorCode(error);
    if (code === 'not_found') return 'unseen';
    if ((code === 'not_allowed' || code === 'conflict') && error instanceof Error) return error.message;
    throw error;
  }
}
