import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { portalId } from '#lib/ids.ts';
import { removeFolder } from '#lib/testing/remove-folder.ts';
import { openKeptPages } from './kept-pages.ts';
import type { PageFacts } from './page-file.ts';
import { newChanges, noteChanges } from './portal-changes.ts';

const portal = portalId.parse('0198a000-0000-7000-8000-000000000001');
const other = portalId.parse('0198a000-0000-7000-8000-000000000002');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'halaman-'));
});
afterEach(() => removeFolder(folder));

const open = (limits?: { bytes: number; pages: number }) =>
  openKeptPages({ folder, secret: 'rahasia', builds: new Set(['b1']), ...(limits ? { limits } : {}) });

function facts(address: string, changes: Partial<PageFacts> = {}): PageFacts {
  return {
    portalId: portal,
    address,
    status: 200,
    contentType: 'text/html',
    names: [`article:${address}`],
    generation: 5,
    renderedAt: 1,
    build: 'b1',
    media: [],
    hash: address,
    ...changes,
  };
}

const bytes = brotliCompressSync('isi');

test('a page outlives a restart', async () => {
  const first = await open();
  first.keep(facts('/a', { media: ['r/aa/x.avif'] }), bytes);
  await first.settled();
  const second = await open();
  expect((await second.read(portal, '/a'))?.brotli).toEqual(bytes);
  expect(second.shows('r/aa/x.avif')).toBe(true);
  expect(second.since().get(portal)).toBe(5);
  expect(await second.read(other, '/a')).toBeUndefined();
});

test('a changed article is deleted from the disk, also while it is being written', async () => {
  const kept = await open();
  kept.keep(facts('/a'), bytes);
  kept.keep(facts('/b'), bytes);
  const changes = newChanges(5);
  noteChanges(changes, 6, ['article:/a']);
  kept.prune(portal, changes);
  await kept.settled();
  expect(await readdir(folder)).toHaveLength(1);
  expect(await kept.read(portal, '/a')).toBeUndefined();
  expect(await kept.read(portal, '/b')).toBeDefined();
});

test('a page from a past that the database no longer knows is deleted', async () => {
  const kept = await open();
  kept.keep(facts('/a', { generation: 9 }), bytes);
  kept.keep(facts('/b', { generation: 4 }), bytes);
  kept.prune(portal, newChanges(5));
  expect(await kept.read(portal, '/a')).toBeUndefined();
  expect(await kept.read(portal, '/b')).toBeDefined();
});

test('a file changed by somebody else is not a page', async () => {
  const kept = await open();
  kept.keep(facts('/a'), bytes);
  await kept.settled();
  const [name = ''] = await readdir(folder);
  const file = await readFile(join(folder, name));
  await writeFile(join(folder, name), Buffer.concat([file.subarray(0, -1), Buffer.from('x')]));
  expect(await (await open()).read(portal, '/a')).toBeUndefined();
  expect(await kept.read(portal, '/a')).toBeUndefined();
});

test('a start bears the former process still deleting', async () => {
  const kept = await open();
  const addresses = Array.from({ length: 60 }, (_, number) => `/${number}`);
  for (const address of addresses) kept.keep(facts(address), bytes);
  await kept.settled();
  kept.drop(portal);
  const [next] = await Promise.all([open(), kept.settled()]);
  for (const address of addresses) expect(await next.read(portal, address)).toBeUndefined();
});

test('pages of a build whose style sheets are gone, and strange files, are thrown out', async () => {
  const kept = await open();
  kept.keep(facts('/a', { build: 'b0' }), bytes);
  await kept.settled();
  await writeFile(join(folder, 'aneh'), 'x');
  await open();
  expect(await readdir(folder)).toEqual([]);
});

test('the oldest make room', async () => {
  const kept = await open({ bytes: 1_000_000, pages: 2 });
  kept.keep(facts('/a', { renderedAt: 1 }), bytes);
  kept.keep(facts('/b', { renderedAt: 2 }), bytes);
  kept.keep(facts('/c', { renderedAt: 3 }), bytes);
  await kept.settled();
  expect(await readdir(folder)).toHaveLength(2);
  expect(await kept.read(portal, '/a')).toBeUndefined();
});

test('a portal can be dropped whole', async () => {
  const kept = await open();
  kept.keep(facts('/a'), bytes);
  kept.keep(facts('/a', { portalId: other }), bytes);
  kept.drop(portal);
  await kept.settled();
  expect(await kept.read(portal, '/a')).toBeUndefined();
  expect(await kept.read(other, '/a')).toBeDefined();
});
