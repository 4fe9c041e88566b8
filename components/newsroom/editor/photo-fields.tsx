'use client';

import { useId } from 'react';
import { fieldLimits } from '#lib/newsroom/article-input.ts';
import { useOwnText } from './use-own-text.ts';

/** The words that go with a photo where it is used. */
export type PhotoWords = { alt: string; decorative: boolean; caption: string; credit: string };

export function PhotoFields({
  value,
  onChange,
  isReadOnly = false,
}: {
  value: PhotoWords;
  onChange: (part: Partial<PhotoWords>) => void;
  isReadOnly?: boolean;
}) {
  const id = useId();
  const altId = `${id}-alt`;
  const [alt, changeAlt] = useOwnText(value.alt, (text) => onChange({ alt: text }));
  const [caption, changeCaption] = useOwnText(value.caption, (text) => onChange({ caption: text }));
  const [credit, changeCredit] = useOwnText(value.credit, (text) => onChange({ credit: text }));
  return (
    <div className="stack">
      <div className="field">
        <label htmlFor={altId}>Teks alternatif</label>
        <p id={`${altId}-note`} className="field-note">
          Apa yang terlihat, untuk pembaca yang tidak melihat fotonya.
        </p>
        <textarea
          id={altId}
          rows={2}
          data-place="alt"
          aria-describedby={`${altId}-note`}
          value={alt}
          maxLength={fieldLimits.alt}
          disabled={value.decorative}
          readOnly={isReadOnly}
          onChange={(event) => changeAlt(event.target.value)}
        />
        <label className="choice">
          <input
            type="checkbox"
            checked={value.decorative}
            disabled={isReadOnly}
            onChange={(event) => onChange({ decorative: event.target.checked })}
          />
          Dekoratif: foto ini hanya hiasan
        </label>
      </div>
      <div className="field">
        <label htmlFor={`${id}-caption`}>Keterangan foto</label>
        <textarea
          id={`${id}-caption`}
          rows={2}
          data-place="caption"
          value={caption}
          maxLength={fieldLimits.caption}
          readOnly={isReadOnly}
          onChange={(event) => changeCaption(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-credit`}>Kredit foto</label>
        <input
          id={`${id}-credit`}
          data-place="credit"
          value={credit}
          maxLength={fieldLimits.credit}
          readOnly={isReadOnly}
          placeholder="Nama pemotret/unit"
          onChange={(event) => changeCredit(event.target.value)}
        />
      </div>
    </div>
  );
}
