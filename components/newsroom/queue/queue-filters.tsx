import { priorityLabels, stageTitles, turnLabels } from '#lib/desk/desk-labels.ts';
import {
  filterWords,
  isNarrowed,
  type QueueFilters,
  queueAddress,
  queueStages,
  turns,
} from '#lib/desk/queue-filters.ts';
import type { QueueCounts } from '#lib/desk/queue-shapes.ts';
import { kindLabels } from '#lib/newsroom/labels.ts';
import { queuePath } from '#lib/urls.ts';

/** The parts of the queue with how much stands in each, and what is late of it all. */
export function QueueStages({ filters, counts }: { filters: QueueFilters; counts: QueueCounts }) {
  const { stage, ...others } = filters;
  const all = queueStages.reduce((sum, one) => sum + counts[one], 0);
  return (
    <nav aria-label="Tahap" className="queue-stages">
      <ul>
        <StageLink href={wholeAddress(others)} name="Semua" count={all} isHere={stage === undefined} />
        {queueStages.map((one) => (
          <StageLink
            key={one}
            href={queueAddress({ ...others, stage: one })}
            name={stageTitles[one]}
            count={counts[one]}
            isHere={stage === one}
          />
        ))}
      </ul>
    </nav>
  );
}

function StageLink({ href, name, count, isHere }: { href: string; name: string; count: number; isHere: boolean }) {
  return (
    <li>
      <a href={href} aria-current={isHere ? 'page' : undefined}>
        {name} <span className="queue-count">{count.toLocaleString('id-ID')}</span>
      </a>
    </li>
  );
}

/** Without any filter the address says so itself: the bare one opens a person's own view. */
export function wholeAddress(filters: QueueFilters): string {
  const address = queueAddress(filters);
  return address === queuePath ? `${queuePath}?semua=ya` : address;
}

/** Search and filters of the queue: a plain form, so every view has an address of its own. */
export function QueueFilterForm({
  filters,
  agencies,
  zoneName,
  searchId,
}: {
  filters: QueueFilters;
  agencies: readonly { id: string; name: string }[];
  zoneName: string;
  searchId: string;
}) {
  const { text: _, stage, ...folded } = filters;
  return (
    <form action={queuePath} className="stack-tight" aria-label="Saring antrean">
      <input type="hidden" name="semua" value="ya" />
      {stage && <input type="hidden" name="tahap" value={filterWords.stage[stage]} />}
      <div className="field">
        <label htmlFor={searchId}>Cari judul</label>
        <div className="with-button">
          <input id={searchId} type="search" name="judul" defaultValue={filters.text} maxLength={100} />
          <button type="submit">Cari</button>
        </div>
      </div>
      <details open={isNarrowed(folded)}>
        <summary>Saringan</summary>
        <div className="queue-filters">
          <Choice
            name="giliran"
            label="Menunggu siapa"
            value={filters.turn && filterWords.turn[filters.turn]}
            choices={turns.map((turn) => [filterWords.turn[turn], turnLabels[turn]])}
          />
          {agencies.length > 1 && (
            <Choice
              name="opd"
              label="Perangkat daerah"
              value={filters.agency}
              choices={agencies.map(({ id, name }) => [id, name])}
            />
          )}
          <Choice name="jenis" label="Jenis" value={filters.kind} choices={Object.entries(kindLabels)} />
          <Choice
            name="prioritas"
            label="Prioritas"
            value={filters.priority && filterWords.priority[filters.priority]}
            choices={(['urgent', 'high', 'normal', 'low'] as const).map((one) => [
              filterWords.priority[one],
              priorityLabels[one],
            ])}
          />
          <div className="field">
            <label htmlFor="saring-tenggat">Tenggat sampai tanggal ({zoneName})</label>
            <input id="saring-tenggat" type="date" name="tenggat" defaultValue={filters.dueBy} />
          </div>
        </div>
        <div className="choices">
          <Tick name="terlambat" label="Hanya yang terlambat" isTicked={filters.late} />
          <Tick name="saya" label="Hanya yang saya tangani" isTicked={filters.mine} />
          <Tick name="tanpa-penanggung-jawab" label="Belum ditugaskan" isTicked={filters.unassigned} />
        </div>
        <div className="row">
          <button type="submit">Terapkan saringan</button>
          {isNarrowed(filters) && <a href={wholeAddress(stage === undefined ? {} : { stage })}>Hapus semua saringan</a>}
        </div>
      </details>
    </form>
  );
}

function Choice({
  name,
  label,
  value,
  choices,
}: {
  name: string;
  label: string;
  value: string | undefined;
  choices: readonly (readonly [string, string])[];
}) {
  const id = `saring-${name}`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={value ?? ''}>
        <option value="">Semua</option>
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

function Tick({ name, label, isTicked }: { name: string; label: string; isTicked: true | undefined }) {
  return (
    <label className="choice">
      <input type="checkbox" name={name} value="ya" defaultChecked={isTicked ?? false} />
      {label}
    </label>
  );
}
