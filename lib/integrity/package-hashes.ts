import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { BuildDifference, FileHashes } from './build-manifest.ts';

/** Where installed packages lie. */
const folder = 'node_modules';
/** Bytes above which a file is read in pieces: engines and native modules have tens of megabytes. */
const wholeAtMost = 1_000_000;
/** Milliseconds between two packages while requests are answered. */
const restBetween = 20;

const lockFile = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().default(false) })),
});

/** Packages by their folder (`node_modules/next`): all that the lock file knows at the top, and those that run. */
async function packagesOfLock(root: string): Promise<{ known: ReadonlySet<string>; running: string[] }> {
  const { packages } = lockFile.parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')));
  const top = Object.entries(packages).filter(([path]) => /^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path));
  return {
    known: new Set(top.map(([path]) => path)),
    running: top.flatMap(([path, { dev }]) => (dev ? [] : [path])).sort(),
  };
}

/** One hash for everything in each package that runs, with what is nested in it; those that are not here are left out. */
export async function hashPackages(root: string): Promise<FileHashes> {
  const { running } = await packagesOfLock(root);
  const hashes: Record<string, string> = {};
  for (const name of running) {
    const hash = await hashOf(root, name, addBytes);
    if (hash !== undefined) hashes[name] = hash;
  }
  return hashes;
}

/**
 * Compares the packages with those that were listed: every byte the first time, later only of packages of which a
 * file's size, times or place changed. A package that is gone is nothing: it cannot run, and images leave some out.
 */
export function packageWatch(root: string, listed: FileHashes): { look(): Promise<BuildDifference[]> } {
  const traces = new Map<string, string | undefined>();
  const differing = new Map<string, BuildDifference>();
  return {
    look: async () => {
      for (const [name, expected] of Object.entries(listed)) {
        const trace = await hashOf(root, name, addTrace);
        if (traces.has(name) && traces.get(name) === trace) continue;
        const found = await hashOf(root, name, addBytes);
        traces.set(name, trace);
        if (found === undefined || found === expected) differing.delete(name);
        else differing.set(name, { path: name, what: 'changed' });
        await pause(restBetween);
      }
      return [...differing.values(), ...(Object.keys(listed).length === 0 ? [] : await strangers(root))];
    },
  };
}

/** Packages that the lock file does not know: something may look for one by its name. */
async function strangers(root: string): Promise<BuildDifference[]> {
  const { known } = await packagesOfLock(root);
  const found: string[] = [];
  for (const name of await readdir(join(root, folder))) {
    if (name.startsWith('.')) continue;
    const scoped = name.startsWith('@')
      ? (await readdir(join(root, folder, name))).map((one) => `${name}/${one}`)
      : [name];
    found.push(...scoped.map((one) => `${folder}/${one}`));
  }
  return found.filter((path) => !known.has(path)).map((path) => ({ path, what: 'added' }));
}

type Adding = (hash: Hash, path: string) => Promise<void>;

async function hashOf(root: string, name: string, add: Adding): Promise<string | undefined> {
  const paths = await filesIn(join(root, name));
  if (paths === undefined) return undefined;
  const hash = createHash('sha256');
  for (const path of paths) {
    hash.update(`${JSON.stringify(path)}\n`);
    await add(hash, join(root, name, path));
  }
  return hash.digest('hex');
}

/** Files and links below a folder, sorted; undefined when it is not there. */
async function filesIn(top: string): Promise<string[] | undefined> {
  const stat = await lstat(top).catch(() => undefined);
  if (stat === undefined) return undefined;
  const entries = await readdir(top, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(top.length + 1))
    .sort();
}

async function addBytes(hash: Hash, path: string): Promise<void> {
  const stat = await lstat(path);
  if (stat.isSymbolicLink()) hash.update(await readlink(path));
  else if (stat.size <= wholeAtMost) hash.update(await readFile(path));
  else for await (const piece of createReadStream(path)) hash.update(piece);
}

async function addTrace(hash: Hash, path: string): Promise<void> {
  const { size, mtimeMs, ctimeMs, ino } = await lstat(path);
  hash.update(`${size} ${mtimeMs} ${ctimeMs} ${ino}\n`);
}
