import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { closeDatabase, useDatabase } from '#db/client.ts';
import { startEmbedded } from '#db/embedded.ts';
import { backupsIn, endings, mediaCopiesFolder, stemOf } from './backup-folder.ts';
import { filesListed, looksWhole } from './media-copies.ts';
import { compareFingerprint } from './read-archive.ts';
import { refused } from './refusals.ts';
import { type MediaReport, restoreBackup } from './restore.ts';
import type { Identity } from './sealing.ts';
import { type Soundness, soundnessOf } from './soundness.ts';

export type Drill = { createdAt: string; rows: number; tables: number; media: MediaReport; found: Soundness };

/**
 * Restores a backup into a temporary PostgreSQL of its own, checks everything that can be checked, and removes it.
 * Stored files are read and compared with their names where they lie. For a process of its own: meanwhile the
 * database in use is the temporary one.
 *
 * @param workFolder holds the temporary database; it needs as much room as the real one
 * @throws invalid, in words for the operator, when it could not be restored at all
 */
export async function drill(archive: string, identity: Identity | null, workFolder: string): Promise<Drill> {
  await mkdir(workFolder, { recursive: true });
  const folder = await mkdtemp(join(workFolder, 'uji-pulih-'));
  try {
    const server = await startEmbedded({ folder: join(folder, 'postgres'), forgetful: true });
    try {
      const { head, manifest, media } = await restoreBackup({
        ...{ archive, identity, url: server.url, workFolder: folder, storage: null },
      });
      useDatabase(server.url);
      return {
        createdAt: head.createdAt,
        rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
        ...{ tables: manifest.tables.length, media, found: await soundnessOf(media) },
      };
    } finally {
      await closeDatabase();
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The newest backup in a folder, as a path. @throws invalid when there is none */
export async function newestBackup(folder: string): Promise<string> {
  const [newest] = (await backupsIn(folder)).filter(({ facts }) => facts !== undefined);
  if (newest !== undefined) return join(folder, newest.name);
  throw refused('no_backup', `Belum ada cadangan di ${folder}. Buat dahulu dengan npm run backup.`);
}

/**
 * All that can be said of an encrypted backup without its secret key: that the archive has the bytes it was written
 * with, and that a copy of every file it names is there and long enough.
 *
 * @returns what is wrong, in sentences
 */
export async function lookOver(archive: string): Promise<string[]> {
  await compareFingerprint(archive);
  let absent = 0;
  for await (const file of filesListed(`${stemOf(archive)}${endings.media}`)) {
    if (!file.mayBeAbsent && !(await looksWhole(mediaCopiesFolder(dirname(archive)), file, true))) absent += 1;
  }
  return absent === 0 ? [] : [`${absent} berkas media tidak ada atau terpotong di folder cadangan.`];
}
