import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { issuesOf } from '#lib/errors.ts';
import { statIfThere } from '#lib/media/disk-storage.ts';
import { hashOfKey, type Storage, type StorageKey } from '#lib/media/storage.ts';
import { draftsFolder, mediaCopiesFolder } from './backup-folder.ts';
import { fileInLine, type NamedFile } from './media-list.ts';
import { type Identity, opening, sealedEnding, sealing } from './sealing.ts';
import { writeWhole } from './whole-file.ts';

/** What became of the stored files that a backup names. */
export type CopyReport = {
  copied: number;
  /** Copied by an earlier backup: a name is always the same bytes. */
  kept: number;
  missing: StorageKey[];
  corrupt: StorageKey[];
};

/** Faults that are told one by one; more of them are a number. */
const told = 1_000;

/** The files in a list of a backup, in the form that lies beside its archive. */
export async function* filesListed(list: string): AsyncGenerator<NamedFile> {
  const packed = createReadStream(list);
  const unpacked = packed.pipe(createGunzip());
  // `pipe` passes no failure on.
  packed.on('error', (error) => unpacked.destroy(error));
  for await (const line of createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })) {
    const file = fileInLine(line);
    if (file !== undefined) yield file;
  }
}

/** Where the copy of a stored file lies below the folder of copies. */
export function copyPath(folder: string, key: StorageKey, isEncrypted: boolean): string {
  return join(folder, `${key}${isEncrypted ? sealedEnding : ''}`);
}

/**
 * Copies the stored files that are not copied yet, comparing each with the hash in its name.
 *
 * @param folder of backups
 * @throws a system error (ENOSPC) when the folder is full
 */
export async function copyMedia(
  storage: Storage,
  files: AsyncIterable<NamedFile>,
  folder: string,
  recipient: string | null,
): Promise<CopyReport> {
  const copies = mediaCopiesFolder(folder);
  const report: CopyReport = { copied: 0, kept: 0, missing: [], corrupt: [] };
  for await (const { key, mayBeAbsent } of files) {
    const path = copyPath(copies, key, recipient !== null);
    if ((await statIfThere(path)) !== null) {
      report.kept += 1;
      continue;
    }
    const stream = await storage.openRead(key);
    if (stream === null) {
      if (!mayBeAbsent && report.missing.length < told) report.missing.push(key);
      continue;
    }
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      await writeWhole(path, sealing(recipient)(checked(stream, key)), draftsFolder(folder));
      report.copied += 1;
    } catch (error) {
      if (!(error instanceof AlteredFile)) throw error;
      if (report.corrupt.length < told) report.corrupt.push(key);
    }
  }
  return report;
}

/** Thrown at the end of a file whose bytes are not those of its name. */
class AlteredFile extends Error {}

/** @throws AlteredFile after the last byte, so that whoever writes along throws away what was written */
async function* checked(bytes: AsyncIterable<Buffer>, key: StorageKey): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== hashOfKey(key)) throw new AlteredFile(key);
}

/** How a copy is: as it should be, gone, or with other bytes. */
export type CopyState = 'whole' | 'missing' | 'corrupt';

/**
 * Reads a copy, decrypting it where it is encrypted, and compares it with the hash in its name.
 *
 * @param take receives its bytes, for instance to write them down; they count only when `whole` is returned
 */
export async function readCopy(
  folder: string,
  key: StorageKey,
  seal: { isEncrypted: boolean; identity: Identity | null },
  take: (bytes: AsyncIterable<Buffer>) => Promise<unknown> = drain,
): Promise<CopyState> {
  const path = copyPath(folder, key, seal.isEncrypted);
  if ((await statIfThere(path)) === null) return 'missing';
  const bytes: AsyncIterable<Buffer> = createReadStream(path);
  try {
    await take(checked(seal.isEncrypted ? opening(seal.identity)(bytes) : bytes, key));
    return 'whole';
  } catch (error) {
    if (error instanceof AlteredFile || isDamage(error)) return 'corrupt';
    throw error;
  }
}

async function drain(bytes: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of bytes);
}

const isDamage = (error: unknown) => issuesOf(error).some(({ code }) => code === 'backup_damaged');

/** Whether a copy is there and not shorter than the file: all that can be said without the key of an encrypted one. */
export async function looksWhole(folder: string, { key, bytes }: NamedFile, isEncrypted: boolean): Promise<boolean> {
  const found = await statIfThere(copyPath(folder, key, isEncrypted));
  return found !== null && found.size >= bytes;
}
