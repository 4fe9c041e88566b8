import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { assetId } from '#lib/ids.ts';
import { emptyWords } from '#lib/newsroom/article-input.ts';
import { photoStore, waitingLimits } from '../kept-photos.ts';
import { opened } from './autosave.ts';
import { coverOf, type DraftWords } from './draft-words.ts';
import { createKeeper } from './keeper.ts';
import { createWaitingPhotos } from './waiting-photos.ts';

const photo = { assetId: assetId.parse('018f5c1e-7b7a-7c3e-8a4f-0123456789ab'), assetHash: 'a'.repeat(64) };
const file = (name: string) => new File([name], name, { type: 'image/jpeg' });
const added = (id: string) => ({ id, file: file(`${id}.jpg`), goal: 'cover' as const, alt: '', anchor: null });

let drafts = 0;

/** A draft of its own, and as many pages of it as a test opens. */
function aDraft(userId = 'akun-ratna') {
  drafts += 1;
  const ids = { userId, editionId: `edisi-${drafts}`, articleId: `artikel-${drafts}` };
  const store = photoStore();
  const openPage = () => {
    const device = Promise.withResolvers<void>();
    const risks: string[] = [];
    const keeper = createKeeper<DraftWords>(opened(emptyWords(), 1, null), {
      send: () => new Promise(() => undefined),
      // The device keeps words when the test says so.
      keep: () => device.promise,
      forget: () => Promise.resolve(),
      newId: () => crypto.randomUUID(),
      now: () => performance.now(),
    });
    const waiting = createWaitingPhotos(store, ids, keeper, (_id, risk) => risks.push(risk));
    return { waiting, keeper, risks, keepWords: device.resolve };
  };
  const kept = async () => (await store.ofDraft(ids.userId, ids.editionId)).map(({ photo: { uploadId } }) => uploadId);
  return { openPage, kept };
}

describe('photos of a draft that wait', () => {
  test('are taken up by the next page, and never by two at once', async () => {
    const { openPage, kept } = aDraft();
    const [first, second] = [openPage(), openPage()];
    first.waiting.keep([added('a'), added('b')]);
    await vi.waitFor(async () => expect(await kept()).toEqual(['a', 'b']));
    expect(await second.waiting.atHand(second.keeper.state().words)).toEqual([]);
    first.waiting.close();
    await vi.waitFor(async () => {
      const found = await second.waiting.atHand(second.keeper.state().words);
      expect(found.map(({ photo: { uploadId } }) => uploadId)).toEqual(['a', 'b']);
    });
  });

  test('stay on the device until the words in which they stand are safe', async () => {
    const { openPage, kept } = aDraft();
    const { waiting, keeper, keepWords } = openPage();
    waiting.keep([added('a')]);
    await vi.waitFor(async () => expect(await kept()).toEqual(['a']));
    keeper.change({ ...keeper.state().words, cover: coverOf(photo) });
    const done = waiting.taken('a', photo.assetId);
    await vi.waitFor(async () => expect(await kept()).toEqual(['a']));
    keepWords();
    await done;
    await vi.waitFor(async () => expect(await kept()).toEqual([]));
  });

  test('that the server took before a crash are sent again only when no words have them', async () => {
    const { openPage, kept } = aDraft();
    const crashed = openPage();
    crashed.waiting.keep([added('a')]);
    crashed.keeper.change({ ...crashed.keeper.state().words, title: 'Tanpa foto' });
    void crashed.waiting.taken('a', photo.assetId);
    await vi.waitFor(async () => expect(await kept()).toEqual(['a']));
    crashed.waiting.close();
    const without = openPage();
    await vi.waitFor(async () => expect(await without.waiting.atHand(without.keeper.state().words)).toHaveLength(1));
    without.waiting.close();
    const having = openPage();
    const words = { ...having.keeper.state().words, cover: coverOf(photo) };
    await vi.waitFor(async () => {
      expect(await having.waiting.atHand(words)).toEqual([]);
      expect(await kept()).toEqual([]);
    });
  });

  test('that are called off leave the device', async () => {
    const { openPage, kept } = aDraft();
    const { waiting } = openPage();
    waiting.keep([added('a'), added('b')]);
    waiting.forget('a');
    await vi.waitFor(async () => expect(await kept()).toEqual(['b']));
  });

  test('past what a device keeps say that closing the page would lose them', async () => {
    const { openPage } = aDraft('akun-penuh');
    const { waiting, risks } = openPage();
    waiting.keep(Array.from({ length: waitingLimits.photos + 1 }, (_, index) => added(`foto-${index}`)));
    await vi.waitFor(() => expect(risks).toHaveLength(1));
    expect(risks[0]).toBe(
      'Perangkat ini hanya menyimpan 30 foto yang menunggu (200 MB). Foto ini hilang bila halaman ditutup sebelum terkirim.',
    );
  });
});
