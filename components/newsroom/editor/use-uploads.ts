'use client';

import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { type AssetId, assetId } from '#lib/ids.ts';
import type { LibraryItem } from '#lib/library/library-shapes.ts';
import { photoStore } from '../kept-photos.ts';
import type { ChangeWords } from './draft-words.ts';
import { coverFromLibrary, putFromLibrary } from './from-library.ts';
import type { OpenDraft } from './open-draft.ts';
import { createPhotoQueue, type PhotoQueue } from './photo-queue.ts';
import { createPhotoBook, type Photo, type PhotoBook, type PhotoGoal } from './photos.tsx';
import { acceptedFiles, look, uploadDoors } from './upload-request.ts';
import { isUnsent, type Upload, type Uploads } from './uploads.ts';
import { useGoOn } from './use-go-on.ts';
import type { DraftIds } from './waiting-photos.ts';

export type EditorUploads = {
  book: PhotoBook;
  uploads: Uploads;
  /** Photos that the server does not have yet. */
  unsent: number;
  nextCover: Upload | undefined;
  /** Sends files; those for the text get a place that stays theirs while they travel, and what was written of them. */
  add: (files: readonly File[], goal: PhotoGoal, position?: number, alt?: string) => void;
  /** Opens the device's own picker, which on a phone offers the camera. */
  pick: (goal: PhotoGoal, position?: number) => void;
  /** Puts photos of the library where they go, with the words they bring. */
  take: (items: readonly LibraryItem[], goal: PhotoGoal, position?: number) => void;
};

/** What the photos of a screen belong to. */
type Desk = {
  agencyId: string;
  ids: DraftIds;
  open: OpenDraft;
  known: readonly Photo[];
  editor: Editor | null;
  change: ChangeWords;
  /** Whether photos may be put into the words now. */
  mayPlace: boolean;
};

/** Photos of one editor screen: what is known of them, what is on its way, and where it goes. */
export function useUploads({ agencyId, ids, open, known, editor, change, mayPlace }: Desk): EditorUploads {
  const [book] = useState(() => createPhotoBook(known));
  const [store] = useState(photoStore);
  const editorNow = useRef(editor);
  editorNow.current = editor;
  const [queue] = useState(() =>
    createPhotoQueue({ agencyId, ids, keeper: open.keeper, store, book, editor: () => editorNow.current, change }),
  );
  const { uploads } = queue;
  const all = useSyncExternalStore(uploads.subscribe, uploads.all, uploads.all);

  useEffect(() => {
    const controller = new AbortController();
    void watchUnfinished(known, book, agencyId, controller.signal);
    return () => controller.abort();
  }, [known, book, agencyId]);
  useEffect(() => () => queue.close(), [queue]);
  useEffect(() => {
    queue.hold(!mayPlace);
    queue.tell();
  }, [queue, mayPlace]);
  useEffect(() => {
    if (editor !== null) void queue.takeUp();
  }, [queue, editor]);
  usePlaces(queue, editor, all);
  useGoOn(uploads);
  useUnkept(all);
  useSeen(book, store, ids);

  // The same steps for as long as the screen is open: every photo of the text would be drawn anew for others.
  const steps = useMemo(() => {
    const pick: EditorUploads['pick'] = (goal, position) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = acceptedFiles;
      input.multiple = goal !== 'cover';
      input.addEventListener('change', () => queue.add([...(input.files ?? [])], goal, position));
      input.click();
    };

    const take: EditorUploads['take'] = (items, goal, position) => {
      for (const { assetId, assetHash, fileName, state, failure, source, rightsUntil } of items) {
        book.put({ assetId, assetHash, fileName, state, failure, source, rightsUntil });
      }
      const [first] = items;
      if (goal === 'cover' && first !== undefined) {
        queue.dropNextCovers();
        change({ cover: coverFromLibrary(first) });
      } else if (goal !== 'cover' && editor !== null) putFromLibrary(editor, items, goal, position);
    };

    return { add: queue.add, pick, take };
  }, [queue, book, editor, change]);

  const unsent = all.filter(isUnsent).length;
  return { book, uploads, unsent, nextCover: queue.nextCover(), ...steps };
}

/** Asks about photos that stand in the words but came with neither the page nor an upload of this screen. */
export function useUnknownPhotos(book: PhotoBook, used: readonly AssetId[], isOnline: boolean): void {
  const ids = used.join();
  useEffect(() => {
    const controller = new AbortController();
    const all = ids.split(',').flatMap((id) => assetId.safeParse(id).data ?? []);
    const unknown = all.filter((id) => book.all().get(id)?.isAway ?? !book.all().has(id));
    void askAbout(unknown, book, isOnline, controller.signal);
    return () => controller.abort();
  }, [book, ids, isOnline]);
}

/** What each place says, and where each is: written to the device soon after a change, and when the page goes away. */
function usePlaces(queue: PhotoQueue, editor: Editor | null, all: readonly Upload[]): void {
  useEffect(() => {
    if (all.length > 0) queue.tell();
  }, [queue, all]);
  useEffect(() => {
    if (editor === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = () => queue.remember();
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(leave, rememberWithin);
    };
    editor.on('update', soon);
    document.addEventListener('visibilitychange', leave);
    return () => {
      clearTimeout(timer);
      editor.off('update', soon);
      document.removeEventListener('visibilitychange', leave);
    };
  }, [queue, editor]);
}

/** Milliseconds after the last change of the text. */
const rememberWithin = 300;

/** Asks before a page closes with photos that nothing else keeps. */
function useUnkept(all: readonly Upload[]): void {
  const isRisky = all.some((upload) => upload.risk !== undefined && isUnsent(upload));
  useEffect(() => {
    if (!isRisky) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isRisky]);
}

/** Keeps on this device what is known of the photos, and reads it where the page is older than the words. */
function useSeen(book: PhotoBook, store: ReturnType<typeof photoStore>, { userId, editionId }: DraftIds): void {
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isGone = false;
    const begin = async () => {
      for (const photo of await store.seenIn(userId, editionId)) {
        const known = book.all().get(photo.assetId);
        // What was being made ready then is asked about again when there is a network.
        if (known === undefined || known.isAway) book.put({ ...photo, isAway: photo.state === 'processing' });
      }
      if (isGone) return;
      stop = book.subscribe(() => {
        const told = [...book.all().values()].filter(({ isAway }) => !isAway);
        // What cannot be remembered is asked for again.
        store.remember(userId, editionId, told).catch(() => undefined);
      });
    };
    // A browser without a store remembers nothing.
    begin().catch(() => undefined);
    return () => {
      isGone = true;
      stop?.();
    };
  }, [book, store, userId, editionId]);
}

async function askAbout(
  unknown: readonly AssetId[],
  book: PhotoBook,
  isOnline: boolean,
  signal: AbortSignal,
): Promise<void> {
  for (const id of unknown) {
    const photo = isOnline ? await look({ assetId: id }) : null;
    if (signal.aborted) return;
    if (photo !== null) book.put(photo);
    else if (!isOnline && !book.all().has(id)) book.put(unseen(id));
  }
}

/** Stands in for a photo that nobody could be asked about. */
function unseen(id: AssetId): Photo {
  const nothing = { assetHash: '', fileName: 'Foto', failure: null, source: null };
  return { assetId: id, ...nothing, state: 'processing', isAway: true };
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
