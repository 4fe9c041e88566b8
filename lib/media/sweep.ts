import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { assets, renditions } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import { log } from '#lib/log.ts';
import { uploadsFolder } from './arrivals.ts';
import { arrivalsFolder, namesIn, statIfThere } from './disk-storage.ts';
import { workFolder } from './renditions.ts';
import { hashOfKey, type StorageKey, storageKey } from './storage.ts';
import { mediaStorage } from './stored-files.ts';
import { leftoverAfter } from './table.ts';

/**
 * Removes what crashes left behind: half uploads, work folders, and stored files that no row
 * knows. Only what is older than an hour, since younger ones may be in use.
 */
export async function sweepMedia(): Promise<void> {
  const before = new Date(now().getTime() - leftoverAfter);
  let swept = 0;
  for (const folder of [uploadsFolder(), workFolder(), arrivalsFolder(config().mediaDir)]) {
    swept += await sweepFolder(folder, before);
  }
  swept += await sweepStorage(before);
  if (swept > 0) log('info', 'media_swept', { files: swept });
}

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

/** Looks at the files of the last two days only: older ones were looked at then, and there may be millions. */
async function sweepStorage(before: Date): Promise<number> {
  const storage = mediaStorage();
  const since = new Date(before.getTime() - 2 * 24 * 60 * 60 * 1000);
  let batch: StorageKey[] = [];
  let swept = 0;
  for await (const { key, storedAt } of storage.list()) {
    if (storedAt >= before || storedAt < since) continue;
    batch.push(key);
    if (batch.length < 500) continue;
    swept += await sweepUnknown(batch, before);
    batch = [];
  }
  return swept + (await sweepUnknown(batch, before));
}

async function sweepUnknown(keys: readonly StorageKey[], before: Date): Promise<number> {
  if (keys.length === 0) return 0;
  const storage = mediaStorage();
  const known = await knownHashes(keys);
  let swept = 0;
  for (const key of keys.filter((each) => !known.has(hashOfKey(each)))) {
    // Sending the same photo again renews the file's time: look once more before it goes.
    const found = await storage.stat(key);
    if (found === null || found.storedAt >= before) continue;
    await storage.delete(key);
    swept += 1;
  }
  return swept;
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
  return new Set([...originals.map(({ hash }) => hash), ...derived.map(({ key }) => hashOfKey(storageKey(key)))]);
}
