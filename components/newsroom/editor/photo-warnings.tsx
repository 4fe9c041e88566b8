import { formatDate } from '#lib/newsroom/labels.ts';
import { originLabels } from '#lib/richtext/origin-words.ts';
import { libraryAssetPath } from '#lib/urls.ts';
import type { Photo } from './photos.tsx';

/** What the writer must know of a photo besides its words: a right that has ended, the label readers see. */
export function PhotoWarnings({
  photo,
  origin = 'photo',
  isShort = false,
}: {
  photo: Photo | undefined;
  origin?: keyof typeof originLabels | undefined;
  /** Warnings only. */
  isShort?: boolean;
}) {
  const ended = photo?.rightsUntil;
  return (
    <>
      {isOver(ended) && (
        <p className="field-error">
          Izin pemakaian foto ini habis {formatDate(ended)}. Ganti fotonya, atau perpanjang izinnya di pustaka.
        </p>
      )}
      {origin !== 'photo' && <p className="small">Pembaca melihat label “{originLabels[origin]}”.</p>}
      {photo !== undefined && !isShort && (
        <p className="small">
          <a className="button button-plain" href={libraryAssetPath(photo.assetId)} target="_blank" rel="noopener">
            Izin, anak, dan asal foto ini di pustaka
          </a>
        </p>
      )}
    </>
  );
}

/** By the day of this device: near enough for a warning. */
function isOver(rightsUntil: string | null | undefined): rightsUntil is string {
  return typeof rightsUntil === 'string' && rightsUntil < new Date().toLocaleDateString('en-CA');
}
