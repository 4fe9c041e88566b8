import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode } from '#lib/errors.ts';
import { namesIn } from '#lib/media/disk-storage.ts';
import { sealedEnding } from './sealing.ts';

/** What lies beside a backup and says what it is. Written last: a backup without it never became whole. */
export const backupFacts = z.object({
  createdAt: z.iso.datetime(),
  bytes: z.int(),
  sha256: z.string(),
  isEncrypted: z.boolean(),
  isWhole: z.boolean(),
  rows: z.int(),
  mediaFiles: z.int(),
  problems: z.array(z.string()),
});
export type BackupFacts = z.output<typeof backupFacts>;

export type KnownBackup = { name: string; at: Date; facts: BackupFacts | undefined };

/** Endings of the files of one backup: the archive, its facts, its list of stored files. */
export const endings = { archive: '.tar.gz', facts: '.json', media: '.media.gz', partial: '.partial' } as const;

const archiveName = /^ruang-warta-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.tar\.gz(\.age)?$/;

/** The name of a backup's archive, from the moment of its snapshot. */
export function archiveNameAt(at: Date, isEncrypted: boolean): string {
  const stamp = at.toISOString().replace(/[-:]|\.\d+/g, '');
  return `ruang-warta-${stamp}${endings.archive}${isEncrypted ? sealedEnding : ''}`;
}

/** A backup's name without the endings that its other files do not share. */
export function stemOf(archive: string): string {
  return archive.replace(/\.tar\.gz(\.age)?$/, '');
}

/** The folder of copied photos and documents, which all backups of a folder share. */
export function mediaCopiesFolder(folder: string): string {
  return join(folder, 'media');
}

/** Where files lie until they are whole. What a killed backup leaves there is swept by the next one. */
export function draftsFolder(folder: string): string {
  return join(folder, '.partial');
}

/** The backups in a folder, the newest first; none when there is no folder. */
export async function backupsIn(folder: string): Promise<KnownBackup[]> {
  const known: KnownBackup[] = [];
  for (const name of await namesIn(folder)) {
    const [, year, month, day, hours, minutes, seconds] = archiveName.exec(name) ?? [];
    if (year === undefined) continue;
    const at = new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`);
    known.push({ name, at, facts: await readFacts(join(folder, name)) });
  }
  return known.toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

/** What the file beside an archive says; undefined when there is none or it cannot be read. */
export async function readFacts(archive: string): Promise<BackupFacts | undefined> {
  try {
    return backupFacts.safeParse(JSON.parse(await readFile(`${stemOf(archive)}${endings.facts}`, 'utf8'))).data;
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
