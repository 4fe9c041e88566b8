'use client';

import { FocalPicker } from '../media/focal-picker.tsx';
import type { ChangeWords, DraftWords } from './draft-words.ts';
import { PhotoFields } from './photo-fields.tsx';
import { PhotoPicture } from './photo-picture.tsx';
import { PhotoWarnings } from './photo-warnings.tsx';
import { usePhotoDesk, usePhotos } from './photos.tsx';
import { placeId } from './places.ts';
import { uploadWord } from './upload-words.ts';

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
  const { book, openLibrary, nextCover } = usePhotoDesk();
  const photos = usePhotos(book);
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
          <PhotoWarnings photo={shown} origin={cover.origin} />
          {shown?.source && (
            <details>
              <summary>Titik fokus dan potongan</summary>
              <p className="field-note">Ketuk bagian foto yang harus tetap terlihat bila dipotong.</p>
              <FocalPicker
                source={shown.source}
                focal={cover.focal}
                isEditable={isEditable}
                onChange={(focal) => change({ cover: { ...cover, focal } })}
              />
            </details>
          )}
        </>
      )}
      {nextCover !== undefined && (
        <div className="upload upload-photo">
          <img src={nextCover.preview} alt="" className="upload-picture" />
          <p>
            Foto {nextCover.file.name} akan menjadi foto utama. {uploadWord(nextCover)}
          </p>
        </div>
      )}
      {isEditable && (
        <div className="row">
          <button type="button" onClick={pickPhoto}>
            Unggah foto utama
          </button>
          <button type="button" onClick={() => openLibrary('cover')}>
            Pilih dari pustaka
          </button>
          {cover !== null && (
            <button type="button" className="button-danger" onClick={() => change({ cover: null })}>
              Lepas foto utama
            </button>
          )}
        </div>
      )}
    </div>
  );
}
