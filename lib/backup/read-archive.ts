import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { errorCode } from '#lib/errors.ts';
import { type ArchiveHead, archiveHead, places } from './archive.ts';
import { readFacts } from './backup-folder.ts';
import { through } from './flow.ts';
import { damagedBackup, refused } from './refusals.ts';
import { type Identity, opening, sealedEnding } from './sealing.ts';
import { type Part, partsIn } from './tar.ts';

/** An archive that is read: its head, and then its further parts in order. Parts are taken once. */
export type OpenArchive = { head: ArchiveHead; parts: AsyncGenerator<Part> };

/**
 * Opens an archive after comparing it with the fingerprint beside it, where there is one.
 *
 * @throws invalid when it is not there, damaged, cut short, encrypted to another key, or of a newer form
 */
export async function openArchive(path: string, identity: Identity | null): Promise<OpenArchive> {
  await compareFingerprint(path);
  const bytes: AsyncIterable<Buffer> = createReadStream(path);
  const parts = partsIn(unpacked(path.endsWith(sealedEnding) ? opening(identity)(bytes) : bytes));
  const { value: first } = await parts.next();
  if (first?.name !== places.head) throw damagedBackup();
  return { head: parsed(archiveHead, first), parts };
}

/**
 * Compares an archive with the fingerprint beside it, if there is one.
 *
 * @throws invalid when it is not there or has other bytes
 */
export async function compareFingerprint(path: string): Promise<void> {
  const facts = await readFacts(path);
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
  } catch (error) {
    if (errorCode(error) === 'ENOENT')
      throw refused('backup_absent', `Berkas cadangan ${path} tidak ada. Periksa nama dan foldernya.`);
    throw error;
  }
  if (facts !== undefined && facts.sha256 !== hash.digest('hex')) throw damagedBackup();
}

async function* unpacked(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* through(bytes, createGunzip());
  } catch (error) {
    // zlib's own errors: not a gzip file, a wrong check sum, an early end.
    if (/^Z_/.test(errorCode(error) ?? '')) throw damagedBackup();
    throw error;
  }
}

/** The JSON of a part. */
export function parsed<T extends z.ZodType>(schema: T, part: Part): z.output<T> {
  try {
    return schema.parse(JSON.parse(part.bytes.toString('utf8')));
  } catch {
    throw damagedBackup();
  }
}
