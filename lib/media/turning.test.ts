import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { assets } from '#db/schema/index.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anActor, anAgency, aPortal } from '#lib/testing/people.ts';
import { colourAt, corners, cornersSize, testMediaFolders } from '#lib/testing/photos.ts';
import { ingestPhoto } from './ingest.ts';
import { originalKey } from './storage.ts';
import { readStored } from './stored-files.ts';
import { makeTurnedCopy } from './turning.ts';

testDatabase();
testMediaFolders();

async function aStoredPhoto() {
  const portalId = await aPortal();
  const agencyId = await anAgency(portalId);
  const contributor = await anActor('contributor', portalId, agencyId);
  const bytes = await corners(1).jpeg({ quality: 95 }).toBuffer();
  const body = (async function* () {
    yield bytes;
  })();
  const { assetId } = await ingestPhoto(contributor, {
    agencyId,
    fileName: 'a.jpg',
    declaredLength: bytes.length,
    body,
  });
  await database().update(assets).set({ credit: 'Wulan', focalX: 0.25, focalY: 0.1 }).where(eq(assets.id, assetId));
  const copies = () => database().select().from(assets).where(eq(assets.derivedFrom, assetId));
  return { assetId, by: contributor.userId, bytes, copies };
}

test.each([
  ['right', { focalX: 0.9, focalY: 0.25 }],
  ['left', { focalX: 0.1, focalY: 0.75 }],
] as const)('a copy turned to the %s is a photo of its own, with the facts of the first', async (direction, focal) => {
  const { assetId, by, bytes, copies } = await aStoredPhoto();
  await makeTurnedCopy({ assetId, direction, by });
  await makeTurnedCopy({ assetId, direction, by });
  const [copy, ...others] = await copies();
  expect(others).toEqual([]);
  const { width, height } = cornersSize;
  expect(copy).toMatchObject({ width: height, height: width, credit: 'Wulan', state: 'processing', ...focal });
  const turned = await readStored(originalKey(copy?.hash ?? '', 'image/jpeg'));
  if (turned === null) throw new Error('no copy was stored');
  expect((await sharp(turned).metadata()).width).toBe(height);
  // What was above at the left is now at the right, or below.
  const former = await colourAt(bytes, 20, 20);
  const now = await (direction === 'right' ? colourAt(turned, height - 20, 20) : colourAt(turned, 20, width - 20));
  for (const [at, part] of former.entries()) expect(Math.abs((now[at] ?? 0) - part)).toBeLessThan(12);
});

test('nothing is made of a photo that could not be decoded', async () => {
  const { assetId, by, copies } = await aStoredPhoto();
  await database().update(assets).set({ state: 'failed' }).where(eq(assets.id, assetId));
  await makeTurnedCopy({ assetId, direction: 'left', by });
  expect(await copies()).toEqual([]);
});
