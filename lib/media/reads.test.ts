import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { assets } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { domainErrorCode } from '#lib/errors.ts';
import { type AgencyId, type AssetId, assetId as anyAssetId, type PortalId } from '#lib/ids.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anActor, anAgency, aPortal } from '#lib/testing/people.ts';
import { aPhoto, testMediaFolders } from '#lib/testing/photos.ts';
import { ingestPhoto } from './ingest.ts';
import { markPublic, markWithdrawn } from './publication.ts';
import { photoForActor, photosFor, publicRendition, renditionForActor } from './reads.ts';
import { makeRenditions } from './renditions.ts';

testDatabase();
const folders = testMediaFolders();

const at = new Date('2026-01-14T02:30:00Z');

let portalId: PortalId;
let agencyId: AgencyId;
let contributor: Actor;
let editor: Actor;
beforeAll(async () => {
  portalId = await aPortal();
  agencyId = await anAgency(portalId);
  contributor = await anActor('contributor', portalId, agencyId);
  editor = await anActor('editor', portalId);
});

async function aReadyPhoto(bytes: Buffer, actor = contributor): Promise<{ assetId: AssetId; key: string }> {
  const body = (async function* () {
    yield bytes;
  })();
  const { assetId } = await ingestPhoto(actor, { agencyId, fileName: 'foto', declaredLength: bytes.length, body });
  await makeRenditions(assetId);
  const photo = (await photosFor(database(), [assetId])).get(assetId);
  const key = photo?.renditions.find(({ format }) => format === 'webp')?.key;
  if (key === undefined) throw new Error('no rendition');
  return { assetId, key };
}

const bytesOf = async (width: number) => (await aPhoto(width, 100)).jpeg().toBuffer();

const withdraw = (assetId: AssetId) =>
  transaction((tx) => markWithdrawn(tx, { assetId, portalId, by: editor.userId, at, reason: 'Wajah anak terlihat' }));

const codeOf = (work: Promise<unknown>) => work.then(() => 'fine', domainErrorCode);

test('photos are read by id with their renditions, from small to large', async () => {
  const { assetId } = await aReadyPhoto(await bytesOf(350));
  const nowhere = anyAssetId.parse('00000000-0000-7000-8000-000000000000');
  const photos = await photosFor(database(), [assetId, nowhere, assetId]);
  expect([...photos.keys()]).toEqual([assetId]);
  const photo = photos.get(assetId);
  expect(photo).toMatchObject({
    assetId,
    portalId,
    agencyId,
    state: 'ready',
    width: 350,
    height: 100,
    withdrawn: false,
  });
  expect(photo?.renditions.filter(({ format }) => format === 'avif').map(({ width }) => width)).toEqual([320, 350]);
  expect(await photosFor(database(), [])).toEqual(new Map());
});

describe('what readers may have', () => {
  test('nothing before publication, everything after it, nothing once withdrawn', async () => {
    const { assetId, key } = await aReadyPhoto(await bytesOf(340));
    expect(await publicRendition(key)).toBeNull();
    await transaction((tx) => markPublic(tx, [assetId], at));
    const served = await publicRendition(key);
    expect(served).toMatchObject({ key, mediaType: 'image/webp' });
    expect((await served?.read())?.length).toBe(served?.bytes);
    await withdraw(assetId);
    expect(await publicRendition(key)).toBeNull();
    expect((await photosFor(database(), [assetId])).get(assetId)?.withdrawn).toBe(true);
  });

  test('the moment of first publication stays', async () => {
    const { assetId } = await aReadyPhoto(await bytesOf(341));
    await transaction((tx) => markPublic(tx, [assetId], at));
    await transaction((tx) => markPublic(tx, [assetId], new Date()));
    const [row] = await database().select().from(assets).where(eq(assets.id, assetId));
    expect(row?.publicSince).toEqual(at);
  });

  test('the same picture of two uploads is public while one of them is', async () => {
    const bytes = await bytesOf(342);
    const colleague = await anActor('contributor', portalId, agencyId);
    const first = await aReadyPhoto(bytes);
    const second = await aReadyPhoto(bytes, colleague);
    expect(second.key).toBe(first.key);
    await transaction((tx) => markPublic(tx, [first.assetId], at));
    expect(await publicRendition(first.key)).not.toBeNull();
    await withdraw(second.assetId);
    expect(await publicRendition(first.key)).not.toBeNull();
    await withdraw(first.assetId);
    expect(await publicRendition(first.key)).toBeNull();
  });

  test('a file altered on the disk is not handed out', async () => {
    const { assetId, key } = await aReadyPhoto(await bytesOf(343));
    await transaction((tx) => markPublic(tx, [assetId], at));
    await writeFile(join(folders.mediaDir(), key), 'iklan judi');
    expect(await (await publicRendition(key))?.read()).toBeNull();
  });

  test.each(['', '../../etc/passwd', 'o/ab/x.jpg', "' or 1=1"])('%j is not there', async (key) => {
    expect(await publicRendition(key)).toBeNull();
  });

  test('an original is never handed out', async () => {
    const { assetId } = await aReadyPhoto(await bytesOf(344));
    await transaction((tx) => markPublic(tx, [assetId], at));
    const hash = (await photosFor(database(), [assetId])).get(assetId)?.hash ?? '';
    const key = `o/${hash.slice(0, 2)}/${hash}.jpg`;
    expect(await publicRendition(key)).toBeNull();
    expect(await codeOf(renditionForActor(contributor, key))).toBe('not_found');
  });
});

describe('what people of the newsroom may see before publication', () => {
  const people: [string, () => Promise<Actor>, 'fine' | 'not_found'][] = [
    ['its uploader', async () => contributor, 'fine'],
    ['a colleague of the agency', () => anActor('contributor', portalId, agencyId), 'fine'],
    ['a leader of the agency', () => anActor('leader', portalId, agencyId), 'fine'],
    ['an editor', () => anActor('editor', portalId), 'fine'],
    ['the auditor', () => anActor('auditor', portalId), 'fine'],
    ['an admin', () => anActor('admin', portalId), 'not_found'],
    [
      'a contributor of another agency',
      async () => anActor('contributor', portalId, await anAgency(portalId)),
      'not_found',
    ],
    ['an editor of another portal', async () => anActor('editor', await aPortal()), 'not_found'],
  ];
  let photo: { assetId: AssetId; key: string };
  beforeAll(async () => {
    photo = await aReadyPhoto(await bytesOf(345));
  });
  test.each(people)('%s: %#', async (_, person, outcome) => {
    const actor = await person();
    expect(await codeOf(photoForActor(actor, photo.assetId))).toBe(outcome);
    expect(await codeOf(renditionForActor(actor, photo.key))).toBe(outcome);
  });

  test('everybody of the newsroom sees what readers see', async () => {
    const published = await aReadyPhoto(await bytesOf(346));
    await transaction((tx) => markPublic(tx, [published.assetId], at));
    const elsewhere = await anActor('contributor', portalId, await anAgency(portalId));
    expect(await codeOf(renditionForActor(elsewhere, published.key))).toBe('fine');
    await withdraw(published.assetId);
    expect(await codeOf(renditionForActor(elsewhere, published.key))).toBe('not_found');
    expect(await codeOf(renditionForActor(contributor, published.key))).toBe('fine');
  });
});

test('a photo is withdrawn once, and only in its own portal', async () => {
  const { assetId } = await aReadyPhoto(await bytesOf(347));
  const elsewhere = await aPortal();
  const strange = transaction((tx) =>
    markWithdrawn(tx, { assetId, portalId: elsewhere, by: editor.userId, at, reason: 'x' }),
  );
  expect(await codeOf(strange)).toBe('not_found');
  await withdraw(assetId);
  expect(await codeOf(withdraw(assetId))).toBe('conflict');
});
