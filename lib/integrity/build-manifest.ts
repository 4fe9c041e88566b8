import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { glob, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere } from '#lib/data-folder.ts';
import { jsonIn } from '#lib/json-text.ts';
import { writePrivately } from '#lib/private-file.ts';
import type { SigningKey } from '#lib/settings.ts';

/** Where the list of the program's files lies: outside everything it lists. */
export const manifestFile = 'susunan.json';

/** What runs: the build, what is served as it lies, and the program's own source. Tests are not in it. */
const listed = [
  '.next/{server,static}/**/*',
  '.next/*.json',
  '.next/BUILD_ID',
  'public/**/*',
  '{app,components,lib,db,commands}/**/*',
  'docs/panduan/**/*',
  '{server.ts,next.config.ts,package.json,package-lock.json,tsconfig.json}',
];
/** Next writes its own records of a build after it, and neither tests nor a development server's files run here. */
const leftOut = /\.test\.tsx?$|^lib\/testing\/|^\.next\/(?:trace|cache|dev|diagnostics)|\.map$|\/\.DS_Store$/;

const fileList = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/));
const storedManifest = z.strictObject({
  files: fileList,
  packages: fileList.default({}),
  seal: z.strictObject({ keyId: z.string(), mac: z.string() }).nullable(),
});

/** Path below the program's folder → SHA-256 of its bytes. */
export type FileHashes = Readonly<Record<string, string>>;

/** Everything of the program by its hash: its files, and the installed packages each as a whole. */
export type ProgramHashes = { files: FileHashes; packages: FileHashes };

/** A file of the program that is not as it was built. */
export type BuildDifference = { path: string; what: 'changed' | 'added' | 'missing' };

/** Hashes every file of the program, one after another, so that requests are answered meanwhile. */
export async function hashProgram(root: string): Promise<FileHashes> {
  const paths: string[] = [];
  for await (const path of glob(listed, { cwd: root })) {
    const plain = path.replaceAll('\\', '/');
    if (!leftOut.test(plain) && (await stat(join(root, path))).isFile()) paths.push(plain);
  }
  const hashes: Record<string, string> = {};
  for (const path of [...new Set(paths)].sort()) {
    hashes[path] = createHash('sha256')
      .update(await readFile(join(root, path)))
      .digest('hex');
  }
  return hashes;
}

/**
 * Writes the list of what was just built, and returns it.
 *
 * @param keys seal it; empty where none are configured (the demo, an image built apart from its keys)
 * @param packages those that run; empty where they are not watched (the demo)
 */
export async function writeManifest(
  root: string,
  keys: readonly SigningKey[],
  packages: FileHashes = {},
): Promise<ProgramHashes> {
  const listed = { files: await hashProgram(root), packages };
  const [key] = keys;
  const seal = key === undefined ? null : { keyId: key.id, mac: sealOf(key, listed) };
  await writePrivately(join(root, manifestFile), JSON.stringify({ ...listed, seal }));
  return listed;
}

export type ReadManifest =
  | { kind: 'none' }
  /** Not a list of ours, or its seal fits no key. */
  | { kind: 'forged' }
  | ({ kind: 'list'; isSealed: boolean } & ProgramHashes);

/**
 * Reads the list.
 *
 * @param keys with which a seal must fit; empty to look at no seal
 */
export async function readManifest(root: string, keys: readonly SigningKey[]): Promise<ReadManifest> {
  const text = await readIfThere(join(root, manifestFile));
  if (text === undefined) return { kind: 'none' };
  const read = storedManifest.safeParse(jsonIn(text));
  if (!read.success) return { kind: 'forged' };
  const { files, packages, seal } = read.data;
  const listed = { files, packages };
  if (seal === null || keys.length === 0) return { kind: 'list', ...listed, isSealed: false };
  const key = keys.find(({ id }) => id === seal.keyId);
  if (key === undefined || !isSame(sealOf(key, listed), seal.mac)) return { kind: 'forged' };
  return { kind: 'list', ...listed, isSealed: true };
}

/** What is not as listed, by path. */
export function differencesFrom(expected: FileHashes, found: FileHashes): BuildDifference[] {
  const changed = Object.entries(expected).flatMap(([path, hash]): BuildDifference[] => {
    if (!Object.hasOwn(found, path)) return [{ path, what: 'missing' }];
    return found[path] === hash ? [] : [{ path, what: 'changed' }];
  });
  const added = Object.keys(found)
    .filter((path) => !Object.hasOwn(expected, path))
    .map((path): BuildDifference => ({ path, what: 'added' }));
  return [...changed, ...added].sort((a, b) => a.path.localeCompare(b.path));
}

const words = { changed: 'berubah', added: 'ditambahkan', missing: 'hilang' } as const;
/** As many files as a sentence bears. */
const namedAtMost = 5;

/** The differences in words: `public/x.html (ditambahkan), server.ts (berubah), dan 3 lainnya`. */
export function differencesInWords(differences: readonly BuildDifference[]): string {
  const named = differences.slice(0, namedAtMost).map(({ path, what }) => `${path} (${words[what]})`);
  const more = differences.length - named.length;
  return `${named.join(', ')}${more > 0 ? `, dan ${more} lainnya` : ''}`;
}

function sealOf(key: SigningKey, { files, packages }: ProgramHashes): string {
  const hash = createHmac('sha256', key.secret).update('rw1:build\n');
  for (const path of Object.keys(files).sort()) hash.update(`${JSON.stringify(path)} ${files[path]}\n`);
  // Not among the files: no file can stand for a package.
  for (const name of Object.keys(packages).sort()) hash.update(`package ${JSON.stringify(name)} ${packages[name]}\n`);
  return hash.digest('hex');
}

function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
