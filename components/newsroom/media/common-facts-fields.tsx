'use client';

import { useId } from 'react';
import { factFields, factLimits } from '#lib/library/facts-input.ts';
import { fieldLimits } from '#lib/newsroom/article-input.ts';
import { originLabels } from '#lib/richtext/origin-words.ts';
import type { CommonFacts } from './upload-facts.ts';

type TextName = 'caption' | 'alt' | 'credit' | 'terms' | 'takenOn' | 'takenAt' | 'rightsUntil';

const texts: readonly { name: TextName; label: string; note?: string; type?: 'date'; max?: number }[] = [
  { name: 'credit', label: 'Kredit', note: 'Nama pemotret/unit.', max: fieldLimits.credit },
  { name: 'terms', label: 'Lisensi atau syarat pemakaian', max: factLimits.terms },
  { name: 'takenOn', label: 'Tanggal pengambilan', type: 'date' },
  { name: 'takenAt', label: 'Tempat pengambilan', max: factLimits.takenAt },
  { name: 'rightsUntil', label: 'Boleh dipakai sampai', note: 'Kosongkan bila tanpa batas waktu.', type: 'date' },
  { name: 'caption', label: 'Keterangan', max: fieldLimits.caption },
  {
    name: 'alt',
    label: 'Teks alternatif',
    note: 'Sebaiknya ditulis untuk tiap foto di bawah.',
    max: fieldLimits.alt,
  },
];

/** What is said of all files of one upload, once. */
export function CommonFactsFields({
  facts,
  onChange,
}: {
  facts: CommonFacts;
  onChange: (part: Partial<CommonFacts>) => void;
}) {
  const id = useId();
  return (
    <div className="stack">
      <div className="fields-two fields-level">
        {texts.map(({ name, label, note, type = 'text', max }) => (
          <div key={name} className="field">
            <label htmlFor={`${id}-${name}`}>{label} (boleh kosong)</label>
            {note !== undefined && <p className="field-note">{note}</p>}
            <input
              id={`${id}-${name}`}
              type={type}
              value={facts[name]}
              maxLength={max}
              autoComplete="off"
              onChange={(event) => onChange({ [name]: event.target.value })}
            />
          </div>
        ))}
        <div className="field">
          <label htmlFor={`${id}-origin`}>Asal gambar</label>
          <p className="field-note">Selain foto, pembaca melihat label ini.</p>
          <select
            id={`${id}-origin`}
            value={facts.origin}
            onChange={(event) => onChange({ origin: originOf(event.target.value) })}
          >
            {Object.entries(originLabels).map(([origin, label]) => (
              <option key={origin} value={origin}>
                {label}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div className="choices">
        <PeopleTicks facts={facts} onChange={onChange} />
      </div>
    </div>
  );
}

/** Who is to be seen, and whether they agreed. */
export function PeopleTicks({
  facts,
  onChange,
}: {
  facts: Pick<CommonFacts, 'showsChild' | 'hasConsent'>;
  onChange: (part: Partial<CommonFacts>) => void;
}) {
  return (
    <>
      <label className="choice">
        <input
          type="checkbox"
          checked={facts.showsChild}
          onChange={(event) => onChange({ showsChild: event.target.checked })}
        />
        Memuat anak di bawah 18 tahun
      </label>
      <label className="choice">
        <input
          type="checkbox"
          checked={facts.hasConsent}
          onChange={(event) => onChange({ hasConsent: event.target.checked })}
        />
        Ada izin dari yang terlihat atau walinya
      </label>
    </>
  );
}

const originOf = (text: string) => factFields.origin.catch('photo').parse(text);
