import { kindLabels } from '#lib/newsroom/labels.ts';
import {
  periodChoices,
  periodLabels,
  type ReportQuery,
  reportQueryText,
  unitLabels,
} from '#lib/reports/report-query.ts';
import { reportsOfPath, reportsPath } from '#lib/urls.ts';

type Choice = readonly [value: string, label: string];

/** What the reports are about: links for the usual periods, plain forms for the rest, so every view has an address. */
export function ReportFilters({
  query,
  agencies,
  everything,
}: {
  query: ReportQuery;
  agencies: readonly { slug: string; shortName: string }[];
  /** How all of them together are called. */
  everything: string;
}) {
  const address = new URLSearchParams(reportQueryText(query));
  const presets = periodChoices.filter((period) => period !== 'sendiri');
  return (
    <div className="report-filters">
      <nav aria-label="Kurun">
        <ul className="tabs">
          {presets.map((period) => (
            <li key={period}>
              <a
                href={reportsOfPath(reportQueryText({ ...query, period, from: null, until: null }))}
                aria-current={query.period === period ? 'page' : undefined}
              >
                {periodLabels[period]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <details open={query.period === 'sendiri'}>
        <summary>Tanggal sendiri</summary>
        <form action={reportsPath} className="report-form">
          <Carried address={address} names={['opd', 'jenis', 'per']} />
          <input type="hidden" name="kurun" value="sendiri" />
          <Day name="dari" label="Dari" value={query.from} />
          <Day name="sampai" label="Sampai" value={query.until} />
          <button type="submit">Tampilkan tanggal ini</button>
        </form>
      </details>
      <form action={reportsPath} className="report-form">
        <Carried address={address} names={['kurun', 'dari', 'sampai']} />
        {agencies.length > 1 && (
          <Select
            name="opd"
            label="Perangkat daerah"
            value={query.agency ?? ''}
            choices={[['', everything], ...agencies.map(({ slug, shortName }): Choice => [slug, shortName])]}
          />
        )}
        <Select
          name="jenis"
          label="Jenis"
          value={query.kind ?? ''}
          choices={[['', 'Semua jenis'], ...Object.entries(kindLabels)]}
        />
        <Select
          name="per"
          label="Per"
          value={address.get('per') ?? ''}
          choices={[
            ['', 'Otomatis'],
            ['hari', unitLabels.day],
            ['minggu', unitLabels.week],
            ['bulan', unitLabels.month],
          ]}
        />
        <button type="submit">Tampilkan</button>
      </form>
    </div>
  );
}

/** What a form leaves as it is. */
function Carried({ address, names }: { address: URLSearchParams; names: readonly string[] }) {
  return names.map((name) => {
    const value = address.get(name);
    return value === null ? null : <input key={name} type="hidden" name={name} value={value} />;
  });
}

function Day({ name, label, value }: { name: string; label: string; value: string | null }) {
  const id = `laporan-${name}`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" name={name} defaultValue={value ?? ''} required />
    </div>
  );
}

function Select({
  name,
  label,
  value,
  choices,
}: {
  name: string;
  label: string;
  value: string;
  choices: readonly Choice[];
}) {
  const id = `laporan-${name}`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={value}>
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
