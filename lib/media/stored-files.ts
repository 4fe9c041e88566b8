import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { config } from '#lib/config.ts';
import { log } from '#lib/log.ts';
import { diskStorage } from './disk-storage.ts';
import { hashOfKey, type Storage, type StorageKey } from './storage.ts';

/** The storage of this install. */
export function mediaStorage(): Storage {
  return diskStorage(config().mediaDir);
}

/**
 * The whole bytes under a key, compared with the hash in its name: a file that was changed
 * behind our back is not handed out. For renditions, which are at most a few megabytes.
 *
 * @returns null when the file is missing or altered, which also raises an alarm
 */
export async function readStored(key: StorageKey): Promise<Buffer | null> {
  const stream = await mediaStorage().openRead(key);
  if (stream === null) {
    log('alarm', 'stored_file_missing', { key });
    return null;
  }
  const bytes = Buffer.concat(await stream.toArray());
  if (createHash('sha256').update(bytes).digest('hex') === hashOfKey(key)) return bytes;
  log('alarm', 'stored_file_altered', { key });
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
