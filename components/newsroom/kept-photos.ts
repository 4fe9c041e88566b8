import { z } from 'zod';
import '#lib/zod-in-browser.ts';
import { assetId } from '#lib/ids.ts';
import { deviceShelf } from './device-shelf.ts';
import { photoAnchor } from './editor/photo-anchors.ts';
import type { Photo } from './editor/photos.tsx';

/**
 * Photos that wait in this browser for the network, each with its place in one draft. Kept per account,
 * like unsent words, until the words in which they stand are safe.
 */

const keptPhoto = z.object({
  /** Account, edition and upload. */
  key: z.string(),
  userId: z.string(),
  editionId: z.string(),
  articleId: z.string(),
  /** Of the draft, as it was when the photo was added. */
  title: z.string(),
  uploadId: z.string(),
  name: z.string(),
  bytes: z.number(),
  goal: z.enum(['body', 'gallery', 'cover']),
  /** Alternative text that came with a pasted picture; often empty. */
  alt: z.string(),
  anchor: photoAnchor.nullable(),
  /** The server has it under this id; its words may not be safe yet. */
  taken: assetId.nullable(),
  /** Milliseconds since 1970; fractions keep the order of those that were added together. */
  at: z.number(),
});
export type KeptPhoto = z.output<typeof keptPhoto>;

const seenPhotos = z.object({
  /** Account and edition. */
  key: z.string(),
  userId: z.string(),
  photos: z.array(
    z.object({
      assetId,
      assetHash: z.string(),
      fileName: z.string(),
      state: z.enum(['processing', 'ready', 'failed', 'withdrawn', 'missing']),
      failure: z.string().nullable(),
      source: z.string().nullable(),
    }),
  ),
  at: z.number(),
});

/** Drafts whose photos are remembered for an account. */
const mostSeen = 30;

/** A photo of the device together with its bytes. */
export type PhotoAtHand = { photo: KeptPhoto; file: File };

/** What one account may have waiting on one device. */
export const waitingLimits = { photos: 30, bytes: 200 * 1024 * 1024 };

/** This browser's store of photos. Every call rejects where the browser has none, or has no room left. */
export type PhotoStore = ReturnType<typeof photoStore>;

export function photoStore() {
  const open = deviceShelf();

  /** What is kept for an account, in the order in which it was added. */
  async function allOf(userId: string): Promise<KeptPhoto[]> {
    const rows = await (await open()).getAllFromIndex('photos', 'userId', userId);
    return rows.flatMap((row) => keptPhoto.safeParse(row).data ?? []).sort((one, other) => one.at - other.at);
  }

  return {
    allOf,
    /** Keeps a photo; false when the account has as many waiting as it may. */
    async keep(photo: KeptPhoto, file: File): Promise<boolean> {
      const others = (await allOf(photo.userId)).filter(({ key }) => key !== photo.key);
      const bytes = others.reduce((sum, other) => sum + other.bytes, photo.bytes);
      if (others.length >= waitingLimits.photos || bytes > waitingLimits.bytes) return false;
      const transaction = (await open()).transaction(['photos', 'photoFiles'], 'readwrite');
      await Promise.all([
        transaction.objectStore('photos').put(photo),
        transaction.objectStore('photoFiles').put(file, photo.key),
        transaction.done,
      ]);
      return true;
    },
    /** Puts newer knowledge of a photo in place, if it is still kept. */
    async update(key: string, part: Partial<Pick<KeptPhoto, 'anchor' | 'taken'>>): Promise<void> {
      const transaction = (await open()).transaction('photos', 'readwrite');
      const found = await transaction.store.get(key);
      if (found !== undefined) await transaction.store.put({ ...found, ...part });
      await transaction.done;
    },
    async forget(key: string): Promise<void> {
      const transaction = (await open()).transaction(['photos', 'photoFiles'], 'readwrite');
      await Promise.all([
        transaction.objectStore('photos').delete(key),
        transaction.objectStore('photoFiles').delete(key),
        transaction.done,
      ]);
    },
    /** The photos of one draft, without those that lost their bytes. */
    async ofDraft(userId: string, editionId: string): Promise<PhotoAtHand[]> {
      const photos = (await allOf(userId)).filter((photo) => photo.editionId === editionId);
      return withFiles(photos);
    },
    withFiles,
    /** Remembers what the server said of the photos of a draft: a page kept for being without a network is older. */
    async remember(userId: string, editionId: string, photos: readonly Photo[]): Promise<void> {
      const database = await open();
      const told = photos.map(({ assetId, assetHash, fileName, state, failure, source }) => ({
        ...{ assetId, assetHash, fileName, state, failure },
        // A picture from the device itself ends with its page.
        source: source?.startsWith('blob:') ? null : source,
      }));
      await database.put(
        'seen',
        seenPhotos.parse({ key: `${userId}/${editionId}`, userId, photos: told, at: Date.now() }),
      );
      const rows = await database.getAllFromIndex('seen', 'userId', userId);
      const all = rows.flatMap((row) => seenPhotos.safeParse(row).data ?? []).sort((one, other) => other.at - one.at);
      for (const { key } of all.slice(mostSeen)) await database.delete('seen', key);
    },
    async seenIn(userId: string, editionId: string): Promise<Photo[]> {
      return seenPhotos.safeParse(await (await open()).get('seen', `${userId}/${editionId}`)).data?.photos ?? [];
    },
    /** Forgets what the server has anyway. */
    async forgetSeen(userId: string): Promise<void> {
      const database = await open();
      for (const key of await database.getAllKeysFromIndex('seen', 'userId', userId))
        await database.delete('seen', key);
    },
  };

  async function withFiles(photos: readonly KeptPhoto[]): Promise<PhotoAtHand[]> {
    const database = await open();
    const found = await Promise.all(
      photos.map(async (photo) => ({ photo, file: await database.get('photoFiles', photo.key) })),
    );
    return found.flatMap(({ photo, file }) => (file === undefined ? [] : [{ photo, file: named(file, photo.name) }]));
  }
}

export const photoKey = (userId: string, editionId: string, uploadId: string) => `${userId}/${editionId}/${uploadId}`;

/** Marks a photo as this tab's to send, until the tab closes or the answer is called; null when another tab has it. */
export function holdPhoto(key: string): Promise<(() => void) | null> {
  // Locks need a safe origin (https or this machine); without them two tabs may send the same bytes, which is one photo.
  if (!('locks' in navigator)) return Promise.resolve(() => undefined);
  return new Promise((resolve) => {
    void navigator.locks.request(`${lockPrefix}${key}`, { ifAvailable: true }, (lock) => {
      if (lock === null) return resolve(null);
      const { promise, resolve: release } = Promise.withResolvers<void>();
      resolve(release);
      return promise;
    });
  });
}

/** The photos that an open page of this browser is at work on. */
export async function photosAtWork(): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => (name?.startsWith(lockPrefix) ? [name.slice(lockPrefix.length)] : [])));
}

const lockPrefix = 'ruang-warta/foto/';

function named(file: Blob, name: string): File {
  return file instanceof File ? file : new File([file], name, { type: file.type });
}
