'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AssetId } from '#lib/ids.ts';
import type { PhotoState } from '#lib/newsroom/readiness.ts';
import type { DraftWords } from './draft-words.ts';
import type { Upload } from './uploads.ts';

/** A photo of this newsroom as the editor may show it. */
export type Photo = {
  assetId: AssetId;
  assetHash: string;
  fileName: string;
  state: PhotoState;
  /** Why it cannot be used, in words for the writer. */
  failure: string | null;
  /** Where a small picture of it can be had, or null while there is none. */
  source: string | null;
  /** Nobody could be asked about it yet: it stands in words that are newer than the page. */
  isAway?: boolean;
  /** The last day (`2026-01-14`) on which it may be used; null without an end, absent where it was not asked. */
  rightsUntil?: string | null | undefined;
  /** What the media library says of who is in it; absent where it was not asked. */
  showsChild?: boolean;
  hasConsent?: boolean;
};

/** The photos this page knows of, by id; changes as uploads arrive and become ready. */
export type PhotoBook = ReturnType<typeof createPhotoBook>;

export function createPhotoBook(known: readonly Photo[]) {
  let photos: ReadonlyMap<AssetId, Photo> = new Map(known.map((photo) => [photo.assetId, photo]));
  const listeners = new Set<() => void>();
  return {
    all: (): ReadonlyMap<AssetId, Photo> => photos,
    /** Adds a photo, or puts newer knowledge of it in place; a picture once shown stays shown. */
    put(photo: Photo): void {
      const { isAway: _isAway, ...before } = photos.get(photo.assetId) ?? photo;
      photos = new Map(photos).set(photo.assetId, { ...before, ...photo, source: photo.source ?? before.source });
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Where a photo goes: into the text, into a gallery of its own there, or above the article. */
export type PhotoGoal = 'body' | 'gallery' | 'cover';

/** What a photo in the text needs of the screen around it. */
export type PhotoDesk = {
  book: PhotoBook;
  cover: DraftWords['cover'];
  /** The photo that is to become the cover, while it is on its way. */
  nextCover: Upload | undefined;
  /** The writer asks for more photos at a position of the text: inside a gallery they go on with it. */
  pickPhotosAt: (position: number) => void;
  /** Opens the library for photos of the text at a position, for a gallery or for the cover. */
  openLibrary: (goal: PhotoGoal, position?: number) => void;
};

export const PhotoDeskContext = createContext<PhotoDesk | null>(null);

export function usePhotoDesk(): PhotoDesk {
  const desk = useContext(PhotoDeskContext);
  if (desk === null) throw new Error('A photo was drawn outside the editor.');
  return desk;
}

export function usePhotos(book: PhotoBook): ReadonlyMap<AssetId, Photo> {
  return useSyncExternalStore(book.subscribe, book.all, book.all);
}
