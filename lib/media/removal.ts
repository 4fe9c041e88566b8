import { and, eq, ne } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { assets, renditions } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { AssetId } from '#lib/ids.ts';
import { documentKey, originalKey, type StorageKey, storageKey } from './storage.ts';
import { mediaStorage } from './stored-files.ts';
import { acceptedMediaTypes, documentMediaType, leftoverAfter } from './table.ts';

const removed = 'Berkas ini sudah dihapus bersama naskah yang dibuang.';

/**
 * Removes the files of a photo or a document for good; its row and hash stay and say so. Files
 * that another asset shares (the same bytes sent twice) stay. Runs twice without harm.
 */
export async function removeAsset(assetId: AssetId): Promise<void> {
  const [asset] = await database()
    .update(assets)
    .set({ state: 'failed', failure: removed, placeholder: null, colour: null })
    .where(eq(assets.id, assetId))
    .returning({ hash: assets.hash, mediaType: assets.mediaType });
  if (asset === undefined) return;
  const key = keyOfAsset(asset);
  if (key !== undefined && !(await isShared(assetId, asset.hash))) await remove(key);
  const derived = await database()
    .select({ key: renditions.key })
    .from(renditions)
    .where(eq(renditions.assetId, assetId));
  for (const { key } of derived) {
    if (!(await isSharedRendition(assetId, key))) await remove(storageKey(key));
  }
  // Last, since only these rows know the files' names.
  await transaction((tx) => tx.delete(renditions).where(eq(renditions.assetId, assetId)));
}

/** Under which name the file as it was sent lies; undefined for a type that is not taken. */
export function keyOfAsset({ hash, mediaType }: { hash: string; mediaType: string }): StorageKey | undefined {
  if (mediaType === documentMediaType) return documentKey(hash);
  const accepted = acceptedMediaTypes.find((each) => each === mediaType);
  return accepted === undefined ? undefined : originalKey(hash, accepted);
}

async function isShared(assetId: AssetId, hash: string): Promise<boolean> {
  const [other] = await database()
    .select({ id: assets.id })
    .from(assets)
    .where(and(eq(assets.hash, hash), ne(assets.id, assetId), ne(assets.state, 'failed')))
    .limit(1);
  return other !== undefined;
}

async function isSharedRendition(assetId: AssetId, key: string): Promise<boolean> {
  const [other] = await database()
    .select({ id: renditions.id })
    .from(renditions)
    .where(and(eq(renditions.key, key), ne(renditions.assetId, assetId)))
    .limit(1);
  return other !== undefined;
}

/** Somebody may be sending the same photo just now: storing it again renews the file's time, and then it stays. */
async function remove(key: StorageKey): Promise<void> {
  const storage = mediaStorage();
  const found = await storage.stat(key);
  if (found !== null && found.storedAt.getTime() < now().getTime() - leftoverAfter) await storage.delete(key);
}
