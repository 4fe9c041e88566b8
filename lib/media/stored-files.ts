import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { config } from '#lib/config.ts';
import { log } from '#lib/log.ts';
import { processWide } from '#lib/process-wide.ts';
import { diskStorage } from './disk-storage.ts';
import { type KeptBeside, keptBeside } from './kept-beside.ts';
import { s3Storage } from './s3-storage.ts';
import { hashOfKey, type Storage, type StorageKey } from './storage.ts';

/** The storage of this install: what is there, and what is not. */
export function mediaStorage(): Storage {
  const { objectStore, mediaDir } = config();
  return objectStore === null ? diskStorage(mediaDir) : s3Storage(objectStore);
}

/** The same for those who only want the bytes: a store elsewhere is read through copies on this machine. */
function nearStorage(): KeptBeside {
  const { objectStore, cacheDir } = config();
  const storage = mediaStorage();
  if (objectStore === null) return { ...storage, forget: async () => undefined };
  return keptBeside(storage, join(/* turbopackIgnore: true */ cacheDir, 'media'), objectStore.keptBytes);
}

/**
 * The whole bytes under a key, compared with the hash in its name: a file that was changed
 * behind our back is not handed out. For what is at most a few megabytes; larger files stream (`storedFile`).
 *
 * @returns null when the file is missing or altered, which also raises an alarm
 * @throws `isStorageAway` when the store does not answer and there is no copy
 */
export async function readStored(key: StorageKey): Promise<Buffer | null> {
  const stream = await nearStorage().openRead(key);
  if (stream === null) {
    log('alarm', 'stored_file_missing', { key });
    return null;
  }
  const bytes = Buffer.concat(await stream.toArray());
  if (createHash('sha256').update(bytes).digest('hex') === hashOfKey(key)) return bytes;
  return altered(key);
}

/** The next question reads the storage itself, should only the copy have been changed. */
async function altered(key: StorageKey): Promise<null> {
  log('alarm', 'stored_file_altered', { key });
  await nearStorage().forget(key);
  return null;
}

/**
 * Copies a stored file to a local one, comparing its bytes with the hash in its name.
 *
 * @returns whether it was there and whole; false also raises an alarm
 */
export async function copyStored(key: StorageKey, toFile: string): Promise<boolean> {
  const stream = await mediaStorage().openRead(key);
  if (stream === null) {
    log('alarm', 'stored_file_missing', { key });
    return false;
  }
  const hash = createHash('sha256');
  await pipeline(
    stream,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(toFile, { mode: 0o600 }),
  );
  if (hash.digest('hex') === hashOfKey(key)) return true;
  log('alarm', 'stored_file_altered', { key });
  return false;
}

/** A file that is handed out piece by piece. */
export type StoredFile = {
  bytes: number;
  /** The file from its beginning; the caller reads it to its end or destroys it. Null when it vanished meanwhile. */
  open(): Promise<Readable | null>;
};

/** Files found whole, as they were then: size and time of the last change. */
const foundWhole = processWide('media.found-whole', () => new Map<string, string>());
const mostFoundWhole = 10_000;

/**
 * A file too large to be held in memory. Its bytes are compared with the hash in its name once,
 * and again whenever its size or time says that it is another file.
 *
 * @returns null when the file is missing or altered, which also raises an alarm
 */
export async function storedFile(key: StorageKey): Promise<StoredFile | null> {
  const storage = nearStorage();
  const found = await storage.stat(key);
  const looks = found === null ? '' : `${found.bytes} ${found.storedAt.getTime()}`;
  if (found === null || foundWhole.value.get(key) !== looks) {
    if (!(await isWhole(key)) || found === null) return null;
    if (foundWhole.value.size >= mostFoundWhole) foundWhole.value.clear();
    foundWhole.value.set(key, looks);
  }
  return { bytes: found.bytes, open: () => storage.openRead(key) };
}

/** Bytes of a stored file; null when it is not there. */
export async function storedBytes(key: StorageKey): Promise<number | null> {
  return (await nearStorage().stat(key))?.bytes ?? null;
}

async function isWhole(key: StorageKey): Promise<boolean> {
  const stream = await nearStorage().openRead(key);
  if (stream === null) {
    log('alarm', 'stored_file_missing', { key });
    return false;
  }
  const hash = createHash('sha256');
  await pipeline(stream, hash);
  if (hash.digest('hex') === hashOfKey(key)) return true;
  await altered(key);
  return false;
}
