'use client';

import type { Editor } from '@tiptap/core';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { LibraryItem } from '#lib/library/library-shapes.ts';
import { type ChangeWords, coverOf } from './draft-words.ts';
import { coverFromLibrary, putFromLibrary } from './from-library.ts';
import { createPhotoBook, type Photo, type PhotoBook, type PhotoGoal } from './photos.tsx';
import { clearUploadPlace, insertGallery, markUploadPlace, putPhoto } from './upload-places.ts';
import { acceptedFiles, look, uploadDoors } from './upload-request.ts';
import { createUploads, type Uploads } from './uploads.ts';

export type EditorUploads = {
  book: PhotoBook;
  uploads: Uploads;
  /** Sends files; those for the text get a place that stays theirs while they travel. */
  add: (files: readonly File[], goal: PhotoGoal, position?: number) => void;
  /** Opens the device's own picker, which on a phone offers the camera. */
  pick: (goal: PhotoGoal, position?: number) => void;
  /** Puts photos of the library where they go, with the words they bring. */
  take: (items: readonly LibraryItem[], goal: PhotoGoal, position?: number) => void;
};

/** Photos of one editor screen: what is known of them, what is on its way, and where it goes. */
export function useUploads(
  agencyId: string,
  known: readonly Photo[],
  editor: RefObject<Editor | null>,
  change: ChangeWords,
): EditorUploads {
  const [book] = useState(() => createPhotoBook(known));
  const goals = useRef(new Map<string, PhotoGoal>());
  const [uploads] = useState(() =>
    createUploads(uploadDoors(agencyId), {
      onTaken: (upload, photo) => {
        book.put({ ...photo, source: photo.source ?? upload.preview });
        if (goals.current.get(upload.id) === 'cover') change({ cover: coverOf(photo) });
        else if (editor.current) {
          putPhoto(editor.current, upload.id, { assetId: photo.assetId, assetHash: photo.assetHash });
        }
      },
      onFinished: book.put,
      onGone: (upload) => {
        if (editor.current) clearUploadPlace(editor.current, upload.id);
      },
    }),
  );

  useEffect(() => {
    const controller = new AbortController();
    void watchUnfinished(known, book, agencyId, controller.signal);
    return () => controller.abort();
  }, [known, book, agencyId]);
  useEffect(() => () => uploads.stop(), [uploads]);

  // The same steps for as long as the screen is open: every photo of the text would be drawn anew for others.
  return useMemo(() => {
    const add: EditorUploads['add'] = (files, goal, position) => {
      const added = uploads.add(files);
      // A gallery is begun only for files that are on their way.
      const isBegun = goal === 'gallery' && added.length > 0 && editor.current !== null;
      const place = isBegun && editor.current ? insertGallery(editor.current) : position;
      for (const upload of added) {
        goals.current.set(upload.id, goal);
        if (goal !== 'cover' && editor.current) markUploadPlace(editor.current, upload.id, upload.file.name, place);
      }
    };

    const pick: EditorUploads['pick'] = (goal, position) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = acceptedFiles;
      input.multiple = goal !== 'cover';
      input.addEventListener('change', () => add([...(input.files ?? [])], goal, position));
      input.click();
    };

    const take: EditorUploads['take'] = (items, goal, position) => {
      for (const { assetId, assetHash, fileName, state, failure, source, rightsUntil } of items) {
        book.put({ assetId, assetHash, fileName, state, failure, source, rightsUntil });
      }
      const [first] = items;
      if (goal === 'cover' && first !== undefined) change({ cover: coverFromLibrary(first) });
      else if (goal !== 'cover' && editor.current) putFromLibrary(editor.current, items, goal, position);
    };

    return { book, uploads, add, pick, take };
  }, [book, uploads, editor, change]);
}

/** Photos that were still being made ready when the page came. */
async function watchUnfinished(
  known: readonly Photo[],
  book: PhotoBook,
  agencyId: string,
  signal: AbortSignal,
): Promise<void> {
  const { finish } = uploadDoors(agencyId);
  const unfinished = known.filter(({ state }) => state === 'processing');
  await Promise.all(
    unfinished.map(async (photo) => {
      const now = (await look(photo)) ?? photo;
      book.put(await finish(now, signal));
    }),
  );
}
