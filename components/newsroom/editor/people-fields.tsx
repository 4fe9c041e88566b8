'use client';

import { useId } from 'react';
import { Field } from '#components/ui/field.tsx';
import { fieldLimits } from '#lib/newsroom/article-input.ts';
import { creditRoleLabels } from '#lib/newsroom/labels.ts';
import type { ChangeWords, DraftWords } from './draft-words.ts';
import { placeId } from './places.ts';

type Credit = DraftWords['credits'][number];

const isCreditRole = (value: string): value is Credit['role'] => Object.hasOwn(creditRoleLabels, value);

type PeopleProps = { words: DraftWords; change: ChangeWords; isEditable: boolean };

/** Who made the article: names, initials and units as the tail code shows them. */
export function CreditsFields({ words, change, isEditable }: PeopleProps) {
  const { credits } = words;
  const put = (index: number, part: Partial<Credit>) =>
    change({ credits: credits.map((credit, at) => (at === index ? { ...credit, ...part } : credit)) });
  return (
    <fieldset className="stack" id={placeId('credits')} tabIndex={-1}>
      <legend className="visually-hidden">Kredit</legend>
      {credits.length === 0 && <p className="muted">Belum ada nama. Nama di sini tampil di akhir artikel.</p>}
      {credits.map((credit, index) => (
        <CreditRow
          key={String(index)}
          number={index + 1}
          credit={credit}
          isEditable={isEditable}
          onChange={(part) => put(index, part)}
          onRemove={() => change({ credits: credits.filter((_, at) => at !== index) })}
        />
      ))}
      {isEditable && credits.length < fieldLimits.credits && (
        <button
          type="button"
          onClick={() => change({ credits: [...credits, { name: '', initials: '', role: 'writer', unit: '' }] })}
        >
          Tambah nama
        </button>
      )}
    </fieldset>
  );
}

function CreditRow({
  number,
  credit,
  isEditable,
  onChange,
  onRemove,
}: {
  number: number;
  credit: Credit;
  isEditable: boolean;
  onChange: (part: Partial<Credit>) => void;
  onRemove: () => void;
}) {
  const id = useId();
  return (
    <fieldset className="card stack">
      <legend className="visually-hidden">Nama ke-{number}</legend>
      <Field id={`${id}-name`} label="Nama">
        <input
          id={`${id}-name`}
          value={credit.name}
          maxLength={80}
          readOnly={!isEditable}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Field>
      <Field id={`${id}-role`} label="Peran">
        <select
          id={`${id}-role`}
          value={credit.role}
          disabled={!isEditable}
          onChange={({ target: { value } }) => isCreditRole(value) && onChange({ role: value })}
        >
          {Object.entries(creditRoleLabels).map(([role, label]) => (
            <option key={role} value={role}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <div className="fields-two">
        <Field id={`${id}-initials`} label="Inisial">
          <input
            id={`${id}-initials`}
            value={credit.initials}
            maxLength={12}
            readOnly={!isEditable}
            onChange={(event) => onChange({ initials: event.target.value })}
          />
        </Field>
        <Field id={`${id}-unit`} label="Unit">
          <input
            id={`${id}-unit`}
            value={credit.unit}
            maxLength={80}
            readOnly={!isEditable}
            onChange={(event) => onChange({ unit: event.target.value })}
          />
        </Field>
      </div>
      {isEditable && (
        <div className="row">
          <button type="button" className="button-danger" onClick={onRemove}>
            Hapus<span className="visually-hidden"> nama ke-{number}</span>
          </button>
        </div>
      )}
    </fieldset>
  );
}

/** Where the facts come from: told to the verifier and the desk, and shown under the article. */
export function SourcesFields({ words, change, isEditable }: PeopleProps) {
  const { sources } = words;
  const put = (index: number, part: { name?: string; detail?: string }) =>
    change({ sources: sources.map((source, at) => (at === index ? { ...source, ...part } : source)) });
  return (
    <fieldset className="stack" id={placeId('sources')} tabIndex={-1}>
      <legend className="visually-hidden">Sumber</legend>
      {sources.length === 0 && (
        <p className="muted">Belum ada sumber. Tulis dari siapa atau dari dokumen mana fakta berasal.</p>
      )}
      {sources.map((source, index) => (
        <SourceRow
          key={String(index)}
          number={index + 1}
          source={source}
          isEditable={isEditable}
          onChange={(part) => put(index, part)}
          onRemove={() => change({ sources: sources.filter((_, at) => at !== index) })}
        />
      ))}
      {isEditable && sources.length < fieldLimits.sources && (
        <button type="button" onClick={() => change({ sources: [...sources, { name: '', detail: '' }] })}>
          Tambah sumber
        </button>
      )}
    </fieldset>
  );
}

function SourceRow({
  number,
  source,
  isEditable,
  onChange,
  onRemove,
}: {
  number: number;
  source: { name: string; detail: string };
  isEditable: boolean;
  onChange: (part: { name?: string; detail?: string }) => void;
  onRemove: () => void;
}) {
  const id = useId();
  return (
    <fieldset className="card stack">
      <legend className="visually-hidden">Sumber ke-{number}</legend>
      <Field id={`${id}-name`} label="Nama sumber">
        <input
          id={`${id}-name`}
          value={source.name}
          maxLength={160}
          readOnly={!isEditable}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Field>
      <Field id={`${id}-detail`} label="Keterangan sumber">
        <input
          id={`${id}-detail`}
          value={source.detail}
          maxLength={240}
          readOnly={!isEditable}
          onChange={(event) => onChange({ detail: event.target.value })}
        />
      </Field>
      {isEditable && (
        <div className="row">
          <button type="button" className="button-danger" onClick={onRemove}>
            Hapus<span className="visually-hidden"> sumber ke-{number}</span>
          </button>
        </div>
      )}
    </fieldset>
  );
}
