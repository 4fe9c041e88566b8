import { createHash, randomUUID } from 'node:crypto';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { portals, renditions, shareCards } from '#db/schema/index.ts';
import type { AssetId, EditionId } from '#lib/ids.ts';
import { markWithdrawn } from '#lib/media/publication.ts';
import { renditionKey, storageKey } from '#lib/media/storage.ts';
import { mediaStorage, readStored } from '#lib/media/stored-files.ts';
import { sweepMedia } from '#lib/media/sweep.ts';
import { leftoverAfter } from '#lib/media/table.ts';
import { generations } from '#lib/record/generation.ts';
import { anAssetRow, coverOf } from '#lib/testing/asset-rows.ts';
import { behindOurBack } from '#lib/testing/behind-our-back.ts';
import { withAlarms } from '#lib/testing/captured-log.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  anArticleInEditing,
  anOffice,
  aPublishedArticle,
  type Office,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { aPhoto, colourAt, testMediaFolders } from '#lib/testing/photos.ts';
import type { Cover } from './article-input.ts';
import { drawShareCard } from './draw-share-card.ts';
import { articlePage } from './public-article.ts';
import { approve, claim, restore, retract, startEdition, submit } from './publishing.ts';
import { isPublicShareCard } from './share-cards.ts';

const { url } = testDatabase();
const folders = testMediaFolders();

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});

/** A photo whose renditions were made: only the one that cards are cut from. */
async function aCover(photo: Sharp, focal: Cover['focal'] = { x: 0.5, y: 0.5 }): Promise<Cover> {
  const { data, info } = await photo.webp({ quality: 80 }).toBuffer({ resolveWithObject: true });
  const file = join(folders.dataDir(), `${randomUUID()}.webp`);
  await writeFile(file, data);
  const key = renditionKey(createHash('sha256').update(data).digest('hex'), 'image/webp');
  await mediaStorage().put(key, file);
  const asset = await anAssetRow(office, office.contributor);
  const { width, height } = info;
  const rendition = {
    assetId: asset.assetId,
    shape: 'full',
    format: 'webp',
    width,
    height,
    bytes: data.length,
  } as const;
  await database()
    .insert(renditions)
    .values({ ...rendition, key });
  return coverOf(asset, { focal });
}

async function rowOf(editionId: EditionId) {
  const [row] = await database().select().from(shareCards).where(eq(shareCards.editionId, editionId));
  return row;
}

async function cardOf(editionId: EditionId): Promise<{ key: string; bytes: Buffer }> {
  await drawShareCard(editionId);
  const row = await rowOf(editionId);
  const bytes = row === undefined ? null : await readStored(storageKey(row.key));
  if (row === undefined || bytes === null) throw new Error('No card was drawn.');
  expect(row.bytes).toBe(bytes.length);
  return { key: row.key, bytes };
}

/** Every one has a title of its own: the same words at the same minute may look the same. */
let titles = 0;
const publishedWith = (words: Parameters<typeof readyWords>[1] = {}) => {
  titles += 1;
  return aPublishedArticle(office, { words: { title: `Puskesmas ${titles} buka imunisasi`, ...words } });
};
const shown = async (slug: string) => (await articlePage(office.portalId, slug))?.shareCard ?? null;
const generation = async () => (await generations(database())).get(office.portalId) ?? 0;

test('an edition that goes live asks for its card once, in the same transaction', async () => {
  const { editionId } = await publishedWith();
  const jobs = await database().execute(sql`
    select 1 from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = 'draw_share_card' and job.payload ->> 'editionId' = ${editionId}`);
  expect(jobs.length).toBe(1);
});

describe('a card', () => {
  test('of an article with a photo shows it above the band, and its page names it', async () => {
    const sky = sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#c02020' } });
    const { editionId, slug } = await publishedWith({ cover: await aCover(sky) });
    expect(await shown(slug)).toBeNull();
    const before = await generation();
    const { key, bytes } = await cardOf(editionId);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630, space: 'srgb' });
    const [red = 0, green = 0] = await colourAt(bytes, 0.5, 0.2);
    expect([red > 150, green < 80]).toEqual([true, true]);
    expect(near(await colourAt(bytes, 0.98, 0.85), [0x0b, 0x3d, 0x31])).toBe(true);
    expect(await shown(slug)).toEqual({ format: 'jpeg', width: 1200, height: 630, key });
    expect(await isPublicShareCard(key)).toBe(true);
    expect(await generation()).toBe(before + 1);
  });

  test('is the same bytes again, and then nothing changes', async () => {
    const { editionId } = await publishedWith({ cover: await aCover(await aPhoto(1300, 900)) });
    const first = await cardOf(editionId);
    const before = await generation();
    const drawnAt = (await rowOf(editionId))?.drawnAt;
    const second = await cardOf(editionId);
    expect(second.key).toBe(first.key);
    expect(second.bytes.equals(first.bytes)).toBe(true);
    expect([await generation(), (await rowOf(editionId))?.drawnAt]).toEqual([before, drawnAt]);
  });

  test('is cut around the point that matters in the photo', async () => {
    const tall = async (y: number) => {
      const low = { input: { create: { width: 700, height: 400, channels: 3 as const, background: '#2020d0' } } };
      const photo = sharp({ create: { width: 700, height: 2000, channels: 3, background: '#d02020' } });
      const bytes = await photo
        .composite([{ ...low, left: 0, top: 1600 }])
        .png()
        .toBuffer();
      const { editionId } = await publishedWith({ cover: await aCover(sharp(bytes), { x: 0.5, y }) });
      return (await cardOf(editionId)).bytes;
    };
    expect((await colourAt(await tall(1), 0.5, 0.3))[2]).toBeGreaterThan(150);
    expect((await colourAt(await tall(0), 0.5, 0.3))[0]).toBeGreaterThan(150);
  });

  test('of an article without a photo shows a pattern', async () => {
    const { editionId } = await publishedWith();
    const { bytes } = await cardOf(editionId);
    expect(bytes.length).toBeLessThan(300_000);
    const { channels } = await sharp(bytes).extract({ left: 0, top: 0, width: 1200, height: 250 }).stats();
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(20);
  });

  test.each([
    ['200 letters without a space', 'A'.repeat(200)],
    ['emoji', '😀🎈👩‍👩‍👧‍👦 Hari Anak'],
    ['another script, right to left', 'خبر عاجل من ساماريندا \u202e evil'],
    ['markup', '</path><script>alert(1)</script>&amp;"\' ]]>'],
    ['control characters', 'a\u200bb\u202ec\ufffe'],
  ])('is drawn for a title of %s', async (_, title) => {
    const { editionId } = await publishedWith({ title });
    expect((await sharp((await cardOf(editionId)).bytes).metadata()).width).toBe(1200);
  });

  test('of the demo is another than that of the same words elsewhere', async () => {
    const { editionId } = await publishedWith({ sponsored: true });
    const usual = await cardOf(editionId);
    await database().update(portals).set({ isDemo: true }).where(eq(portals.id, office.portalId));
    const marked = await cardOf(editionId);
    await database().update(portals).set({ isDemo: false }).where(eq(portals.id, office.portalId));
    expect(marked.key).not.toBe(usual.key);
    expect(near(await colourAt(marked.bytes, 0.06, 0.01), [0xe6, 0xb6, 0x50])).toBe(true);
  });
});

describe('a card is there only while it may be', () => {
  test('not before publication', async () => {
    const { editionId } = await anArticleInEditing(office);
    await drawShareCard(editionId);
    expect(await rowOf(editionId)).toBeUndefined();
  });

  test('not while its article is retracted, and again when it is restored', async () => {
    const article = await publishedWith();
    const { key } = await cardOf(article.editionId);
    const gone = await retract(office.editor, { ...article, reason: 'Memuat data pribadi.', hidesTitle: true });
    expect(await isPublicShareCard(key)).toBe(false);
    await drawShareCard(article.editionId);
    expect((await rowOf(article.editionId))?.key).toBe(key);
    await restore(office.managingEditor, gone);
    expect(await isPublicShareCard(key)).toBe(true);
  });

  test('not after its photo was withdrawn', async () => {
    const cover = await aCover(await aPhoto(1250, 700));
    const { editionId, slug } = await publishedWith({ cover });
    const { key } = await cardOf(editionId);
    await withdraw(cover.assetId);
    expect(await isPublicShareCard(key)).toBe(false);
    expect(await shown(slug)).toBeNull();
    const other = await publishedWith({ cover });
    await drawShareCard(other.editionId);
    expect(await rowOf(other.editionId)).toBeUndefined();
  });

  test('not when another edition has taken its place, which has its own', async () => {
    const article = await publishedWith();
    const { key } = await cardOf(article.editionId);
    const next = await startEdition(office.contributor, { ...article, changeType: 'update', publicNote: 'Jam baru.' });
    const words = readyWords(office, { title: 'Puskesmas buka imunisasi pukul tujuh', publicNote: 'Jam baru.' });
    const version = await type(office.contributor, next.editionId, words);
    const submitted = await submit(office.contributor, { editionId: next.editionId, version });
    const claimed = await claim(office.editor, submitted);
    await approve(office.editor, { ...claimed, outcome: 'publish' });
    expect(await isPublicShareCard(key)).toBe(false);
    expect(await shown(article.slug)).toBeNull();
    const newer = await cardOf(next.editionId);
    expect((await shown(article.slug))?.key).toBe(newer.key);
    expect(newer.key).not.toBe(key);
  });

  test.each(['c/aa/x.jpg', `c/aa/${'aa'.repeat(32)}.jpg`, '', '../../etc/passwd'])('%j is not there', async (key) => {
    expect(await isPublicShareCard(key)).toBe(false);
  });
});

test('its file stays when storage is swept of what no row knows', async () => {
  const { editionId } = await publishedWith();
  const { key } = await cardOf(editionId);
  const longAgo = new Date(Date.now() - leftoverAfter * 2);
  await utimes(join(folders.mediaDir(), key), longAgo, longAgo);
  await sweepMedia();
  expect(await readStored(storageKey(key))).not.toBeNull();
  await database().delete(shareCards).where(eq(shareCards.editionId, editionId));
  await sweepMedia();
  expect((await withAlarms(() => readStored(storageKey(key)))).result).toBeNull();
});

describe('a row changed behind our back is not used', () => {
  test('another picture put in its place', async () => {
    const mine = await publishedWith();
    const other = await publishedWith({ title: 'Judul lain sama sekali' });
    const foreign = await cardOf(other.editionId);
    await cardOf(mine.editionId);
    await behindOurBack(url(), 'update share_cards set key = $1 where edition_id = $2', [foreign.key, mine.editionId]);
    expect(await shown(mine.slug)).toBeNull();
    // Drawing it again puts ours back.
    const { key } = await cardOf(mine.editionId);
    expect((await shown(mine.slug))?.key).toBe(key);
    expect(await isPublicShareCard(foreign.key)).toBe(true);
  });

  test('a title of somebody else gets no picture', async () => {
    const { editionId } = await publishedWith();
    await behindOurBack(url(), "update editions set title = 'Slot gacor' where id = $1", [editionId]);
    await withAlarms(() => drawShareCard(editionId));
    expect(await rowOf(editionId)).toBeUndefined();
  });

  test('a file that was altered is not read', async () => {
    const { editionId } = await publishedWith();
    const { key } = await cardOf(editionId);
    const path = join(folders.mediaDir(), key);
    await writeFile(path, Buffer.concat([await readFile(path), Buffer.from('x')]));
    const { result } = await withAlarms(() => readStored(storageKey(key)));
    expect(result).toBeNull();
  });
});

function withdraw(assetId: AssetId): Promise<void> {
  const withdrawal = {
    assetId,
    portalId: office.portalId,
    by: office.editor.userId,
    at: new Date(),
    reason: 'Keliru.',
  };
  return transaction((tx) => markWithdrawn(tx, withdrawal));
}

function near(found: readonly number[], wanted: readonly number[]): boolean {
  return wanted.every((part, index) => Math.abs(part - (found[index] ?? 0)) < 12);
}
