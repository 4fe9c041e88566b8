import type { Editor } from '@tiptap/core';
import type { PhotoStore } from '../kept-photos.ts';
import { type ChangeWords, coverOf, type DraftWords } from './draft-words.ts';
import type { Keeper } from './keeper.ts';
import { anchorOf, type PhotoAnchor, positionOf } from './photo-anchors.ts';
import type { Photo, PhotoBook, PhotoGoal } from './photos.tsx';
import {
  clearUploadPlace,
  insertGallery,
  markUploadPlace,
  putPhoto,
  tellUploadPlace,
  uploadPlaceOf,
} from './upload-places.ts';
import { uploadDoors } from './upload-request.ts';
import { uploadWord } from './upload-words.ts';
import { createUploads, isUnsent, type Upload } from './uploads.ts';
import { createWaitingPhotos, type DraftIds } from './waiting-photos.ts';

/** What the photos of one open draft need of the screen around them. */
export type QueueDesk = {
  agencyId: string;
  ids: DraftIds;
  keeper: Keeper<DraftWords>;
  store: PhotoStore;
  book: PhotoBook;
  /** The text's editor, once it is there. */
  editor: () => Editor | null;
  change: ChangeWords;
};

/** Where a photo goes, and what was written of it where it was pasted from. */
type Wish = { goal: PhotoGoal; alt: string };

export type PhotoQueue = ReturnType<typeof createPhotoQueue>;

/**
 * The photos of one open draft on their way: kept on this device from the moment they are added, sent in
 * order when there is a network, and put into the words while these may be written.
 */
export function createPhotoQueue({ agencyId, ids, keeper, store, book, editor, change }: QueueDesk) {
  const wishes = new Map<string, Wish>();
  /** Taken by the server while the words were not this page's to write. */
  let arrived: { upload: Upload; photo: Photo }[] = [];
  let isHeld = false;

  const uploads = createUploads(uploadDoors(agencyId), {
    onTaken: (upload, photo) => {
      book.put({ ...photo, source: photo.source ?? upload.preview });
      if (isHeld) arrived.push({ upload, photo });
      else place(upload, photo);
    },
    onFinished: book.put,
    onGone: ({ id }) => {
      wishes.delete(id);
      waiting.forget(id);
      const now = editor();
      if (now !== null) clearUploadPlace(now, id);
    },
  });
  const waiting = createWaitingPhotos(store, ids, keeper, uploads.warn);

  function place({ id }: Upload, photo: Photo): void {
    const now = editor();
    if (wishes.get(id)?.goal === 'cover') change({ cover: coverOf(photo) });
    else if (now !== null) {
      const { assetId, assetHash } = photo;
      putPhoto(now, id, { assetId, assetHash, alt: wishes.get(id)?.alt ?? '' });
    }
    wishes.delete(id);
    void waiting.taken(id, photo.assetId);
  }

  function mark(upload: Upload, wish: Wish, position?: number): void {
    wishes.set(upload.id, wish);
    const now = editor();
    if (wish.goal === 'cover' || now === null) return;
    const { id, file, preview } = upload;
    const word = uploadWord(upload, isHeld);
    markUploadPlace(now, { id, name: file.name, preview, word, onRemove: () => uploads.remove(id) }, position);
  }

  /** A cover chosen later takes the place of one that is still on its way. */
  function dropNextCovers(): void {
    for (const { id } of uploads.all()) if (wishes.get(id)?.goal === 'cover') uploads.remove(id);
  }

  function anchors(): ReadonlyMap<string, PhotoAnchor | null> {
    return new Map([...wishes.keys()].map((id) => [id, anchorNow(id)]));
  }

  function anchorNow(id: string): PhotoAnchor | null {
    const now = editor();
    const at = now === null ? null : uploadPlaceOf(now, id);
    return now === null || at === null ? null : anchorOf(now.state.doc, at);
  }

  return {
    uploads,
    /** Queues files; those for the text get a place that stays theirs while they travel. */
    add(files: readonly File[], goal: PhotoGoal, position?: number, alt = ''): void {
      if (goal === 'cover') dropNextCovers();
      const added = uploads.add(files);
      const now = editor();
      // A gallery is begun only for files that are on their way.
      const isBegun = goal === 'gallery' && added.length > 0 && now !== null;
      const at = isBegun ? insertGallery(now) : position;
      for (const upload of added) mark(upload, { goal, alt }, at);
      waiting.keep(added.map(({ id, file }) => ({ id, file, goal, alt, anchor: anchorNow(id) })));
    },
    /** Takes up what waited on this device for this draft, each at its place. */
    async takeUp(): Promise<void> {
      for (const { photo, file } of await waiting.atHand(keeper.state().words)) {
        const { uploadId: id, goal, alt, anchor } = photo;
        const [upload] = uploads.again([{ id, file }]);
        const now = editor();
        if (upload === undefined) continue;
        mark(upload, { goal, alt }, now !== null && anchor !== null ? positionOf(now.state.doc, anchor) : undefined);
      }
    },
    /** Says at each place how far its photo is. */
    tell(): void {
      const now = editor();
      if (now === null) return;
      for (const upload of uploads.all()) tellUploadPlace(now, upload.id, uploadWord(upload, isHeld));
    },
    /** Remembers on this device where the photos stand by now. */
    remember: () => waiting.place(anchors()),
    /** Nothing is sent or put into the words while somebody else writes them. */
    hold(held: boolean): void {
      isHeld = held;
      uploads.hold(held);
      if (held) return;
      const late = arrived;
      arrived = [];
      for (const { upload, photo } of late) place(upload, photo);
    },
    dropNextCovers,
    nextCover: (): Upload | undefined =>
      uploads.all().findLast((upload) => wishes.get(upload.id)?.goal === 'cover' && isUnsent(upload)),
    close(): void {
      uploads.stop();
      waiting.close();
    },
  };
}
