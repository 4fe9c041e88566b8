import { and, count, desc, eq, inArray, isNull, ne, not, type SQL } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { agencies, assets, editionAssets, editions, users } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { notFound } from '#lib/errors.ts';
import type { AssetId } from '#lib/ids.ts';
import { maySeeAsset, mayUploadFor } from '#lib/media/access.ts';
import { keptAmong, keptFrom } from '#lib/media/confidence.ts';
import { newsroomPhotoWidth } from '#lib/media/photo-view.ts';
import { photosFor } from '#lib/media/reads.ts';
import { readEditions } from '#lib/newsroom/edition-record.ts';
import { stateLabels } from '#lib/newsroom/labels.ts';
import { isEditor, isManagingEditor, maySee } from '#lib/newsroom/policy.ts';
import { dayIn } from '#lib/time-zone.ts';
import { newsroomMediaPath } from '#lib/urls.ts';
import { inUse, itemColumns, libraryItems, libraryPortal } from './library.ts';
import type { AssetCopy, AssetPage, AssetUse } from './library-shapes.ts';

/** Uses looked through; a logo on thousands of articles is counted, not listed. */
const mostUsesListed = 50;
const mostOthersShown = 8;

/**
 * One photo or document with its facts, its uses and what this person may do with it.
 *
 * @throws notFound when it is not there or this person may not see it
 */
export async function assetPage(actor: Actor, id: AssetId): Promise<AssetPage> {
  const portal = await libraryPortal(actor);
  const [row] = await database()
    .select({ item: itemColumns, asset: assets, uploader: users.name })
    .from(assets)
    .innerJoin(agencies, eq(agencies.id, assets.agencyId))
    .innerJoin(users, eq(users.id, assets.uploadedBy))
    .where(and(eq(assets.id, id), eq(assets.portalId, portal.id)));
  const isKept = (await keptAmong(database(), actor, [id])).has(id);
  if (row === undefined || isKept || !maySeeAsset(actor, row.asset)) throw notFound('asset');
  const { asset } = row;
  const sameBytes = and(eq(assets.hash, asset.hash), eq(assets.portalId, portal.id), ne(assets.id, id));
  const [[item], photos, uses, copies, twins] = await Promise.all([
    libraryItems(database(), [row.item], dayIn(now(), portal.timeZone)),
    photosFor(database(), [id]),
    usesFor(actor, id),
    othersOf(actor, eq(assets.derivedFrom, id)),
    othersOf(actor, and(sameBytes, isNull(assets.withdrawnAt))),
  ]);
  if (item === undefined) throw notFound('asset');
  const mayDescribe = mayUploadFor(actor, asset.portalId, asset.agencyId);
  const isWithdrawn = asset.withdrawnAt !== null;
  const renditions = photos.get(id)?.renditions ?? [];
  const large = renditions.findLast(
    ({ shape, format, width }) => shape === 'full' && format === 'webp' && width <= newsroomPhotoWidth,
  );
  return {
    ...item,
    agencyId: asset.agencyId,
    uploadedBy: row.uploader,
    uploadedAt: asset.uploadedAt,
    terms: asset.terms,
    takenOn: asset.takenOn,
    takenAt: asset.takenAt,
    largeSource: large === undefined ? item.source : newsroomMediaPath(large.key),
    withdrawn: asset.withdrawnAt === null ? null : { reason: asset.withdrawReason ?? '', at: asset.withdrawnAt },
    derivedFrom: asset.derivedFrom,
    copies,
    twins,
    ...uses,
    may: {
      describe: mayDescribe,
      withdraw: isEditor(actor, asset.portalId) && !isWithdrawn,
      restore: isManagingEditor(actor, asset.portalId) && isWithdrawn,
      replace: mayDescribe && asset.kind === 'photo',
    },
  };
}

/** The newest uses, those this person may see by title and the others as a number. */
async function usesFor(actor: Actor, id: AssetId): Promise<{ useList: AssetUse[]; hiddenUses: number }> {
  const naming = and(eq(editionAssets.assetId, id), inUse);
  const [[total], newest] = await Promise.all([
    database()
      .select({ uses: count() })
      .from(editionAssets)
      .innerJoin(editions, eq(editions.id, editionAssets.editionId))
      .where(naming),
    database()
      .select({ id: editions.id })
      .from(editionAssets)
      .innerJoin(editions, eq(editions.id, editionAssets.editionId))
      .where(naming)
      .orderBy(desc(editions.id))
      .limit(mostUsesListed),
  ]);
  const ids = newest.map((edition) => edition.id);
  const records =
    ids.length === 0
      ? []
      : await readEditions(database(), inArray(editions.id, ids), desc(editions.id), mostUsesListed);
  const useList = records
    .filter(({ facts }) => maySee(actor, facts))
    .map(({ edition, article }) => ({
      articleId: article.id,
      number: edition.number,
      title: edition.title || 'Tanpa judul',
      stateLabel: stateLabels[edition.state],
      isLive: edition.state === 'published' || edition.state === 'archived',
    }));
  return { useList, hiddenUses: (total?.uses ?? 0) - useList.length };
}

/** Other assets that show the same and that this person may see. */
async function othersOf(actor: Actor, which: SQL | undefined): Promise<AssetCopy[]> {
  const rows = await database()
    .select({ asset: assets, agencyName: agencies.shortName })
    .from(assets)
    .innerJoin(agencies, eq(agencies.id, assets.agencyId))
    .where(and(which, ne(assets.state, 'failed'), not(keptFrom(actor))))
    .orderBy(desc(assets.id))
    .limit(mostOthersShown);
  const seen = rows.filter(({ asset }) => maySeeAsset(actor, asset));
  const photos = await photosFor(
    database(),
    seen.map(({ asset }) => asset.id),
  );
  return seen.map(({ asset: { id }, agencyName }) => {
    const small = photos.get(id)?.renditions.find(({ shape, format }) => shape === 'full' && format === 'webp');
    return { assetId: id, agencyName, source: small === undefined ? null : newsroomMediaPath(small.key) };
  });
}
