'use client';

import { describedBy, Field } from '#components/ui/field.tsx';
import { fieldLimits } from '#lib/newsroom/article-input.ts';
import type { FormChoices } from '#lib/newsroom/desk-shapes.ts';
import { creatableKinds } from '#lib/newsroom/kind-details.ts';
import { hasText, kindNeeds } from '#lib/newsroom/kind-readiness.ts';
import { infoClassLabels, kindLabels } from '#lib/newsroom/labels.ts';
import type { ChangeWords, DraftWords } from './draft-words.ts';
import { placeId } from './places.ts';

type DetailsProps = {
  words: DraftWords;
  change: ChangeWords;
  choices: FormChoices;
  /** Whose article it is: it is not offered among those that join in. */
  agencyId: string;
  isEditable: boolean;
  /** A banner that an editor began for an agency they do not write for stays one. */
  isKindFixed: boolean;
};

const kindNote =
  'Mengganti jenis tidak menghapus apa pun dari draf. Yang tidak dimiliki jenis itu tidak ikut diajukan dan tetap ada di Riwayat.';
const fixedKindNote = 'Spanduk ini tidak dapat diganti menjadi jenis lain.';

const within = <T extends string>(labels: Readonly<Record<T, string>>, value: string): value is T =>
  Object.hasOwn(labels, value);

/** Where the article belongs and what it is about. */
export function DetailsFields({ words, change, choices, agencyId, isEditable, isKindFixed }: DetailsProps) {
  const kinds: readonly DraftWords['kind'][] = creatableKinds.some((kind) => kind === words.kind)
    ? creatableKinds
    : [words.kind, ...creatableKinds];
  const { requires, advises } = kindNeeds[words.kind];
  return (
    <div className="stack">
      {requires.includes('section') && (
        <Field id={placeId('sectionId')} label="Kanal">
          <select
            id={placeId('sectionId')}
            value={words.sectionId ?? ''}
            disabled={!isEditable}
            onChange={(event) => change({ sectionId: event.target.value || null })}
          >
            <option value="">Pilih kanal…</option>
            {choices.sections.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      )}
      <Field id={placeId('kind')} label="Jenis" note={isKindFixed ? fixedKindNote : kindNote}>
        <select
          {...describedBy(placeId('kind'), { note: true })}
          value={words.kind}
          disabled={!isEditable || isKindFixed}
          onChange={({ target: { value } }) => within(kindLabels, value) && change({ kind: value })}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindLabels[kind]}
            </option>
          ))}
        </select>
      </Field>
      <Field
        id={placeId('infoClass')}
        label="Kelas informasi"
        note="Informasi yang dikecualikan tidak boleh diterbitkan."
      >
        <select
          id={placeId('infoClass')}
          aria-describedby={`${placeId('infoClass')}-note`}
          value={words.infoClass}
          disabled={!isEditable}
          onChange={({ target: { value } }) => within(infoClassLabels, value) && change({ infoClass: value })}
        >
          {Object.entries(infoClassLabels).map(([infoClass, label]) => (
            <option key={infoClass} value={infoClass}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      {advises.includes('dateline') && (
        <>
          <Field
            id={placeId('datelinePlace')}
            label="Tempat tanggal baris"
            note="Kota tempat berita ditulis, misalnya Samarinda."
          >
            <input
              id={placeId('datelinePlace')}
              aria-describedby={`${placeId('datelinePlace')}-note`}
              value={words.datelinePlace}
              maxLength={fieldLimits.datelinePlace}
              readOnly={!isEditable}
              onChange={(event) => change({ datelinePlace: event.target.value })}
            />
          </Field>
          <Field id={placeId('eventDate')} label="Tanggal peristiwa">
            <input
              id={placeId('eventDate')}
              type="date"
              value={words.eventDate ?? ''}
              readOnly={!isEditable}
              onChange={(event) => change({ eventDate: event.target.value || null })}
            />
          </Field>
        </>
      )}
      <ManyOf
        field="jointAgencyIds"
        label="Bersama perangkat daerah"
        note="Nama mereka ikut tertulis sebagai penerbit, dan anggotanya ikut melihat naskah ini."
        options={choices.agencies.filter(({ id }) => id !== agencyId).map(({ id, name }) => ({ value: id, name }))}
        chosen={words.jointAgencyIds}
        limit={fieldLimits.jointAgencies}
        isEditable={isEditable}
        onChange={(jointAgencyIds) => change({ jointAgencyIds })}
      />
      {hasText(words.kind) && (
        <>
          <ManyOf
            field="regencyCodes"
            label="Kabupaten/kota"
            options={choices.regencies.map(({ code, name }) => ({ value: code, name }))}
            chosen={words.regencyCodes}
            limit={fieldLimits.regencies}
            isEditable={isEditable}
            onChange={(regencyCodes) => change({ regencyCodes })}
          />
          <ManyOf
            field="topicIds"
            label="Topik"
            options={choices.topics.map(({ id, name }) => ({ value: id, name }))}
            chosen={words.topicIds}
            limit={fieldLimits.topics}
            isEditable={isEditable}
            onChange={(topicIds) => change({ topicIds })}
          />
          <label className="choice">
            <input
              type="checkbox"
              checked={words.sponsored}
              disabled={!isEditable}
              onChange={(event) => change({ sponsored: event.target.checked })}
            />
            Advertorial: isi berbayar, ditandai bagi pembaca
          </label>
        </>
      )}
    </div>
  );
}

type ManyOfProps = {
  field: string;
  label: string;
  note?: string;
  options: readonly { value: string; name: string }[];
  chosen: readonly string[];
  limit: number;
  isEditable: boolean;
  onChange: (chosen: string[]) => void;
};

/** Several of a list, folded away until it is needed; the chosen names stay in sight. */
function ManyOf({ field, label, note, options, chosen, limit, isEditable, onChange }: ManyOfProps) {
  if (options.length === 0) return null;
  const names = options.filter(({ value }) => chosen.includes(value)).map(({ name }) => name);
  const isFull = chosen.length >= limit;
  return (
    <details>
      <summary id={placeId(field)}>
        {label}: {names.length === 0 ? 'belum dipilih' : names.join(', ')}
      </summary>
      <fieldset className="choices">
        <legend className="visually-hidden">{label}</legend>
        {note !== undefined && <p className="field-note">{note}</p>}
        {isFull && <p className="field-note">Paling banyak {limit}.</p>}
        {options.map(({ value, name }) => {
          const isChosen = chosen.includes(value);
          return (
            <label key={value} className="choice">
              <input
                type="checkbox"
                checked={isChosen}
                disabled={!isEditable || (isFull && !isChosen)}
                onChange={() => onChange(isChosen ? chosen.filter((other) => other !== value) : [...chosen, value])}
              />
              {name}
            </label>
          );
        })}
      </fieldset>
    </details>
  );
}
