import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { and, eq } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { assets, renditions } from '#db/schema/index.ts';
import { config } from '#lib/config.ts';
import type { AssetId } from '#lib/ids.ts';
import { type Decoded, decode } from './decode.ts';
import { type DecodedPhoto, type DerivedPicture, pictureFile } from './decoder-protocol.ts';
import { type DecodingFailure, decodingFailures } from './refusals.ts';
import { originalKey, renditionKey, type StorageKey } from './storage.ts';
import { copyStored, mediaStorage } from './stored-files.ts';
import { acceptedMediaTypes } from './table.ts';

/** Where photos lie while they are decoded, each in a folder of its own. */
export function workFolder(): string {
  return join(config().dataDir, 'olah-foto');
}

/**
 * Makes everything that is shown of a photo and marks it ready, or failed with the reason.
 * Readers wait for none of it: this is a job.
 *
 * Runs twice without harm: the same photo gives the same bytes under the same names, and
 * the rows appear together at the end. What a killed run left is made anew by the next.
 *
 * @throws what is not the photo's fault (disk full, database away), so that the job is tried again
 */
export async function makeRenditions(assetId: AssetId): Promise<void> {
  const photo = await unfinishedPhoto(assetId);
  if (photo === undefined) return;
  const folder = join(workFolder(), randomBytes(12).toString('hex'));
  await mkdir(folder, { recursive: true });
  try {
    const source = join(folder, 'original');
    if (!(await copyStored(photo.original, source))) return await markFailed(assetId, 'original_lost');
    const decoded = await decodePatiently({ source, folder, focal: photo.focal });
    if (decoded.outcome === 'failed') return await markFailed(assetId, decoded.failure);
    await markReady(assetId, photo, decoded, await storePictures(folder, decoded.pictures));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type UnfinishedPhoto = { original: StorageKey; focal: { x: number; y: number } };

async function unfinishedPhoto(assetId: AssetId): Promise<UnfinishedPhoto | undefined> {
  const [row] = await database()
    .select({ hash: assets.hash, mediaType: assets.mediaType, x: assets.focalX, y: assets.focalY })
    .from(assets)
    .where(and(eq(assets.id, assetId), eq(assets.state, 'processing')));
  const mediaType = acceptedMediaTypes.find((accepted) => accepted === row?.mediaType);
  if (row === undefined || mediaType === undefined) return undefined;
  return { original: originalKey(row.hash, mediaType), focal: { x: row.x, y: row.y } };
}

/** A crash may have been the machine's (memory was short just then), so it gets two more tries; a refusal stands. */
const triesAfterCrash = 2;

async function decodePatiently(task: Parameters<typeof decode>[0], triesLeft = triesAfterCrash): Promise<Decoded> {
  const decoded = await decode(task);
  const isCrash = decoded.outcome === 'failed' && decoded.failure === 'crashed';
  return isCrash && triesLeft > 0 ? decodePatiently(task, triesLeft - 1) : decoded;
}

type StoredPicture = DerivedPicture & { key: StorageKey; bytes: number };

async function storePictures(folder: string, pictures: readonly DerivedPicture[]): Promise<StoredPicture[]> {
  const stored: StoredPicture[] = [];
  for (const picture of pictures) {
    const path = join(folder, pictureFile(picture));
    const file = await lstat(path);
    // The decoder met a stranger's bytes. If they took it over, a link to some other file would make that file public.
    if (!file.isFile()) throw new Error('the decoder left something that is no file');
    const key = renditionKey(await hashOfFile(path), `image/${picture.format}`);
    await mediaStorage().put(key, path);
    stored.push({ ...picture, key, bytes: file.size });
  }
  return stored;
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function markReady(
  assetId: AssetId,
  { focal }: UnfinishedPhoto,
  photo: DecodedPhoto,
  pictures: readonly StoredPicture[],
): Promise<void> {
  await transaction(async (tx) => {
    const { width, height, colour, placeholder } = photo;
    const [row] = await tx
      .update(assets)
      .set({ state: 'ready', failure: null, width, height, colour, placeholder })
      .where(
        and(
          eq(assets.id, assetId),
          eq(assets.state, 'processing'),
          eq(assets.focalX, focal.x),
          eq(assets.focalY, focal.y),
        ),
      )
      .returning({ id: assets.id });
    // Another run was faster, and its rows are the same; or the focal point was moved, and its own job follows.
    if (row === undefined) return;
    await tx.delete(renditions).where(eq(renditions.assetId, assetId));
    await tx.insert(renditions).values(pictures.map((picture) => ({ assetId, ...picture })));
  });
}

async function markFailed(assetId: AssetId, failure: DecodingFailure): Promise<void> {
  await database()
    .update(assets)
    .set({ state: 'failed', failure: decodingFailures[failure] })
    .where(and(eq(assets.id, assetId), eq(assets.state, 'processing')));
}
