'use client';

import { blockLimits } from '#lib/richtext/measure.ts';
import { LibraryPicker } from '../media/library-picker.tsx';
import type { DocumentGoal } from './documents.ts';
import { documentFromLibrary } from './from-library.ts';
import type { PhotoGoal } from './photos.tsx';
import type { DocumentDesk } from './use-documents.ts';
import type { EditorUploads } from './use-uploads.ts';

/** Photos the writer asks the library for, and where they go. */
export type WantedPhotos = { goal: PhotoGoal; position: number | undefined };

const titles: Readonly<Record<PhotoGoal, string>> = {
  body: 'Pilih foto dari pustaka',
  gallery: 'Pilih foto untuk galeri',
  cover: 'Pilih foto utama dari pustaka',
};

/** The window in which they are chosen. */
export function PhotosWanted({
  wanted,
  take,
  onClose,
}: {
  wanted: WantedPhotos | null;
  take: EditorUploads['take'];
  onClose: () => void;
}) {
  const goal = wanted?.goal ?? 'body';
  return (
    <LibraryPicker
      isOpen={wanted !== null}
      kind="photo"
      title={titles[goal]}
      most={goal === 'cover' ? 1 : blockLimits.galleryPhotos}
      onClose={onClose}
      onTake={(items) => {
        take(items, goal, wanted?.position);
        onClose();
      }}
    />
  );
}

/** The window in which a document is chosen. */
export function DocumentWanted({
  wanted,
  take,
  onClose,
}: {
  wanted: DocumentGoal | null;
  take: DocumentDesk['take'];
  onClose: () => void;
}) {
  return (
    <LibraryPicker
      isOpen={wanted !== null}
      kind="document"
      title={wanted === 'body' ? 'Pilih dokumen untuk teks' : 'Pilih lampiran dari pustaka'}
      onClose={onClose}
      onTake={(items) => {
        for (const item of items) take(documentFromLibrary(item), wanted ?? 'attachments');
        onClose();
      }}
    />
  );
}
