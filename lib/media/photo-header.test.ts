import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPhoto, pngThatClaims } from '#lib/testing/photos.ts';
import { type PhotoSize, readPhotoSize } from './photo-header.ts';
import { type AcceptedMediaType, acceptedMediaTypes } from './table.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ruang-warta-kepala-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function sizeOf(bytes: Buffer, mediaType: AcceptedMediaType): Promise<PhotoSize | undefined> {
  const path = join(folder, 'berkas');
  await writeFile(path, bytes);
  const file = await open(path, 'r');
  try {
    return await readPhotoSize(file, mediaType);
  } finally {
    await file.close();
  }
}

test('each kind tells its size', async () => {
  const photo = await aPhoto(301, 203);
  const size = { width: 301, height: 203 };
  expect(await sizeOf(await photo.clone().jpeg().toBuffer(), 'image/jpeg')).toEqual(size);
  expect(await sizeOf(await photo.clone().jpeg({ progressive: true }).toBuffer(), 'image/jpeg')).toEqual(size);
  expect(await sizeOf(await photo.clone().png().toBuffer(), 'image/png')).toEqual(size);
  expect(await sizeOf(await photo.clone().webp().toBuffer(), 'image/webp')).toEqual(size);
  expect(await sizeOf(await photo.clone().webp({ lossless: true }).toBuffer(), 'image/webp')).toEqual(size);
  expect(await sizeOf(await photo.clone().webp().withMetadata().toBuffer(), 'image/webp')).toEqual(size);
  expect(await sizeOf(await photo.clone().gif().toBuffer(), 'image/gif')).toEqual(size);
});

test('a JPEG tells its size behind long records', async () => {
  const jpeg = await (await aPhoto(64, 48)).jpeg().toBuffer();
  const record = Buffer.concat([Buffer.from([0xff, 0xe2, 0xff, 0xff]), Buffer.alloc(0xfffd, 0xc0)]);
  const long = Buffer.concat([jpeg.subarray(0, 2), ...Array.from({ length: 50 }, () => record), jpeg.subarray(2)]);
  expect(await sizeOf(long, 'image/jpeg')).toEqual({ width: 64, height: 48 });
});

test('a claim is read, however large', async () => {
  expect(await sizeOf(pngThatClaims(50_000, 50_000), 'image/png')).toEqual({ width: 50_000, height: 50_000 });
});

test('no area is no photo', async () => {
  expect(await sizeOf(pngThatClaims(0, 10), 'image/png')).toBeUndefined();
});

test('any bytes end in a size or in nothing, never in an error', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...acceptedMediaTypes),
      fc.uint8Array({ maxLength: 80 }),
      async (mediaType, bytes) => {
        const size = await sizeOf(Buffer.concat([Buffer.from([0xff, 0xd8]), bytes]), mediaType);
        expect(size === undefined || (size.width > 0 && size.height > 0)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
