'use client';

import { useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { type ChangeWords, coverOf, type DraftWords } from './draft-words.ts';
import { PhotoFields } from './photo-fields.tsx';
import { PhotoPicture } from './photo-picture.tsx';
import { usePhotoDesk, usePhotos } from './photos.tsx';
import { placeId } from './places.ts';

/** The photo that stands above the article and beside its title in lists. */
export function CoverField({
  words,
  change,
  isEditable,
  pickPhoto,
}: {
  words: DraftWords;
  change: ChangeWords;
  isEditable: boolean;
  pickPhoto: () => void;
}) {
  const { book } = usePhotoDesk();
  const photos = usePhotos(book);
  const [isChoosing, setIsChoosing] = useState(false);
  const { cover } = words;
  const shown = [...photos.values()].find(({ assetId }) => assetId === cover?.assetId);

  return (
    <div className="stack">
      <div id={placeId('cover')} tabIndex={-1}>
        {cover === null ? (
          <p className="muted">Belum ada foto utama.</p>
        ) : (
          <PhotoPicture photo={shown} alt={cover.alt} />
        )}
      </div>
      {cover !== null && (
        <>
          <PhotoFields
            value={cover}
            isReadOnly={!isEditable}
            onChange={(part) => change({ cover: { ...cover, ...part } })}
          />
          <FocalFields
            focal={cover.focal}
            isEditable={isEditable}
            onChange={(focal) => change({ cover: { ...cover, focal } })}
          />
        </>
      )}
      {isEditable && (
        <div className="row">
          <button type="button" onClick={pickPhoto}>
            Unggah foto utama
          </button>
          {photos.size > 0 && (
            <button type="button" onClick={() => setIsChoosing(true)}>
              Pilih dari unggahan
            </button>
          )}
          {cover !== null && (
            <button type="button" className="button-danger" onClick={() => change({ cover: null })}>
              Lepas foto utama
            </button>
          )}
        </div>
      )}
      <Dialog isOpen={isChoosing} title="Pilih foto utama" onClose={() => setIsChoosing(false)} isWide>
        <ul className="photo-grid">
          {[...photos.values()]
            .filter(({ state }) => state === 'ready' || state === 'processing')
            .map((photo) => (
              <li key={photo.assetId}>
                <button
                  type="button"
                  className="photo-choice"
                  aria-pressed={photo.assetId === cover?.assetId}
                  onClick={() => {
                    change({ cover: coverOf(photo) });
                    setIsChoosing(false);
                  }}
                >
                  {photo.source !== null && <img src={photo.source} alt="" loading="lazy" />}
                  <span>{photo.fileName}</span>
                </button>
              </li>
            ))}
        </ul>
      </Dialog>
    </div>
  );
}

/** What must stay in sight where the photo is cut to another shape. Sliders, because a keyboard and a thumb can use them. */
function FocalFields({
  focal,
  isEditable,
  onChange,
}: {
  focal: { x: number; y: number };
  isEditable: boolean;
  onChange: (focal: { x: number; y: number }) => void;
}) {
  return (
    <details>
      <summary>Titik fokus</summary>
      <p className="field-note">Bagian yang tetap terlihat bila foto dipotong, misalnya pada kartu tautan.</p>
      {(['x', 'y'] as const).map((axis) => (
        <div key={axis} className="field">
          <label htmlFor={`fokus-${axis}`}>
            {axis === 'x' ? 'Kiri ke kanan' : 'Atas ke bawah'}: {Math.round(focal[axis] * 100)} %
          </label>
          <input
            id={`fokus-${axis}`}
            type="range"
            min={0}
            max={100}
            value={Math.round(focal[axis] * 100)}
            disabled={!isEditable}
            onChange={(event) => onChange({ ...focal, [axis]: Number(event.target.value) / 100 })}
          />
        </div>
      ))}
    </details>
  );
}
