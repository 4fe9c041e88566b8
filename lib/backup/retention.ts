import { rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { log } from '#lib/log.ts';
import { namesIn } from '#lib/media/disk-storage.ts';
import { hashOfKey, isStorageKey, storageFolders } from '#lib/media/storage.ts';
import { backupsIn, endings, mediaCopiesFolder, stemOf } from './backup-folder.ts';
import { filesListed } from './media-copies.ts';
import { sealedEnding } from './sealing.ts';

/** How many backups stay: the newest of each of so many days, weeks and months in which there was one. */
export const keptOf = { days: 7, weeks: 4, months: 12 } as const;

/** One that is not whole is better than none, for as long. */
const brokenKeptFor = 2 * 24 * 60 * 60 * 1000;

type Dated = { name: string; at: Date; isWhole: boolean };

/** The names of the backups that stay. Only whole ones count; days, weeks and months are those of UTC. */
export function backupsToKeep(backups: readonly Dated[], at: Date): Set<string> {
  const newestFirst = backups.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const kept = new Set<string>();
  const spans: [(at: Date) => string, number][] = [
    [(time) => time.toISOString().slice(0, 10), keptOf.days],
    [weekOf, keptOf.weeks],
    [(time) => time.toISOString().slice(0, 7), keptOf.months],
  ];
  for (const [spanOf, most] of spans) {
    const seen = new Set<string>();
    for (const { name, at: made, isWhole } of newestFirst) {
      if (!isWhole || seen.has(spanOf(made)) || seen.size === most) continue;
      seen.add(spanOf(made));
      kept.add(name);
    }
  }
  for (const { name, at: made, isWhole } of newestFirst) {
    if (!isWhole && at.getTime() - made.getTime() < brokenKeptFor) kept.add(name);
  }
  return kept;
}

/** The Monday a moment's week began on. */
function weekOf(at: Date): string {
  const monday = new Date(at);
  monday.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return monday.toISOString().slice(0, 10);
}

/**
 * Removes backups that need not stay, then the copies of stored files that no backup left names. When the list of
 * any backup cannot be read, no copy goes.
 */
export async function sweepBackups(folder: string, at: Date): Promise<{ backups: number; files: number }> {
  const all = await backupsIn(folder);
  const dated = all.map(({ name, at: made, facts }) => ({ name, at: made, isWhole: facts?.isWhole === true }));
  const kept = backupsToKeep(dated, at);
  const gone = all.filter(({ name }) => !kept.has(name));
  for (const { name } of gone) {
    const stem = join(folder, stemOf(name));
    // The facts go first: what is left of a sweep that was killed never counts as whole.
    for (const path of [`${stem}${endings.facts}`, join(folder, name), `${stem}${endings.media}`])
      await rm(path, { force: true });
  }
  const left = all.filter(({ name }) => kept.has(name));
  const named = left.length === 0 ? undefined : await hashesNamed(folder, left);
  const files = named === undefined ? 0 : await sweepCopies(mediaCopiesFolder(folder), named);
  return { backups: gone.length, files };
}

/** Names of files by the first eight bytes of their hash: millions of them in a few megabytes. */
type HashSet = { has(hash: string): boolean };

async function hashesNamed(folder: string, backups: readonly { name: string }[]): Promise<HashSet | undefined> {
  let held = new BigUint64Array(1024);
  let length = 0;
  try {
    for (const { name } of backups) {
      for await (const { key } of filesListed(join(folder, `${stemOf(name)}${endings.media}`))) {
        if (length === held.length) {
          const longer = new BigUint64Array(2 * length);
          longer.set(held);
          held = longer;
        }
        held[length] = shortHash(hashOfKey(key));
        length += 1;
      }
    }
  } catch (error) {
    log('warn', 'backup_list_unreadable', { reason: error instanceof Error ? error.message : null });
    return undefined;
  }
  const sorted = held.subarray(0, length).sort();
  return {
    has(hash) {
      const wanted = shortHash(hash);
      let [from, to] = [0, sorted.length];
      while (from < to) {
        const middle = (from + to) >>> 1;
        if ((sorted[middle] ?? 0n) < wanted) from = middle + 1;
        else to = middle;
      }
      return sorted[from] === wanted;
    },
  };
}

const shortHash = (hash: string) => BigInt(`0x${hash.slice(0, 16)}`);

async function sweepCopies(copies: string, named: HashSet): Promise<number> {
  let swept = 0;
  for (const kind of storageFolders) {
    for (const shelf of await namesIn(join(copies, kind))) {
      const names = await namesIn(join(copies, kind, shelf));
      let left = names.length;
      for (const name of names) {
        const key = `${kind}/${shelf}/${name.endsWith(sealedEnding) ? name.slice(0, -sealedEnding.length) : name}`;
        if (!isStorageKey(key) || named.has(hashOfKey(key))) continue;
        await rm(join(copies, kind, shelf, name), { force: true });
        swept += 1;
        left -= 1;
      }
      if (names.length > 0 && left === 0) await rmdir(join(copies, kind, shelf)).catch(() => undefined);
    }
  }
  return swept;
}
