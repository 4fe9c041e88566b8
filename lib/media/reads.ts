import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { database, type Queryable } from '#db/client.ts';
import type { AssetState, PhotoOrigin, RenditionFormat, RenditionShape } from '#db/schema/enums.ts';
import { assets, renditions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { notFound } from '#lib/errors.ts';
import type { AgencyId, AssetId, PortalId } from '#lib/ids.ts';
import { maySeeAsset } from './access.ts';
import { keptAmong, keptFrom } from './confidence.ts';
import { isStorageKey, type StorageKey, type StoredMediaType } from './storage.ts';
import { readStored } from './stored-files.ts';

/** One derived picture. `key` is what the paths of `/media` and `/redaksi/media` end in. */
export type PhotoRendition = {
  shape: RenditionShape;
  format: RenditionFormat;
  width: number;
  height: number;
  bytes: number;
  key: string;
};

/** What the library says of a photo, to begin with wherever it is put. */
export type PhotoDefaults = { alt: string; caption: string; credit: string; focal: { x: number; y: number } };

/** A photo as the newsroom and the pages need it. */
export type AssetPhoto = {
  assetId: AssetId;
  portalId: PortalId;
  agencyId: AgencyId;
  /** As the uploader's device called it. */
  fileName: string;
  /** SHA-256 of the original, hexadecimal: what signatures cover. */
  hash: string;
  state: AssetState;
  /** Why it failed, in Indonesian. */
  failure: string | null;
  /** Pixels, upright once `state` is ready; before that as the file's header says. */
  width: number;
  height: number;
  /** Average colour, `#rrggbb`; null until ready. */
  colour: string | null;
  /** A data address of a few hundred bytes, for the newsroom; null until ready. */
  placeholder: string | null;
  withdrawn: boolean;
  /** Whether all agencies of the portal may use it. */
  isShared: boolean;
  origin: PhotoOrigin;
  /** The words that come along where it is used. */
  defaults: PhotoDefaults;
  /** The last day (`2026-01-14`) on which it may be used; null without an end. */
  rightsUntil: string | null;
  /** Counts the changes of what the library says of it. */
  version: number;
  /** From small to large, none until ready. */
  renditions: PhotoRendition[];
};

/** Photos by id; documents and what does not exist are left out. Says nothing of who may see them. */
export async function photosFor(queryable: Queryable, assetIds: readonly AssetId[]): Promise<Map<AssetId, AssetPhoto>> {
  if (assetIds.length === 0) return new Map();
  const ids = [...new Set(assetIds)];
  const [rows, derived] = await Promise.all([
    queryable
      .select(photoColumns)
      .from(assets)
      .where(and(inArray(assets.id, ids), eq(assets.kind, 'photo'))),
    queryable
      .select({ assetId: renditions.assetId, ...renditionColumns })
      .from(renditions)
      .where(inArray(renditions.assetId, ids))
      .orderBy(asc(renditions.shape), asc(renditions.format), asc(renditions.width)),
  ]);
  const photos = new Map(
    rows.map(({ withdrawnAt, sharedAt, alt, caption, credit, x, y, ...row }): [AssetId, AssetPhoto] => [
      row.assetId,
      {
        ...row,
        withdrawn: withdrawnAt !== null,
        isShared: sharedAt !== null,
        defaults: { alt, caption, credit, focal: { x, y } },
        renditions: [],
      },
    ]),
  );
  for (const { assetId, ...rendition } of derived) photos.get(assetId)?.renditions.push(rendition);
  return photos;
}

/**
 * One photo, for the newsroom.
 *
 * @throws notFound when it is not there or this actor may not see it
 */
export async function photoForActor(actor: Actor, assetId: AssetId): Promise<AssetPhoto> {
  const [place] = await database().select(placeColumns).from(assets).where(eq(assets.id, assetId));
  const photo = (await photosFor(database(), [assetId])).get(assetId);
  const isKept = (await keptAmong(database(), actor, [assetId])).has(assetId);
  if (photo === undefined || place === undefined || isKept || !maySeeAsset(actor, place)) throw notFound('photo');
  return photo;
}

/** A rendition that may be handed out. */
export type ServedRendition = {
  key: StorageKey;
  mediaType: StoredMediaType;
  bytes: number;
  /** The whole bytes, compared with their hash; null when the file is missing or altered (an alarm says so). */
  read(): Promise<Buffer | null>;
};

/** What readers may have: the rendition of a photo that has been published and is not withdrawn. Null for all else. */
export async function publicRendition(key: string): Promise<ServedRendition | null> {
  if (!isStorageKey(key)) return null;
  const [row] = await database()
    .select({ format: renditions.format, bytes: renditions.bytes })
    .from(renditions)
    .innerJoin(assets, eq(assets.id, renditions.assetId))
    .where(and(eq(renditions.key, key), isNotNull(assets.publicSince), isNull(assets.withdrawnAt)))
    .limit(1);
  return row === undefined ? null : served(key, row);
}

/**
 * A rendition for somebody in the newsroom. Withdrawn photos are shown too: somebody has to judge them.
 *
 * @throws notFound when it is not there or this actor may not see it
 */
export async function renditionForActor(actor: Actor, key: string): Promise<ServedRendition> {
  if (!isStorageKey(key)) throw notFound('rendition');
  const rows = await database()
    .select({
      format: renditions.format,
      bytes: renditions.bytes,
      publicSince: assets.publicSince,
      isKept: sql<boolean>`${keptFrom(actor)}`,
      withdrawnAt: assets.withdrawnAt,
      ...placeColumns,
    })
    .from(renditions)
    .innerJoin(assets, eq(assets.id, renditions.assetId))
    .where(eq(renditions.key, key));
  const row = rows.find(
    (asset) =>
      (asset.publicSince !== null && asset.withdrawnAt === null) || (!asset.isKept && maySeeAsset(actor, asset)),
  );
  if (row === undefined) throw notFound('rendition');
  return served(key, row);
}

/** A rendition of one of these photos that is not withdrawn; null for all else. */
export async function renditionOfAny(assetIds: readonly AssetId[], key: string): Promise<ServedRendition | null> {
  if (!isStorageKey(key) || assetIds.length === 0) return null;
  const [row] = await database()
    .select({ format: renditions.format, bytes: renditions.bytes })
    .from(renditions)
    .innerJoin(assets, eq(assets.id, renditions.assetId))
    .where(and(eq(renditions.key, key), inArray(assets.id, [...assetIds]), isNull(assets.withdrawnAt)))
    .limit(1);
  return row === undefined ? null : served(key, row);
}

function served(key: StorageKey, row: { format: RenditionFormat; bytes: number }): ServedRendition {
  return { key, mediaType: `image/${row.format}`, bytes: row.bytes, read: () => readStored(key) };
}

const placeColumns = {
  portalId: assets.portalId,
  agencyId: assets.agencyId,
  uploadedBy: assets.uploadedBy,
  sharedAt: assets.sharedAt,
};

const photoColumns = {
  assetId: assets.id,
  portalId: assets.portalId,
  agencyId: assets.agencyId,
  fileName: assets.fileName,
  hash: assets.hash,
  state: assets.state,
  failure: assets.failure,
  width: assets.width,
  height: assets.height,
  colour: assets.colour,
  placeholder: assets.placeholder,
  withdrawnAt: assets.withdrawnAt,
  sharedAt: assets.sharedAt,
  origin: assets.origin,
  alt: assets.alt,
  caption: assets.caption,
  credit: assets.credit,
  x: assets.focalX,
  y: assets.focalY,
  rightsUntil: assets.rightsUntil,
  version: assets.version,
};

const renditionColumns = {
  shape: renditions.shape,
  format: renditions.format,
  width: renditions.width,
  height: renditions.height,
  bytes: renditions.bytes,
  key: renditions.key,
};
