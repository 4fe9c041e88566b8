import { createReadStream } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { config } from '#lib/config.ts';
import { errorCode } from '#lib/errors.ts';
import { namesIn } from './disk-storage.ts';
import { resumableFolder } from './resumable-folder.ts';
import { piecesInStore } from './upload-pieces.ts';
import { announcedIn, type UnfinishedUploads } from './upload-place.ts';

/**
 * In the store that machines share, if there is one: the next piece may come to another process. Else in the data
 * folder, which processes of one machine share.
 */
export function unfinishedUploads(): UnfinishedUploads {
  const { objectStore } = config();
  return objectStore === null ? onDisk(resumableFolder()) : piecesInStore(objectStore);
}

function onDisk(folder: string): UnfinishedUploads {
  const pathOf = (id: string) => join(folder, id);
  const takenMark = (id: string) => `${pathOf(id)}.diterima`;
  return {
    place: folder,
    dataStore: new FileStore({ directory: folder }),
    prepare: async () => {
      await mkdir(folder, { recursive: true });
    },
    names: async () => (await namesIn(folder)).filter((name) => !name.includes('.')),
    async found(id) {
      const description = await textOf(`${pathOf(id)}.json`);
      if (description === null) return null;
      const { size: bytes } = await stat(pathOf(id));
      return { announced: announcedIn(description), bytes, open: () => createReadStream(pathOf(id)) };
    },
    takenAs: (id) => textOf(takenMark(id)),
    noteTaken: (id, asset) => writeFile(takenMark(id), asset, { mode: 0o600 }),
    async drop(id) {
      await rm(pathOf(id), { force: true });
      await rm(`${pathOf(id)}.json`, { force: true });
    },
  };
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
