'use client';

import { useState } from 'react';
import { Field } from '#components/ui/field.tsx';
import { audiences, type DetailName, detailLimits, ownDetails, pageRoles } from '#lib/newsroom/kind-details.ts';
import { hasText } from '#lib/newsroom/kind-readiness.ts';
import { audienceLabels, detailLabels, pageRoleLabels } from '#lib/newsroom/labels.ts';
import { checkLink } from '#lib/richtext/links.ts';
import { detailForms, emptyChoices, pageRolePlaces, venueNotes } from './detail-forms.ts';
import type { ChangeWords, DraftWords } from './draft-words.ts';
import { MomentField } from './moment-field.tsx';
import { placeId } from './places.ts';

type Details = NonNullable<DraftWords['details']>;
type KindFieldsProps = { words: DraftWords; change: ChangeWords; isEditable: boolean; timeZone: string };

/** What only this kind of article has, each with what it is for. */
export function KindFields({ words, change, isEditable, timeZone }: KindFieldsProps) {
  const details: Details = words.details ?? {};
  const put = (name: DetailName, value: string) => change({ details: withDetail(details, name, value) });
  return (
    <div className="stack">
      {!hasText(words.kind) && (
        <p className="field-note">
          Teks spanduk adalah judulnya, dan tampil di atas setiap halaman. Hanya redaktur yang dapat menerbitkannya;
          jalurnya <b>Terbitkan segera</b>, dengan tinjauan kedua. Teras, isi, foto, dan lampiran yang sudah ditulis
          tidak ikut terbit; semuanya tetap ada di Riwayat.
        </p>
      )}
      {ownDetails(words.kind).map((name) => (
        <DetailField
          key={name}
          name={name}
          kind={words.kind}
          value={details[name] ?? ''}
          isEditable={isEditable}
          timeZone={timeZone}
          onChange={(value) => put(name, value)}
        />
      ))}
    </div>
  );
}

/** Until when nothing of this is public, for kinds that have it by choice and not by nature. */
export function EmbargoField({ words, change, isEditable, timeZone }: KindFieldsProps) {
  const details: Details = words.details ?? {};
  return (
    <DetailField
      name="embargoUntil"
      kind={words.kind}
      value={details.embargoUntil ?? ''}
      isEditable={isEditable}
      timeZone={timeZone}
      onChange={(value) => change({ details: withDetail(details, 'embargoUntil', value) })}
    />
  );
}

function withDetail(details: Details, name: DetailName, value: string): Details {
  const { [name]: _former, ...others } = details;
  return value === '' ? others : { ...others, [name]: value };
}

type DetailFieldProps = {
  name: DetailName;
  kind: DraftWords['kind'];
  value: string;
  isEditable: boolean;
  timeZone: string;
  onChange: (value: string) => void;
};

function DetailField({ name, kind, value, isEditable, timeZone, onChange }: DetailFieldProps) {
  const id = placeId(`details.${name}`);
  const form = detailForms[name];
  const note = name === 'pageRole' ? pageRolePlaces[value] : name === 'venue' ? venueNotes[kind] : form.note;
  const shared = { id, 'aria-describedby': note ? `${id}-note` : undefined };
  const label = detailLabels[name];
  switch (form.control) {
    case 'moment':
      return (
        <MomentField
          id={id}
          label={label}
          note={note}
          value={value}
          isEditable={isEditable}
          timeZone={timeZone}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <Field id={id} label={label} note={note}>
          <select {...shared} value={value} disabled={!isEditable} onChange={(event) => onChange(event.target.value)}>
            <option value="">{emptyChoices[name]}</option>
            {choicesOf(name).map(([choice, text]) => (
              <option key={choice} value={choice}>
                {text}
              </option>
            ))}
          </select>
        </Field>
      );
    case 'text': {
      const limit = detailLimits.textAlternative;
      const counted = `${value.length.toLocaleString('id-ID')} dari ${limit.toLocaleString('id-ID')} karakter.`;
      return (
        <Field id={id} label={label} note={`${note} ${counted}`}>
          <textarea
            {...shared}
            rows={8}
            value={value}
            maxLength={limit}
            readOnly={!isEditable}
            onChange={(event) => onChange(event.target.value)}
          />
        </Field>
      );
    }
    case 'link':
      return <LinkField id={id} label={label} note={note} value={value} isEditable={isEditable} onChange={onChange} />;
    default:
      return (
        <Field id={id} label={label} note={note}>
          <input
            {...shared}
            type={form.control === 'line' ? 'text' : form.control}
            value={value}
            maxLength={limitOf(name)}
            readOnly={!isEditable}
            onChange={(event) => onChange(event.target.value)}
          />
        </Field>
      );
  }
}

/** An address is kept when it is one: a half-typed one would keep everything else from being saved. */
function LinkField({
  id,
  label,
  note,
  value,
  isEditable,
  onChange,
}: {
  id: string;
  label: string;
  note: string | undefined;
  value: string;
  isEditable: boolean;
  onChange: (value: string) => void;
}) {
  const [typed, setTyped] = useState(value);
  const checked = typed.trim() === '' ? undefined : checkLink(typed.trim());
  // Another version, or a conflict resolved: the field follows.
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    if (value !== '' && value !== typed.trim()) setTyped(value);
  }
  const error = checked?.ok === false ? `${checked.reason} Tautan ini belum disimpan.` : undefined;
  return (
    <Field id={id} label={label} note={note} error={error}>
      <input
        id={id}
        aria-describedby={error ? `${id}-note ${id}-error` : `${id}-note`}
        aria-invalid={error ? true : undefined}
        inputMode="url"
        autoCapitalize="off"
        spellCheck={false}
        value={typed}
        maxLength={detailLimits.link}
        readOnly={!isEditable}
        onChange={({ target }) => {
          setTyped(target.value);
          const text = target.value.trim();
          const next = text !== '' && checkLink(text).ok ? text : '';
          setSeen(next);
          onChange(next);
        }}
      />
    </Field>
  );
}

const choicesOf = (name: DetailName): [string, string][] =>
  name === 'audience'
    ? audiences.map((one) => [one, audienceLabels[one]])
    : pageRoles.map((one) => [one, pageRoleLabels[one]]);

const limitOf = (name: DetailName): number | undefined =>
  Object.entries(detailLimits).find(([limited]) => limited === name)?.[1];
