import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createGzip } from 'node:zlib';
import type { Storage } from '#lib/media/storage.ts';
import { mediaCopiesFolder } from './backup-folder.ts';
import { drained } from './flow.ts';
import { copyPath, filesListed, readCopy } from './media-copies.ts';
import { lineOf, type NamedFile } from './media-list.ts';
import { openArchive } from './read-archive.ts';
import { type RestoredDatabase, restoreDatabase } from './restore-database.ts';
import { type Identity, sealedEnding } from './sealing.ts';
import { writeWhole } from './whole-file.ts';

/** What became of the stored files that a backup names. */
export type MediaReport = { whole: number; missing: string[]; corrupt: string[] };

export type RestoreOptions = {
  /** The archive; its stored files lie in `media` beside it. */
  archive: string;
  identity: Identity | null;
  url: string;
  /** For what is unpacked meanwhile; removed at the end. */
  workFolder: string;
  /** Where stored files are brought. Null: they are only read and compared with their names, as a drill does. */
  storage: Storage | null;
};

/**
 * Brings a backup into an empty database and storage.
 *
 * @throws invalid, in words for the operator; then nothing was restored
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoredDatabase & { media: MediaReport }> {
  const { archive, identity, url, workFolder, storage } = options;
  const opened = await openArchive(archive, identity);
  await mkdir(workFolder, { recursive: true });
  const work = await mkdtemp(join(workFolder, 'pulih-'));
  try {
    const list = await newList(work);
    const restored = await restoreDatabase(url, opened, list.add);
    const files = filesListed(await list.end());
    const seal = { isEncrypted: archive.endsWith(sealedEnding), identity };
    return { ...restored, media: await restoreMedia(files, mediaCopiesFolder(dirname(archive)), seal, storage, work) };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The list of stored files, kept aside until the rows are in: it may be millions of lines. */
async function newList(work: string) {
  const path = join(work, 'media.gz');
  const packing = createGzip();
  const written = writeWhole(path, packing, work);
  written.catch(() => undefined);
  return {
    add: async (file: NamedFile) => {
      if (packing.write(lineOf(file))) return;
      await Promise.race([drained(packing), written]);
    },
    end: async () => {
      packing.end();
      await written;
      return path;
    },
  };
}

async function restoreMedia(
  files: AsyncIterable<NamedFile>,
  copies: string,
  seal: { isEncrypted: boolean; identity: Identity | null },
  storage: Storage | null,
  work: string,
): Promise<MediaReport> {
  const report: MediaReport = { whole: 0, missing: [], corrupt: [] };
  for await (const { key, mayBeAbsent } of files) {
    if (storage !== null && (await storage.stat(key)) !== null) {
      report.whole += 1;
      continue;
    }
    const draft = join(work, 'berkas');
    const isDrawn = seal.isEncrypted && storage !== null;
    const state = await readCopy(copies, key, seal, isDrawn ? (bytes) => writeWhole(draft, bytes, work) : undefined);
    if (state === 'whole') {
      await storage?.put(key, isDrawn ? draft : copyPath(copies, key, false));
      report.whole += 1;
    } else if (state === 'corrupt') report.corrupt.push(key);
    else if (!mayBeAbsent) report.missing.push(key);
  }
  return report;
}

/** Finished pages of the site before: they belong to other rows than those that were restored. */
export async function forgetPages(cacheDir: string): Promise<void> {
  for (const name of await readdir(cacheDir).catch(() => [])) {
    await rm(join(cacheDir, name), { recursive: true, force: true });
  }
}
