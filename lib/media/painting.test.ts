import { createHash, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { withAlarms } from '#lib/testing/captured-log.ts';
import { colourAt, svgWithScript, testMediaFolders } from '#lib/testing/photos.ts';
import { type Painting, paintShareCard } from './painting.ts';
import { renditionKey, type StorageKey, type StoredMediaType } from './storage.ts';
import { mediaStorage, readStored } from './stored-files.ts';
import { card } from './table.ts';

const folders = testMediaFolders();

/** A band of green below an open part. */
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630"><path fill="#0b3d31" d="M0 380h1200v250H0z"/></svg>';
const centre = { x: 0.5, y: 0.5 };

async function stored(bytes: Buffer, mediaType: StoredMediaType = 'image/webp'): Promise<StorageKey> {
  const file = join(folders.dataDir(), randomUUID());
  await writeFile(file, bytes);
  const key = renditionKey(createHash('sha256').update(bytes).digest('hex'), mediaType);
  await mediaStorage().put(key, file);
  return key;
}

async function painted(painting: Painting): Promise<Buffer> {
  const found = await paintShareCard(painting);
  const bytes = found === null ? null : await readStored(found.key);
  if (found === null || bytes === null) throw new Error('nothing was painted');
  expect(found.bytes).toBe(bytes.length);
  return bytes;
}

const plain = (width: number, height: number, background = '#c02020') =>
  sharp({ create: { width, height, channels: 3, background } });

/** Grass in the wind, sand, rain: what compresses worst. */
const noise = (sigma: number): Sharp =>
  sharp({
    create: {
      width: 1600,
      height: 1067,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma },
    },
  });

test.each([
  ['a wide photo', 1600, 600],
  ['a standing one', 400, 1600],
  ['a tiny one', 3, 2],
])('%s fills the open part, the drawing lies over it', async (_, width, height) => {
  const key = await stored(await plain(width, height).webp().toBuffer());
  const bytes = await painted({ svg, photo: { key, height: 380, focal: centre } });
  const { format, width: across, height: down, exif, icc, xmp } = await sharp(bytes).metadata();
  expect({ format, across, down, exif, icc, xmp }).toEqual({ format: 'jpeg', across: 1200, down: 630 });
  for (const [x, y] of [
    [0.01, 0.01],
    [0.99, 0.01],
    [0.5, 0.58],
  ] as const) {
    expect((await colourAt(bytes, x, y))[0], `${x} ${y}`).toBeGreaterThan(170);
  }
  const [red = 255, green = 0] = await colourAt(bytes, 0.5, 0.8);
  expect([red < 30, green > 45]).toEqual([true, true]);
});

test.each([
  ['busy', 40],
  ['pure noise', 110],
])('a card of a photo that is %s is light enough', async (_, sigma) => {
  const key = await stored(await noise(sigma).webp({ quality: 72 }).toBuffer());
  const bytes = await painted({ svg, photo: { key, height: 380, focal: centre } });
  expect(bytes.length).toBeLessThan(card.bytes);
  expect(bytes.length).toBeGreaterThan(100_000);
});

test('the same painting gives the same bytes', async () => {
  const key = await stored(await noise(20).webp().toBuffer());
  const painting = { svg, photo: { key, height: 380, focal: { x: 0.2, y: 0.9 } } };
  expect(await paintShareCard(painting)).toEqual(await paintShareCard(painting));
});

describe('what cannot be painted', () => {
  test('a rendition that is not there is told of', async () => {
    const key = renditionKey('ab'.repeat(32), 'image/webp');
    const { result, alarms } = await withAlarms(() =>
      paintShareCard({ svg, photo: { key, height: 380, focal: centre } }),
    );
    expect(result).toBeNull();
    expect(alarms).toContainEqual(expect.objectContaining({ event: 'stored_file_missing' }));
  });

  const foreign: [string, () => Promise<Buffer> | Buffer][] = [
    ['an SVG', () => Buffer.from(svgWithScript)],
    ['a PNG', () => plain(30, 20).png().toBuffer()],
    ['a TIFF', () => plain(30, 20).tiff().toBuffer()],
    ['no picture', () => Buffer.from('bukan gambar')],
  ];
  test.each(foreign)('%s in the place of a rendition is not opened', async (_, bytes) => {
    const key = await stored(await bytes());
    await expect(paintShareCard({ svg, photo: { key, height: 380, focal: centre } })).rejects.toThrow('not painted');
  });

  test('a drawing that is none', async () => {
    await expect(paintShareCard({ svg: 'bukan gambar', photo: null })).rejects.toThrow('not painted');
  });
});
