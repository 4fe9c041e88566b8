import type { AssetId } from '#lib/ids.ts';
import {
  holdPhoto,
  type KeptPhoto,
  type PhotoAtHand,
  type PhotoStore,
  photoKey,
  waitingLimits,
} from '../kept-photos.ts';
import type { DraftWords } from './draft-words.ts';
import type { Keeper } from './keeper.ts';
import type { PhotoAnchor } from './photo-anchors.ts';
import type { PhotoGoal } from './photos.tsx';

/** The draft whose photos wait. */
export type DraftIds = { userId: string; editionId: string; articleId: string };

/** The photos of one open draft that this device keeps until their words are safe. */
export type WaitingPhotos = ReturnType<typeof createWaitingPhotos>;

type Added = { id: string; file: File; goal: PhotoGoal; alt: string; anchor: PhotoAnchor | null };

/**
 * Keeps photos on this device from the moment they are added. Nothing it does holds the sending up; where
 * the device cannot keep a photo, that is said, and the photo goes on as long as the page is open.
 *
 * @param warn is told why a photo would be lost with this page
 */
export function createWaitingPhotos(
  store: PhotoStore,
  ids: DraftIds,
  keeper: Keeper<DraftWords>,
  warn: (id: string, risk: string) => void,
) {
  const kept = new Map<string, { anchor: string; release: () => void }>();
  // One after another: a photo that is forgotten must not be kept again by an older call.
  let work = Promise.resolve();
  const after = (act: () => Promise<void>) => {
    // What cannot be written now is written with the next change, or was said when the photo was added.
    work = work.then(act).catch(() => undefined);
  };
  const keyOf = (id: string) => photoKey(ids.userId, ids.editionId, id);

  async function keepOne({ id, file, goal, alt, anchor }: Added, at: number): Promise<void> {
    const key = keyOf(id);
    if (!kept.has(id)) return;
    const { title } = keeper.state().words;
    const photo: KeptPhoto = {
      ...{ key, ...ids, title, uploadId: id, name: file.name, bytes: file.size, goal, alt, anchor, at },
      taken: null,
    };
    try {
      if (!(await store.keep(photo, file))) warn(id, tooMany);
    } catch (error) {
      const isFull = error instanceof Error && error.name === 'QuotaExceededError';
      warn(id, isFull ? noRoom : noStore);
    }
  }

  return {
    /** Keeps photos that were just added, in their order. */
    keep(added: readonly Added[]): void {
      const now = Date.now();
      for (const [index, photo] of added.entries()) {
        kept.set(photo.id, { anchor: JSON.stringify(photo.anchor), release: () => undefined });
        void holdPhoto(keyOf(photo.id)).then((release) => {
          const entry = kept.get(photo.id);
          if (entry === undefined) release?.();
          else if (release !== null) kept.set(photo.id, { ...entry, release });
        });
        after(() => keepOne(photo, now + index / 1000));
      }
    },
    /** What waits for this draft and is no other tab's, in order. What already stands in the words is forgotten. */
    async atHand(words: DraftWords): Promise<PhotoAtHand[]> {
      // A browser without a store has nothing waiting.
      const all = await store.ofDraft(ids.userId, ids.editionId).catch(() => []);
      const text = JSON.stringify(words);
      const mine: PhotoAtHand[] = [];
      for (const found of all) {
        const { key, uploadId, taken, anchor } = found.photo;
        const release = await holdPhoto(key);
        if (release === null) continue;
        if (taken !== null && text.includes(taken)) {
          release();
          after(() => store.forget(key));
        } else {
          kept.set(uploadId, { anchor: JSON.stringify(anchor), release });
          mine.push(found);
        }
      }
      return mine;
    },
    /** Where the photos stand by now. */
    place(anchors: ReadonlyMap<string, PhotoAnchor | null>): void {
      for (const [id, anchor] of anchors) {
        const entry = kept.get(id);
        const now = JSON.stringify(anchor);
        if (entry === undefined || entry.anchor === now) continue;
        kept.set(id, { ...entry, anchor: now });
        after(() => store.update(keyOf(id), { anchor }));
      }
    },
    /** It stands in the words now: the device lets go of it once those are safe. */
    async taken(id: string, assetId: AssetId): Promise<void> {
      after(() => store.update(keyOf(id), { taken: assetId }));
      await wordsSafe(keeper);
      this.forget(id);
    },
    forget(id: string): void {
      kept.get(id)?.release();
      kept.delete(id);
      after(() => store.forget(keyOf(id)));
    },
    /** Lets other tabs of this browser send what is left. */
    close(): void {
      for (const { release } of kept.values()) release();
      kept.clear();
    },
  };
}

/** Waits until what was last changed is on this device or on the server. */
function wordsSafe(keeper: Keeper<DraftWords>): Promise<void> {
  const { change } = keeper.state();
  return new Promise((resolve) => {
    const look = () => {
      const { storedChange, sentChange } = keeper.state();
      if (storedChange < change && sentChange < change) return;
      stop();
      resolve();
    };
    const stop = keeper.subscribe(look);
    look();
  });
}

const unlessSent = 'Foto ini hilang bila halaman ditutup sebelum terkirim.';
const tooMany = `Perangkat ini hanya menyimpan ${waitingLimits.photos} foto yang menunggu (${waitingLimits.bytes / 1024 / 1024} MB). ${unlessSent}`;
const noRoom = `Penyimpanan peramban di perangkat ini penuh. ${unlessSent}`;
const noStore = `Peramban ini tidak mengizinkan penyimpanan di perangkat, misalnya karena mode pribadi. ${unlessSent}`;
