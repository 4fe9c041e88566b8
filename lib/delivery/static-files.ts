import { createHash, createHmac, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { readIfThere } from '#lib/data-folder.ts';
import { log } from '#lib/log.ts';
import { boundedMap } from './bounded-map.ts';
import { type Finished, finishedBytes, finishedText } from './finished-page.ts';
import { fileHeaders, immutable, type Surroundings, scriptHeaders } from './headers.ts';

/** Files that are part of the program: style sheets, scripts, fonts, the favicon. */
export type StaticFiles = {
  /**
   * The file at a path such as `/_next/static/chunks/a.css` or `/favicon.ico`, or undefined; resolves to undefined
   * when its bytes are no longer those that were there at the start.
   */
  get(path: string): Promise<Finished | undefined> | undefined;
};

/** Endings we serve. Whatever else lies in a folder, source maps above all, is not there. */
const mediaTypes = new Map([
  ['css', { type: 'text/css; charset=utf-8', isText: true }],
  ['js', { type: 'text/javascript; charset=utf-8', isText: true }],
  ['json', { type: 'application/json; charset=utf-8', isText: true }],
  ['webmanifest', { type: 'application/manifest+json; charset=utf-8', isText: true }],
  ['txt', { type: 'text/plain; charset=utf-8', isText: true }],
  ['svg', { type: 'image/svg+xml', isText: true }],
  ['ico', { type: 'image/x-icon', isText: true }],
  ['png', { type: 'image/png', isText: false }],
  ['jpg', { type: 'image/jpeg', isText: false }],
  ['webp', { type: 'image/webp', isText: false }],
  ['avif', { type: 'image/avif', isText: false }],
  ['woff2', { type: 'font/woff2', isText: false }],
]);

const nextPrefix = '/_next/static/';
/** Builds whose files stay: pages kept on disk and tabs left open refer to them. */
const keptBuilds = 3;
/** Bytes of compressed files in memory. */
const room = 64_000_000;

export type StaticFolders = {
  /** Next's build, `.next/static`; undefined in development, when Next serves it itself. */
  build?: { name: string; folder: string };
  /** Files of the kept builds: `next build` deletes its own. */
  earlier: KeptBuilds;
  /** Files served as they lie, `public`. */
  plain: string;
  /** The hash that a file was built with, by its address; undefined for one that nobody built. Absent in tests. */
  builtHash?: (address: string) => string | undefined;
};

type Place = { file: string; caching: string; hash: string };

/**
 * Reads the list of files and their hashes once; each is compressed at its first request. Only what is on the list
 * of the build is served, and only as long as its bytes are the same: a file put beside them, or one written over,
 * is not there.
 */
export async function staticFiles(folders: StaticFolders, around: Surroundings): Promise<StaticFiles> {
  const places = new Map<string, Place>();
  const add = async (address: string, file: string, caching: string) => {
    const hash = await hashOf(file);
    if (folders.builtHash === undefined || folders.builtHash(address) === hash)
      places.set(address, { file, caching, hash });
    else log('alarm', 'file_not_built', { address });
  };
  if (folders.build !== undefined) {
    for (const [name, hash] of folders.earlier.hashes) {
      places.set(nextPrefix + name, { file: join(folders.earlier.folder, 'files', name), caching: immutable, hash });
    }
    for (const name of await filesIn(folders.build.folder)) {
      await add(nextPrefix + name, join(folders.build.folder, name), immutable);
    }
  }
  for (const name of await filesIn(folders.plain)) {
    await add(`/${name}`, join(folders.plain, name), plainCaching(name));
  }
  const ready = boundedMap<Finished>(room, (finished) => finished.weight);
  const coming = new Map<string, Promise<Finished | undefined>>();

  async function load(path: string, { file, caching, hash }: Place): Promise<Finished | undefined> {
    const kind = mediaTypes.get(endingOf(path));
    if (kind === undefined) throw new Error(`No media type for ${path}`);
    const bytes = await readFile(file);
    // In development files change under the eyes of whoever changes them.
    if (!around.dev && sha256(bytes) !== hash) {
      log('alarm', 'file_not_built', { address: path });
      return undefined;
    }
    const isOfBuild = path.startsWith(nextPrefix) && path.endsWith('.js');
    const headers = isOfBuild ? scriptHeaders(around, caching) : fileHeaders(around, caching);
    const making = { status: 200, contentType: kind.type, headers };
    const finished = kind.isText
      ? await finishedText(bytes, { ...making, patient: true })
      : finishedBytes(bytes, making);
    if (!around.dev) ready.set(path, finished);
    return finished;
  }

  return {
    get(path) {
      const place = places.get(path);
      if (place === undefined) return undefined;
      const held = ready.get(path);
      if (held !== undefined) return Promise.resolve(held);
      const loading = coming.get(path) ?? load(path, place).finally(() => coming.delete(path));
      coming.set(path, loading);
      return loading;
    },
  };
}

/** The builds whose files are there, and those files with the hashes they were kept with. */
export type KeptBuilds = { folder: string; names: ReadonlySet<string>; hashes: ReadonlyMap<string, string> };

/**
 * Copies the files of this build to where they outlive the next one, and deletes those that no
 * kept build has. Their names carry their hashes, so builds share one folder. The list of a build is sealed: a file
 * put into that folder belongs to none.
 *
 * @param secret seals the lists
 */
export async function keepBuild(
  build: { name: string; folder: string },
  folder: string,
  secret: string,
): Promise<KeptBuilds> {
  const lists = join(folder, 'builds');
  await mkdir(lists, { recursive: true });
  const own: Record<string, string> = {};
  for (const name of await filesIn(build.folder)) {
    own[name] = await hashOf(join(build.folder, name));
    await copyOnce(join(build.folder, name), join(folder, 'files', name));
  }
  await writeWhole(join(lists, build.name), JSON.stringify({ files: own, seal: sealOf(own, build.name, secret) }));

  const builds = await Promise.all(
    (await readdir(lists)).map(async (name) => ({ name, at: (await stat(join(lists, name))).mtimeMs })),
  );
  builds.sort((a, b) => b.at - a.at);
  for (const { name } of builds.slice(keptBuilds)) await rm(join(lists, name));
  const names = new Set<string>();
  const hashes = new Map<string, string>();
  for (const { name } of builds.slice(0, keptBuilds)) {
    const list = listOfFiles.safeParse(JSON.parse((await readIfThere(join(lists, name))) ?? 'null')).data;
    // An older version's list has no seal: its pages are drawn anew.
    if (list === undefined || sealOf(list.files, name, secret) !== list.seal) continue;
    names.add(name);
    for (const [file, hash] of Object.entries(list.files)) hashes.set(file, hash);
  }
  for (const name of await filesIn(join(folder, 'files'))) {
    if (!hashes.has(name)) await rm(join(folder, 'files', name));
  }
  return { folder, names, hashes };
}

const listOfFiles = z.strictObject({ files: z.record(z.string(), z.string()), seal: z.string() });

function sealOf(files: Readonly<Record<string, string>>, build: string, secret: string): string {
  const listed = Object.keys(files)
    .sort()
    .map((name) => [name, files[name]]);
  return createHmac('sha256', secret)
    .update(`rw1:kept build\n${JSON.stringify([build, listed])}`)
    .digest('base64url');
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function hashOf(file: string): Promise<string> {
  return sha256(await readFile(file));
}

/** Files below a folder by their path in it, as addresses write it; empty when there is no such folder. */
async function filesIn(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile() && mediaTypes.has(endingOf(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'));
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}

/** A name that carries a hash or a version (`-1`) never stands for other bytes. */
function plainCaching(name: string): string {
  return /-(?:\d+|[0-9a-f]{8,})\.[a-z0-9]+$/.test(name) ? immutable : 'public, max-age=3600';
}

async function copyOnce(from: string, to: string): Promise<void> {
  if (existsSync(to)) return;
  await mkdir(dirname(to), { recursive: true });
  const draft = `${to}.${randomBytes(4).toString('hex')}`;
  await copyFile(from, draft);
  await rename(draft, to);
}

async function writeWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, text);
  await rename(draft, path);
}
