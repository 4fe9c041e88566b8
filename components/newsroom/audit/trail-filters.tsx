import type { ReactNode } from 'react';
import { formatSpan } from '#lib/newsroom/labels.ts';
import type { TrailPage } from '#lib/record/audit-trail.ts';
import { eventLabel } from '#lib/record/event-labels.ts';
import { isNarrowed, type TrailFilter, trailFields, verbChoices } from '#lib/record/trail-filter.ts';
import { auditFilePath, auditTrailPath } from '#lib/urls.ts';

type Props = { filter: TrailFilter; page: Pick<TrailPage, 'people' | 'agencies' | 'portal' | 'portals'> };

/** Narrows the audit trail: a plain form, so every view has an address of its own. Folded it says what it shows. */
export function TrailFilters({ filter, page }: Props) {
  const words = filterWords(filter, page);
  return (
    <details className="group trail-filter">
      <summary>
        <strong>Saringan:</strong> {words.length === 0 ? 'semua peristiwa' : words.join('; ')}
      </summary>
      <FilterForm filter={filter} page={page} />
    </details>
  );
}

/** What the trail is narrowed to, as a person says it. */
function filterWords({ person, verb, agency, article, from, until }: TrailFilter, page: Props['page']): string[] {
  const whose = person === 'system' ? 'Sistem' : page.people.find(({ id }) => id === person)?.name;
  return [
    verb === undefined ? '' : `peristiwa ${eventLabel(verb)}`,
    whose === undefined ? '' : `orang ${whose}`,
    agency === undefined ? '' : (page.agencies.find(({ id }) => id === agency)?.name ?? ''),
    article === '' ? '' : `naskah ${article}`,
    from === undefined ? '' : `dari ${formatSpan(from)}`,
    until === undefined ? '' : `sampai ${formatSpan(until)}`,
  ].filter((word) => word !== '');
}

function FilterForm({ filter, page }: Props) {
  return (
    <form action={auditTrailPath} className="stack-tight" aria-label="Saring jejak audit">
      <div className="trail-filters">
        {page.portals.length > 1 && (
          <Choice field="portal" label="Portal" value={page.portal.id} isRequired>
            {page.portals.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Choice>
        )}
        <Choice field="person" label="Orang" value={filter.person}>
          <option value="system">Sistem</option>
          {page.people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice field="verb" label="Peristiwa" value={filter.verb}>
          {verbChoices.map(({ name, verbs }) => (
            <optgroup key={name} label={name}>
              {verbs.map(([verb, label]) => (
                <option key={verb} value={verb}>
                  {label}
                </option>
              ))}
            </optgroup>
          ))}
        </Choice>
        <Choice field="agency" label="Perangkat daerah" value={filter.agency}>
          {page.agencies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        <Field field="article" label="Naskah (alamat atau nomor)">
          <input
            id={idOf('article')}
            name={trailFields.article}
            defaultValue={filter.article}
            maxLength={300}
            autoComplete="off"
          />
        </Field>
        <Field field="from" label="Dari tanggal">
          <input id={idOf('from')} type="date" name={trailFields.from} defaultValue={filter.from} />
        </Field>
        <Field field="until" label="Sampai tanggal">
          <input id={idOf('until')} type="date" name={trailFields.until} defaultValue={filter.until} />
        </Field>
      </div>
      <div className="row">
        <button type="submit" className="button-main">
          Terapkan saringan
        </button>
        {isNarrowed(filter) && <a href={auditTrailPath}>Hapus semua saringan</a>}
      </div>
    </form>
  );
}

/** Takes what the filter shows along as a file. That somebody did is recorded, so it is a form of its own. */
export function TrailExport({ filter }: { filter: TrailFilter }) {
  const fields = Object.entries({ ...filter, before: undefined }).flatMap(([field, value]) => {
    const name = Object.entries(trailFields).find(([own]) => own === field)?.[1];
    return name === undefined || value === undefined || value === '' ? [] : [{ name, value: String(value) }];
  });
  return (
    <form action={auditFilePath} method="post" className="row">
      {fields.map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit">Unduh sebagai CSV</button>
      <span className="muted small">Unduhan Anda ikut tercatat di jejak ini.</span>
    </form>
  );
}

const idOf = (field: keyof TrailFilter) => `saring-${trailFields[field]}`;

function Field({ field, label, children }: { field: keyof TrailFilter; label: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={idOf(field)}>{label}</label>
      {children}
    </div>
  );
}

function Choice({
  field,
  label,
  value,
  isRequired = false,
  children,
}: {
  field: keyof TrailFilter;
  label: string;
  value: string | undefined;
  isRequired?: boolean;
  children: ReactNode;
}) {
  return (
    <Field field={field} label={label}>
      <select id={idOf(field)} name={trailFields[field]} defaultValue={value ?? ''}>
        {!isRequired && <option value="">Semua</option>}
        {children}
      </select>
    </Field>
  );
}
