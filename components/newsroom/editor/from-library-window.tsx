'use client';

import { blockLimits } from '#lib/richtext/measure.ts';
import { LibraryPicker } from '../media/library-picker.tsx';
import { type PhotoGoal, usePhotoDesk } from './photos.tsx';
import type { EditorUploads } from './use-uploads.ts';

/** Photos the writer asks the library for, and where they go. */
export type WantedPhotos = { goal: PhotoGoal; position: number | undefined };

/** The ways from the text to the library. */
export function FromLibrary() {
  const { openLibrary } = usePhotoDesk();
  return (
    <p className="row">
      <button type="button" className="button-plain" onClick={() => openLibrary('body')}>
        Foto dari pustaka
      </button>
      <button type="button" className="button-plain" onClick={() => openLibrary('gallery')}>
        Galeri dari pustaka
      </button>
    </p>
  );
}

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
