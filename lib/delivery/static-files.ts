import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { readIfThere } from '#lib/data-folder.ts';
import { boundedMap } from './bounded-map.ts';
import { type Finished, finishedBytes, finishedText } from './finished-page.ts';
import { fileHeaders, immutable, type Surroundings, scriptHeaders } from './headers.ts';

/** Files that are part of the program: style sheets, scripts, fonts, the favicon. */
export type StaticFiles = {
  /** The file at a path such as `/_next/static/chunks/a.css` or `/favicon.ico`, or undefined. */
  get(path: string): Promise<Finished> | undefined;
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
  /** Where files of earlier builds are kept: `next build` deletes its own. */
  earlier: string;
  /** Files served as they lie, `public`. */
  plain: string;
};

/** Reads the list of files once; each is compressed at its first request. */
export async function staticFiles(folders: StaticFolders, around: Surroundings): Promise<StaticFiles> {
  const places = new Map<string, { file: string; caching: string }>();
  for (const name of await filesIn(folders.plain)) {
    places.set(`/${name}`, { file: join(folders.plain, name), caching: plainCaching(name) });
  }
  if (folders.build !== undefined) {
    for (const name of await filesIn(join(folders.earlier, 'files'))) {
      places.set(nextPrefix + name, { file: join(folders.earlier, 'files', name), caching: immutable });
    }
    for (const name of await filesIn(folders.build.folder)) {
      places.set(nextPrefix + name, { file: join(folders.build.folder, name), caching: immutable });
    }
  }
  const ready = boundedMap<Finished>(room, (finished) => finished.weight);
  const coming = new Map<string, Promise<Finished>>();

  async function load(path: string, file: string, caching: string): Promise<Finished> {
    const kind = mediaTypes.get(endingOf(path));
    if (kind === undefined) throw new Error(`No media type for ${path}`);
    const bytes = await readFile(file);
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
      const loading = coming.get(path) ?? load(path, place.file, place.caching).finally(() => coming.delete(path));
      coming.set(path, loading);
      return loading;
    },
  };
}

/**
 * Copies the files of this build to where they outlive the next one, and deletes those that no
 * kept build has. Their names carry their hashes, so builds share one folder.
 *
 * @returns the names of the builds whose files are there
 */
export async function keepBuild(build: { name: string; folder: string }, folder: string): Promise<Set<string>> {
  const lists = join(folder, 'builds');
  await mkdir(lists, { recursive: true });
  const files = await filesIn(build.folder);
  for (const name of files) await copyOnce(join(build.folder, name), join(folder, 'files', name));
  await writeWhole(join(lists, build.name), JSON.stringify(files));

  const builds = await Promise.all(
    (await readdir(lists)).map(async (name) => ({ name, at: (await stat(join(lists, name))).mtimeMs })),
  );
  builds.sort((a, b) => b.at - a.at);
  for (const { name } of builds.slice(keptBuilds)) await rm(join(lists, name));
  const kept = builds.slice(0, keptBuilds).map(({ name }) => name);
  const needed = new Set<string>();
  for (const name of kept) {
    const list = listOfFiles.parse(JSON.parse((await readIfThere(join(lists, name))) ?? '[]'));
    for (const file of list) needed.add(file);
  }
  for (const name of await filesIn(join(folder, 'files'))) {
    if (!needed.has(name)) await rm(join(folder, 'files', name));
  }
  return new Set(kept);
}

const listOfFiles = z.array(z.string());

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
