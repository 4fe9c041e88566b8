'use client';

import { useId } from 'react';
import { fieldLimits } from '#lib/newsroom/article-input.ts';
import { PeopleTicks } from './common-facts-fields.tsx';
import type { CommonFacts, DescribedFile, OwnFacts } from './upload-facts.ts';

const words = [
  { name: 'alt', label: 'Teks alternatif', max: fieldLimits.alt },
  { name: 'caption', label: 'Keterangan', max: fieldLimits.caption },
  { name: 'credit', label: 'Kredit', max: fieldLimits.credit },
] as const;

/** One file that arrived, with what is said of it alone; what it leaves out it takes from all. */
export function UploadedFile({
  file,
  common,
  onChange,
}: {
  file: DescribedFile;
  common: CommonFacts;
  onChange: (own: OwnFacts) => void;
}) {
  const id = useId();
  const facts = { ...common, ...file.own };
  const isPhoto = file.kind === 'photo';
  return (
    <fieldset className="upload upload-photo">
      <legend className="visually-hidden">{file.fileName}</legend>
      {isPhoto ? (
        <img src={file.preview} alt="" className="upload-picture" />
      ) : (
        <span className="library-word upload-picture">PDF</span>
      )}
      <div className="stack">
        <strong className="upload-name">{file.fileName}</strong>
        {words
          .filter(({ name }) => isPhoto || name !== 'alt')
          .map(({ name, label, max }) => (
            <div key={name} className="field">
              <label htmlFor={`${id}-${name}`}>{label}</label>
              <input
                id={`${id}-${name}`}
                value={facts[name]}
                maxLength={max}
                autoComplete="off"
                onChange={(event) => onChange({ [name]: event.target.value })}
              />
            </div>
          ))}
        {isPhoto && (
          <div className="choices">
            <PeopleTicks facts={facts} onChange={onChange} />
          </div>
        )}
      </div>
    </fieldset>
  );
}
