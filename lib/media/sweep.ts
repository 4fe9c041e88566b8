import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { assets, renditions, shareCards } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import { log } from '#lib/log.ts';
import { uploadsFolder } from './arrivals.ts';
import { arrivalsFolder, namesIn, statIfThere } from './disk-storage.ts';
import { workFolder } from './renditions.ts';
import { resumableFolder } from './resumable-folder.ts';
import { hashOfKey, type StorageKey, storageKey } from './storage.ts';
import { mediaStorage } from './stored-files.ts';
import { leftoverAfter, resumableLimits } from './table.ts';
import { sweepPieces } from './upload-pieces.ts';

/**
 * Removes what crashes left behind: half uploads, work folders, and stored files that no row
 * knows. Only what is older than an hour, since younger ones may be in use.
 */
export async function sweepMedia(): Promise<void> {
  const before = new Date(now().getTime() - leftoverAfter);
  let swept = await sweepOwnFolders();
  const { objectStore } = config();
  if (objectStore !== null) swept += await sweepPieces(objectStore, abandonedBefore());
  swept += await sweepStorage(before);
  if (swept > 0) log('info', 'media_swept', { files: swept });
}

/** Removes half files of this machine, which no other can: of a process that works on no jobs too. */
export async function sweepOwnFolders(): Promise<number> {
  const before = new Date(now().getTime() - leftoverAfter);
  let swept = 0;
  for (const folder of [uploadsFolder(), workFolder(), arrivalsFolder(config().mediaDir)]) {
    swept += await sweepFolder(folder, before);
  }
  return swept + (await sweepFolder(resumableFolder(), abandonedBefore()));
}

/** Uploads nobody went on with since will not be gone on with. */
const abandonedBefore = () => new Date(now().getTime() - resumableLimits.keptFor);

async function sweepFolder(folder: string, before: Date): Promise<number> {
  let swept = 0;
  for (const name of await namesIn(folder)) {
    const found = await statIfThere(join(folder, name));
    if (found === null || found.mtime >= before) continue;
    await rm(join(folder, name), { recursive: true, force: true });
    swept += 1;
  }
  return swept;
}

/**
 * Crashes leave an original or a document without its row once in a long while. Many at once mean that this
 * is not the database these files belong to (a backup being tried, a wrong address).
 */
const mostUnknownOriginals = 10;

async function sweepStorage(before: Date): Promise<number> {
  const unknown = await unknownFiles(before);
  const originals = unknown.filter((key) => key.startsWith('o/') || key.startsWith('d/')).length;
  if (originals > mostUnknownOriginals) {
    log('alarm', 'stored_files_unknown', { originals, files: unknown.length });
    return 0;
  }
  const storage = mediaStorage();
  let swept = 0;
  for (const key of unknown) {
    // Sending the same photo again renews the file's time: look once more before it goes.
    const found = await storage.stat(key);
    if (found === null || found.storedAt >= before) continue;
    await storage.delete(key);
    swept += 1;
  }
  return swept;
}

/** Stored files that no row knows, of the two days before. Older ones were looked at then, and there may be millions. */
async function unknownFiles(before: Date): Promise<StorageKey[]> {
  const since = new Date(before.getTime() - 2 * 24 * 60 * 60 * 1000);
  const recent: StorageKey[] = [];
  for await (const { key, storedAt } of mediaStorage().list()) {
    if (storedAt < before && storedAt >= since) recent.push(key);
  }
  const unknown: StorageKey[] = [];
  for (let at = 0; at < recent.length; at += 500) {
    const batch = recent.slice(at, at + 500);
    const known = await knownHashes(batch);
    unknown.push(...batch.filter((key) => !known.has(hashOfKey(key))));
  }
  return unknown;
}

async function knownHashes(keys: readonly StorageKey[]): Promise<Set<string>> {
  const originals = await database()
    .select({ hash: assets.hash })
    .from(assets)
    .where(inArray(assets.hash, keys.map(hashOfKey)));
  const derived = await database()
    .select({ key: renditions.key })
    .from(renditions)
    .where(inArray(renditions.key, [...keys]));
  const cards = await database()
    .select({ key: shareCards.key })
    .from(shareCards)
    .where(inArray(shareCards.key, [...keys]));
  return new Set([
    ...originals.map(({ hash }) => hash),
    ...[...derived, ...cards].map(({ key }) => hashOfKey(storageKey(key))),
  ]);
}
