import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { assetId } from '#lib/ids.ts';
import { type KeptPhoto, photoKey, photoStore, waitingLimits } from './kept-photos.ts';

const ratna = 'akun-ratna';
let last = 0;

function aPhoto(part: Partial<KeptPhoto> = {}): KeptPhoto {
  last += 1;
  const { userId = ratna, editionId = 'edisi-1', uploadId = `unggahan-${last}` } = part;
  return {
    key: photoKey(userId, editionId, uploadId),
    ...{ userId, editionId, uploadId, articleId: 'artikel-1', title: 'Dermaga dibuka' },
    ...{
      name: `foto-${last}.jpg`,
      bytes: 1_000,
      goal: 'body',
      alt: 'Kapal merapat.',
      anchor: null,
      taken: null,
      at: last,
    },
    ...part,
  };
}

const file = (name: string) => new File([`isi ${name}`], name, { type: 'image/jpeg' });

/** Keeps photos under their own names. */
async function kept(...photos: KeptPhoto[]): Promise<ReturnType<typeof photoStore>> {
  const store = photoStore();
  for (const photo of photos) await store.keep(photo, file(photo.name));
  return store;
}

beforeEach(async () => {
  const store = photoStore();
  for (const { key } of await store.allOf(ratna)) await store.forget(key);
});

describe('photos that wait on a device', () => {
  test('come back with their bytes and their place, in the order in which they were added', async () => {
    const anchor = { block: 2, inGallery: null, before: 'paragraph:Satu', after: null };
    const [first, second] = [aPhoto({ anchor }), aPhoto({ goal: 'cover' })];
    const store = await kept(second, first);
    const found = await store.ofDraft(ratna, 'edisi-1');
    expect(found.map(({ photo }) => photo)).toEqual([first, second]);
    expect(await Promise.all(found.map(({ file }) => file.text()))).toEqual([
      `isi ${first.name}`,
      `isi ${second.name}`,
    ]);
    expect(found[0]?.file).toMatchObject({ name: first.name, type: 'image/jpeg' });
  });

  test('are never those of another draft or another account', async () => {
    const store = await kept(aPhoto(), aPhoto({ editionId: 'edisi-2' }), aPhoto({ userId: 'akun-hendra' }));
    expect(await store.ofDraft(ratna, 'edisi-1')).toHaveLength(1);
    expect(await store.allOf(ratna)).toHaveLength(2);
  });

  test('learn where they stand by now, and that the server has them; what was forgotten stays so', async () => {
    const [one, other] = [aPhoto(), aPhoto()];
    const store = await kept(one, other);
    const anchor = { block: 0, inGallery: 1, before: null, after: null };
    const taken = assetId.parse('018f5c1e-7b7a-7c3e-8a4f-0123456789ab');
    await store.update(one.key, { anchor });
    await store.update(one.key, { taken });
    await store.forget(other.key);
    await store.update(other.key, { taken });
    expect(await store.allOf(ratna)).toEqual([{ ...one, anchor, taken }]);
  });

  test('are bounded in number and in bytes, for each account', async () => {
    const full = await kept(...Array.from({ length: waitingLimits.photos }, () => aPhoto()));
    expect(await full.keep(aPhoto(), file('lebih.jpg'))).toBe(false);
    expect(await full.keep(aPhoto({ userId: 'akun-lain' }), file('lain.jpg'))).toBe(true);
    for (const { key } of await full.allOf(ratna)) await full.forget(key);
    expect(await full.keep(aPhoto({ bytes: waitingLimits.bytes }), file('besar.jpg'))).toBe(true);
    expect(await full.keep(aPhoto({ bytes: 1 }), file('kecil.jpg'))).toBe(false);
  });

  test('leave out what this version does not understand', async () => {
    const { anchor: _anchor, ...broken } = aPhoto();
    const store = await kept(aPhoto({ name: 'utuh.jpg' }));
    await store.keep(
      { ...broken, anchor: { block: -1, inGallery: null, before: null, after: null } },
      file('lama.jpg'),
    );
    expect((await store.allOf(ratna)).map(({ name }) => name)).toEqual(['utuh.jpg']);
  });
});

describe('what is remembered of the photos of a draft', () => {
  const photo = {
    assetId: assetId.parse('018f5c1e-7b7a-7c3e-8a4f-0123456789ab'),
    ...{ assetHash: 'a'.repeat(64), fileName: 'a.jpg', failure: null },
    ...{ state: 'ready' as const, source: '/redaksi/media/r/a.webp' },
  };

  test('is there for a page that is older, without pictures that ended with another page', async () => {
    const store = photoStore();
    await store.remember(ratna, 'edisi-1', [photo, { ...photo, source: 'blob:http://contoh/1' }]);
    expect((await store.seenIn(ratna, 'edisi-1')).map(({ source }) => source)).toEqual([photo.source, null]);
    expect(await store.seenIn(ratna, 'edisi-2')).toEqual([]);
  });

  test('goes when the account signs out', async () => {
    const store = photoStore();
    await store.remember(ratna, 'edisi-1', [photo]);
    await store.forgetSeen(ratna);
    expect(await store.seenIn(ratna, 'edisi-1')).toEqual([]);
  });
});
