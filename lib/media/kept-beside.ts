import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { errorCode } from '#lib/errors.ts';
import { log } from '#lib/log.ts';
import { processWide } from '#lib/process-wide.ts';
import { statIfThere } from './disk-storage.ts';
import { hashOfKey, type Storage, type StorageKey } from './storage.ts';

/** What reading through the copies beside offers: as the storage, and a way to drop a copy that was altered. */
export type KeptBeside = Pick<Storage, 'openRead' | 'stat'> & { forget(key: StorageKey): Promise<void> };

/** Copies by their keys, the longest unread first, with their bytes. */
type Copies = { sizes: Map<string, number>; total: number; arriving: Map<string, Promise<boolean>> };

const held = processWide('media.kept-beside', () => new Map<string, Promise<Copies>>());

/**
 * Reads files of a far storage through copies on this machine's disk, so that readers have them while it is away
 * and do not wait for it otherwise. Names are hashes, so a copy is never old; whether somebody may have a file is
 * decided elsewhere each time. Copies may be lost at any time, never take more than `room` bytes for long, and
 * originals of photos, which are read once, are not copied.
 *
 * @param folder absolute; nothing else lies in it
 * @param room bytes
 */
export function keptBeside(storage: Storage, folder: string, room: number): KeptBeside {
  const pathOf = (key: StorageKey) => join(/* turbopackIgnore: true */ folder, key.replaceAll('/', '-'));

  function copies(): Promise<Copies> {
    const known = held.value.get(folder);
    if (known !== undefined) return known;
    const found = copiesIn(folder);
    held.value.set(folder, found);
    found.catch(() => held.value.delete(folder));
    return found;
  }

  async function openCopy(key: StorageKey): Promise<Readable | null> {
    try {
      return (await open(pathOf(key), 'r')).createReadStream();
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /** @returns whether there is a whole copy now */
  async function fetchOnce(key: StorageKey, known: Copies): Promise<boolean> {
    const name = nameOf(key);
    const fetching = known.arriving.get(name) ?? fetch(key, known).finally(() => known.arriving.delete(name));
    known.arriving.set(name, fetching);
    return fetching;
  }

  async function fetch(key: StorageKey, known: Copies): Promise<boolean> {
    const stream = await storage.openRead(key);
    if (stream === null) return false;
    const draft = join(/* turbopackIgnore: true */ folder, `${draftMark}${randomBytes(12).toString('hex')}`);
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      await pipeline(
        stream,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            hash.update(chunk);
            bytes += chunk.length;
            yield chunk;
          }
        },
        createWriteStream(draft, { mode: 0o600 }),
      );
      // Whoever asked compares it as well, and says so.
      if (hash.digest('hex') !== hashOfKey(key)) return false;
      await rename(draft, pathOf(key));
    } finally {
      await rm(draft, { force: true });
    }
    note(known, nameOf(key), bytes);
    await makeRoom(known);
    return true;
  }

  async function makeRoom(known: Copies): Promise<void> {
    for (const [name, bytes] of known.sizes) {
      if (known.total <= room) return;
      known.sizes.delete(name);
      known.total -= bytes;
      await rm(join(/* turbopackIgnore: true */ folder, name), { force: true });
    }
  }

  return {
    async openRead(key) {
      if (key.startsWith('o/')) return storage.openRead(key);
      try {
        const known = await copies();
        const name = nameOf(key);
        const bytes = known.sizes.get(name);
        // Read just now: to the end of the line.
        if (bytes !== undefined) note(known, name, bytes);
        else if (!(await fetchOnce(key, known))) return storage.openRead(key);
        const copy = await openCopy(key);
        if (copy !== null) return copy;
        drop(known, name);
      } catch (error) {
        if (!isOfThisDisk(error)) throw error;
        log('warn', 'media_copy_failed', { reason: errorCode(error) });
      }
      return storage.openRead(key);
    },

    async stat(key) {
      const copy = key.startsWith('o/') ? null : await statIfThere(pathOf(key));
      return copy === null ? storage.stat(key) : { bytes: copy.size, storedAt: copy.mtime };
    },

    async forget(key) {
      drop(await copies(), nameOf(key));
      await rm(pathOf(key), { force: true });
    },
  };
}

const nameOf = (key: StorageKey) => key.replaceAll('/', '-');

const draftMark = '.';

function note(copies: Copies, name: string, bytes: number): void {
  drop(copies, name);
  copies.sizes.set(name, bytes);
  copies.total += bytes;
}

function drop(copies: Copies, name: string): void {
  copies.total -= copies.sizes.get(name) ?? 0;
  copies.sizes.delete(name);
}

/** What an earlier run left, the longest unchanged first; halves are removed. */
async function copiesIn(folder: string): Promise<Copies> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found: { name: string; bytes: number; at: number }[] = [];
  for (const name of await readdir(folder)) {
    const path = join(/* turbopackIgnore: true */ folder, name);
    if (name.startsWith(draftMark)) await rm(path, { force: true });
    const facts = name.startsWith(draftMark) ? null : await statIfThere(path);
    if (facts !== null) found.push({ name, bytes: facts.size, at: facts.mtimeMs });
  }
  found.sort((a, b) => a.at - b.at);
  return {
    sizes: new Map(found.map(({ name, bytes }) => [name, bytes])),
    total: found.reduce((sum, { bytes }) => sum + bytes, 0),
    arriving: new Map(),
  };
}

/** A full or broken disk beside is no reason to keep a reader from a file. */
function isOfThisDisk(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE'].includes(errorCode(error) ?? '');
}
