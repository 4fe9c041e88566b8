import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { beforeAll, expect, test, vi } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { assets, renditions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { type AgencyId, type AssetId, assetId as anyAssetId } from '#lib/ids.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anActor, anAgency, aPortal } from '#lib/testing/people.ts';
import { aPhoto, corners, cornersSize, testMediaFolders } from '#lib/testing/photos.ts';
import { namesIn } from './disk-storage.ts';
import { type Ingested, ingestPhoto } from './ingest.ts';
import { decodingFailures } from './refusals.ts';
import { focusPhoto } from './rendition-job.ts';
import { makeRenditions } from './renditions.ts';
import { storageKey } from './storage.ts';
import { readStored } from './stored-files.ts';
import { sweepMedia } from './sweep.ts';

testDatabase();
const folders = testMediaFolders();

let agencyId: AgencyId;
let contributor: Actor;
beforeAll(async () => {
  const portalId = await aPortal();
  agencyId = await anAgency(portalId);
  contributor = await anActor('contributor', portalId, agencyId);
});

function upload(bytes: Buffer): Promise<Ingested> {
  const body = (async function* () {
    yield bytes;
  })();
  return ingestPhoto(contributor, { agencyId, fileName: 'foto', declaredLength: bytes.length, body });
}

const renditionsOf = (assetId: AssetId) =>
  database().select().from(renditions).where(eq(renditions.assetId, assetId)).orderBy(asc(renditions.key));

async function rowOf(assetId: AssetId) {
  const [row] = await database().select().from(assets).where(eq(assets.id, assetId));
  return row;
}

const originalOf = (photo: Ingested) => join(folders.mediaDir(), 'o', photo.hash.slice(0, 2), `${photo.hash}.jpg`);

async function longAgo(path: string, hours: number): Promise<void> {
  const then = new Date(Date.now() - hours * 60 * 60 * 1000);
  await utimes(path, then, then);
}

test('a photo becomes ready, upright, with every rendition whole in storage', async () => {
  const photo = await upload(await corners(6).jpeg().toBuffer());
  await makeRenditions(photo.assetId);
  const row = await rowOf(photo.assetId);
  expect(row).toMatchObject({ state: 'ready', failure: null, ...cornersSize });
  expect(row?.colour).toMatch(/^#[0-9a-f]{6}$/);
  const derived = await renditionsOf(photo.assetId);
  expect(derived.map(({ shape, format, width }) => `${shape} ${format} ${width}`).sort()).toEqual([
    'card jpeg 1200',
    'full avif 320',
    'full avif 480',
    'full jpeg 480',
    'full webp 320',
    'full webp 480',
    'print jpeg 480',
  ]);
  for (const { key, bytes } of derived) {
    const stored = await readStored(storageKey(key));
    expect(stored?.length).toBe(bytes);
  }
  expect(await readdir(join(folders.dataDir(), 'olah-foto'))).toEqual([]);
});

test('a second run changes nothing', async () => {
  const photo = await upload(await (await aPhoto(400, 300)).jpeg().toBuffer());
  await makeRenditions(photo.assetId);
  const first = await renditionsOf(photo.assetId);
  await makeRenditions(photo.assetId);
  expect(await renditionsOf(photo.assetId)).toEqual(first);
});

test('two runs at once end as one', async () => {
  const photo = await upload(await (await aPhoto(410, 300)).jpeg().toBuffer());
  await Promise.all([makeRenditions(photo.assetId), makeRenditions(photo.assetId)]);
  expect((await renditionsOf(photo.assetId)).filter(({ shape }) => shape === 'card')).toHaveLength(1);
  expect(await rowOf(photo.assetId)).toMatchObject({ state: 'ready' });
});

test('a run that was killed half-way is completed by the next', async () => {
  const photo = await upload(await (await aPhoto(420, 300)).jpeg().toBuffer());
  // What such a run leaves: a work folder, some stored pictures, some rows from another version.
  const abandoned = join(folders.dataDir(), 'olah-foto', 'terputus');
  await mkdir(abandoned, { recursive: true });
  await writeFile(join(abandoned, 'full-320.avif'), 'separuh');
  await database()
    .insert(renditions)
    .values({ assetId: photo.assetId, shape: 'full', format: 'avif', width: 320, height: 1, bytes: 1, key: 'r/lama' });
  await makeRenditions(photo.assetId);
  expect(await rowOf(photo.assetId)).toMatchObject({ state: 'ready' });
  expect((await renditionsOf(photo.assetId)).some(({ key }) => key === 'r/lama')).toBe(false);
});

test('moving the focal point makes the card anew, and nothing else', async () => {
  const photo = await upload(await corners(1).jpeg().toBuffer());
  await makeRenditions(photo.assetId);
  const before = await renditionsOf(photo.assetId);
  const move = (x: number, y: number) => transaction((tx) => focusPhoto(tx, photo.assetId, { x, y }));
  await move(0.5, 0.5);
  expect(await rowOf(photo.assetId)).toMatchObject({ state: 'ready' });

  await move(0.5, 0);
  expect(await rowOf(photo.assetId)).toMatchObject({ state: 'processing', focalY: 0 });
  expect(await renditionsOf(photo.assetId)).toEqual(before);
  await makeRenditions(photo.assetId);
  const after = await renditionsOf(photo.assetId);
  const keys = (rows: typeof after, shape: string) => rows.filter((row) => row.shape === shape).map(({ key }) => key);
  expect(keys(after, 'full')).toEqual(keys(before, 'full'));
  expect(keys(after, 'card')).not.toEqual(keys(before, 'card'));
});

test('a focal point that moves while the photo is being made counts in the end', async () => {
  const photo = await upload(await corners(2).jpeg().toBuffer());
  const workFolders = () => namesIn(join(folders.dataDir(), 'olah-foto'));
  const formerly = (await workFolders()).length;
  const running = makeRenditions(photo.assetId);
  await vi.waitFor(async () => expect(await workFolders()).toHaveLength(formerly + 1), 10_000);
  await transaction((tx) => focusPhoto(tx, photo.assetId, { x: 0.5, y: 1 }));
  await running;
  expect(await rowOf(photo.assetId)).toMatchObject({ state: 'processing' });
  await makeRenditions(photo.assetId);
  expect(await rowOf(photo.assetId)).toMatchObject({ state: 'ready', focalY: 1 });
});

test('a truncated photo fails with a sentence and has no renditions', async () => {
  const bytes = await (await aPhoto(800, 600)).jpeg().toBuffer();
  const photo = await upload(bytes.subarray(0, Math.floor(bytes.length / 2)));
  await makeRenditions(photo.assetId);
  expect(await rowOf(photo.assetId)).toMatchObject({ state: 'failed', failure: decodingFailures.damaged });
  expect(await renditionsOf(photo.assetId)).toEqual([]);
});

test('an original that was altered or lost is not used', async () => {
  const altered = await upload(await (await aPhoto(430, 300)).jpeg().toBuffer());
  await writeFile(originalOf(altered), await (await aPhoto(431, 300)).jpeg().toBuffer());
  await makeRenditions(altered.assetId);
  expect(await rowOf(altered.assetId)).toMatchObject({ state: 'failed', failure: decodingFailures.original_lost });

  const lost = await upload(await (await aPhoto(440, 300)).jpeg().toBuffer());
  await rm(originalOf(lost));
  await makeRenditions(lost.assetId);
  expect(await rowOf(lost.assetId)).toMatchObject({ state: 'failed', failure: decodingFailures.original_lost });
});

test('a photo that does not exist asks for nothing', async () => {
  await makeRenditions(anyAssetId.parse('00000000-0000-7000-8000-000000000000'));
});

test('the sweep removes what crashes left behind, and nothing else', async () => {
  const photo = await upload(await (await aPhoto(450, 300)).jpeg().toBuffer());
  await makeRenditions(photo.assetId);
  const kept = (await renditionsOf(photo.assetId)).map(({ key }) => join(folders.mediaDir(), key));
  const orphan = (mark: string) => join(folders.mediaDir(), 'r', mark, `${mark.repeat(32)}.avif`);
  const [old, young] = [orphan('0a'), orphan('0b')];
  const halfUpload = join(folders.dataDir(), 'unggahan', 'separuh');
  const youngUpload = join(folders.dataDir(), 'unggahan', 'baru');
  const abandoned = join(folders.dataDir(), 'olah-foto', 'lama');
  for (const path of [old, young, halfUpload, youngUpload, join(abandoned, 'a')]) {
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, 'sisa');
  }
  for (const path of [...kept, originalOf(photo), old, halfUpload, abandoned]) await longAgo(path, 2);

  await sweepMedia();

  for (const path of [...kept, originalOf(photo), young, youngUpload])
    await expect(readFile(path)).resolves.toBeDefined();
  for (const path of [old, halfUpload, join(abandoned, 'a')]) await expect(readFile(path)).rejects.toThrow('ENOENT');
});

test('a sweep with the wrong database in front of it removes no photo', async () => {
  const strange = Array.from({ length: 11 }, (_, index) => {
    const mark = `c${index.toString(16)}`;
    return join(folders.mediaDir(), 'o', mark, `${mark.repeat(32)}.jpg`);
  });
  for (const path of strange) {
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, 'milik basis data lain');
    await longAgo(path, 2);
  }
  await sweepMedia();
  for (const path of strange) await expect(readFile(path)).resolves.toBeDefined();
  for (const path of strange.slice(1)) await rm(path);
  await sweepMedia();
  await expect(readFile(strange[0] ?? '')).rejects.toThrow('ENOENT');
});
