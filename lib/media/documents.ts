import { and, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { database, type Queryable } from '#db/client.ts';
import type { AssetState } from '#db/schema/enums.ts';
import { assets } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { notFound } from '#lib/errors.ts';
import type { AgencyId, AssetId, PortalId } from '#lib/ids.ts';
import { maySeeAsset } from './access.ts';
import { keptAmong, keptFrom } from './confidence.ts';
import { documentKey, hashOfKey, isDocumentKey, storageKey } from './storage.ts';
import { type StoredFile, storedFile } from './stored-files.ts';

/** A PDF as the newsroom and the pages need it. */
export type AssetDocument = {
  assetId: AssetId;
  portalId: PortalId;
  agencyId: AgencyId;
  /** SHA-256 of its bytes, hexadecimal: what signatures cover. */
  hash: string;
  /** As the uploader's device called it. */
  fileName: string;
  bytes: number;
  /** What the paths of `/media` and `/redaksi/media` end in. */
  key: string;
  /** `failed` once its file was removed with the draft it stood in. */
  state: AssetState;
  withdrawn: boolean;
  /** Whether all agencies of the portal may use it. */
  isShared: boolean;
  /** Counts the changes of what the library says of it. */
  version: number;
  /** Whether readers may have it now. */
  isPublic: boolean;
};

/** Documents by id; photos and what does not exist are left out. Says nothing of who may see them. */
export async function documentsFor(
  queryable: Queryable,
  assetIds: readonly AssetId[],
): Promise<Map<AssetId, AssetDocument>> {
  if (assetIds.length === 0) return new Map();
  const rows = await queryable
    .select(documentColumns)
    .from(assets)
    .where(and(inArray(assets.id, [...new Set(assetIds)]), eq(assets.kind, 'document')));
  return new Map(
    rows.map(({ withdrawnAt, sharedAt, publicSince, ...row }): [AssetId, AssetDocument] => [
      row.assetId,
      {
        ...row,
        key: documentKey(row.hash),
        withdrawn: withdrawnAt !== null,
        isShared: sharedAt !== null,
        isPublic: publicSince !== null && withdrawnAt === null,
      },
    ]),
  );
}

/** Whether readers may have the document of this key now: published, not withdrawn, not removed. */
export async function isPublicDocument(key: string): Promise<boolean> {
  if (!isDocumentKey(key)) return false;
  const [row] = await database()
    .select({ id: assets.id })
    .from(assets)
    .where(and(ofKey(key), isNotNull(assets.publicSince), isNull(assets.withdrawnAt)))
    .limit(1);
  return row !== undefined;
}

/** One document, for the newsroom; null when there is none of this id or this actor may not see it. */
export async function documentForActor(actor: Actor, assetId: AssetId): Promise<AssetDocument | null> {
  const [place] = await database().select(placeColumns).from(assets).where(eq(assets.id, assetId));
  const isKept = (await keptAmong(database(), actor, [assetId])).has(assetId);
  if (place === undefined || isKept || !maySeeAsset(actor, place)) return null;
  return (await documentsFor(database(), [assetId])).get(assetId) ?? null;
}

/**
 * The file of a document for somebody in the newsroom. Withdrawn ones are shown too: somebody has to judge them.
 *
 * @throws notFound when it is not there, was altered, or this actor may not see it
 */
export async function documentFileForActor(actor: Actor, key: string): Promise<StoredFile & { fileName: string }> {
  if (!isDocumentKey(key)) throw notFound('document');
  const rows = await database()
    .select({
      ...placeColumns,
      fileName: assets.fileName,
      publicSince: assets.publicSince,
      isKept: sql<boolean>`${keptFrom(actor)}`,
      gone: assets.withdrawnAt,
    })
    .from(assets)
    .where(ofKey(key));
  const row = rows.find(
    (asset) => (!asset.isKept && maySeeAsset(actor, asset)) || (asset.publicSince !== null && asset.gone === null),
  );
  const file = row === undefined ? null : await storedFile(storageKey(key));
  if (row === undefined || file === null) throw notFound('document');
  return { ...file, fileName: row.fileName };
}

function ofKey(key: string) {
  return and(eq(assets.hash, hashOfKey(storageKey(key))), eq(assets.kind, 'document'), ne(assets.state, 'failed'));
}

const placeColumns = {
  portalId: assets.portalId,
  agencyId: assets.agencyId,
  uploadedBy: assets.uploadedBy,
  sharedAt: assets.sharedAt,
};

const documentColumns = {
  assetId: assets.id,
  portalId: assets.portalId,
  agencyId: assets.agencyId,
  hash: assets.hash,
  fileName: assets.fileName,
  bytes: assets.bytes,
  state: assets.state,
  withdrawnAt: assets.withdrawnAt,
  sharedAt: assets.sharedAt,
  version: assets.version,
  publicSince: assets.publicSince,
};
