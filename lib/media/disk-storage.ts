import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { errorCode, notFound } from '#lib/errors.ts';
import { isStorageKey, type Storage, type StorageKey, storageFolders } from './storage.ts';

/** Files on their way in lie here, on the same file system, so that the last step is a rename. */
const arrivals = '.masuk';

/**
 * Storage in a folder. A file appears under its name whole and durable, or not at all:
 * written beside, synced, renamed, folder synced.
 */
export function diskStorage(folder: string): Storage {
  const root = resolve(folder);

  function pathOf(key: StorageKey): string {
    const path = join(root, key);
    // The pattern of keys already forbids leaving the root; this holds should the pattern ever loosen.
    if (!isStorageKey(key) || !path.startsWith(root + sep)) throw notFound('stored file');
    return path;
  }

  return {
    async put(key, file) {
      const path = pathOf(key);
      await mkdir(join(root, arrivals), { recursive: true });
      const draft = join(root, arrivals, randomBytes(12).toString('hex'));
      try {
        await copyFile(file, draft, constants.COPYFILE_FICLONE);
        await sync(draft);
        const created = await mkdir(dirname(path), { recursive: true });
        await rename(draft, path);
        // A folder is as durable as the folder that lists it.
        if (created)
          for (let above = dirname(dirname(path)); above.startsWith(root); above = dirname(above)) await sync(above);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      await sync(dirname(path));
    },

    async openRead(key) {
      try {
        const file = await open(pathOf(key), 'r');
        return file.createReadStream();
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return null;
        throw error;
      }
    },

    async stat(key) {
      const found = await statIfThere(pathOf(key));
      return found && { bytes: found.size, storedAt: found.mtime };
    },

    async delete(key) {
      await rm(pathOf(key), { force: true });
    },

    // Turbopack reads a join with a fixed part as a wish to pack the whole project; the marks say no.
    async *list() {
      for (const kind of storageFolders) {
        for (const shelf of await namesIn(join(/* turbopackIgnore: true */ root, kind))) {
          for (const name of await namesIn(join(/* turbopackIgnore: true */ root, kind, shelf))) {
            const key = `${kind}/${shelf}/${name}`;
            const found = isStorageKey(key) ? await statIfThere(pathOf(key)) : null;
            if (isStorageKey(key) && found !== null) yield { key, storedAt: found.mtime };
          }
        }
      }
    },
  };
}

/** The folder of files that were on their way in when their process died. */
export function arrivalsFolder(folder: string): string {
  return join(folder, arrivals);
}

/** Names in a folder; none when it is not there. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return [];
    throw error;
  }
}

/** @returns null when there is no such file */
export async function statIfThere(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
