import { kindLabels } from '#lib/newsroom/labels.ts';
import { countText, tickText } from '#lib/reports/figure-words.ts';
import type { Unit } from '#lib/reports/report-query.ts';
import {
  amendmentLabels,
  type ReviewOutcome,
  reviewOutcomeLabels,
  silenceLabels,
  stageLabels,
} from '#lib/reports/report-words.ts';
import type { Reports } from '#lib/reports/reports.ts';
import { BarRows } from './bar-rows.tsx';
import { DotRows } from './dot-rows.tsx';
import type { Fill } from './fills.tsx';
import { PartBar } from './part-bar.tsx';
import { TimeChart } from './time-chart.tsx';

/** Each report as a chart. `describedBy`: the id of the sentence that says what it shows. */
type Drawn<T> = { of: T; describedBy: string };

export function FlowChart({ of: flow, unit, describedBy }: Drawn<Reports['flow']> & { unit: Unit }) {
  const points = flow.buckets.map((bucket, index) => ({
    ...bucket,
    key: bucket.firstDay,
    tick: tickText(bucket, unit, index === 0),
  }));
  return <TimeChart points={points} total={flow.total} describedBy={describedBy} />;
}

export function TimesChart({ of: times, describedBy }: Drawn<Reports['times']>) {
  const rows = [
    { ...times.all, key: 'semua', label: 'Semua jenis' },
    ...(times.byKind.length > 1
      ? times.byKind.map((row) => ({ ...row, key: row.kind, label: kindLabels[row.kind] }))
      : []),
  ];
  return (
    <DotRows
      rows={rows.map(({ key, label, medianService, p90Service, count }) => ({
        ...{ key, label, median: medianService, p90: p90Service },
        note: `${countText(count)} edisi`,
      }))}
      describedBy={describedBy}
    />
  );
}

export function StagesChart({ of: stages, describedBy }: Drawn<Reports['stages']>) {
  return (
    <DotRows
      rows={stages.map(({ stage, medianService, p90Service, count }) => ({
        ...{ key: stage, label: stageLabels[stage], median: medianService, p90: p90Service },
        note: `${countText(count)} kali`,
      }))}
      describedBy={describedBy}
    />
  );
}

export function StandingChart({ of: stages, describedBy }: Drawn<Reports['stages']>) {
  return (
    <BarRows
      rows={stages.map(({ stage, waitingNow, lateNow }) => ({
        key: stage,
        label: stageLabels[stage],
        parts: [
          { fill: 'full', value: waitingNow - lateNow },
          { fill: 'hatched', value: lateNow },
        ],
        figure: lateNow === 0 ? countText(waitingNow) : `${countText(waitingNow)}, terlambat ${countText(lateNow)}`,
      }))}
      legend={[
        { fill: 'full', label: 'Masih dalam target' },
        { fill: 'hatched', label: 'Terlambat' },
      ]}
      describedBy={describedBy}
    />
  );
}

export function ReasonsChart({ of: reasons, describedBy }: Drawn<Reports['reasons']>) {
  return (
    <BarRows
      rows={reasons.map(({ code, label, returned, rejected }) => ({
        key: code,
        label,
        parts: [
          { fill: 'full', value: returned },
          { fill: 'crossed', value: rejected },
        ],
        figure: rejected === 0 ? countText(returned) : `${countText(returned)} + ${countText(rejected)}`,
      }))}
      legend={[
        { fill: 'full', label: 'Dikembalikan' },
        { fill: 'crossed', label: 'Ditolak' },
      ]}
      describedBy={describedBy}
    />
  );
}

export function ChangesChart({ of: changes, describedBy }: Drawn<Reports['changes']>) {
  return (
    <BarRows
      rows={changes.rows.map(({ kind, count }) => ({
        key: kind,
        label: amendmentLabels[kind],
        parts: [{ fill: kind === 'retract' ? 'hatched' : 'full', value: count }],
        figure: countText(count),
      }))}
      legend={[]}
      describedBy={describedBy}
    />
  );
}

const outcomeFills: Readonly<Record<ReviewOutcome, Fill>> = {
  not_owed: 'soft',
  in_time: 'full',
  late: 'hatched',
  running: 'empty',
  overdue: 'crossed',
  ended: 'dotted',
};

export function FastLaneChart({ of: use, describedBy }: Drawn<Reports['fastLane']>) {
  const parts = use.byOutcome.map(({ outcome, count }) => ({
    key: outcome,
    label: reviewOutcomeLabels[outcome],
    value: count,
    fill: outcomeFills[outcome],
  }));
  return <PartBar parts={parts} describedBy={describedBy} />;
}

/** More agencies than this are in the table only. */
const shownAgencies = 12;

export function SilenceChart({ of: silence, describedBy }: Drawn<Reports['silence']>) {
  const drawn = silence.filter(({ days }) => days !== null).slice(0, shownAgencies);
  return (
    <BarRows
      rows={drawn.map(({ agencyId, name, days, habit, standing }) => ({
        key: agencyId,
        label: name,
        parts: [{ fill: standing === 'silent' ? 'hatched' : 'full', value: days ?? 0 }],
        mark: habit,
        figure:
          standing === 'usual'
            ? `${countText(days ?? 0)} hari`
            : `${countText(days ?? 0)} hari, ${silenceLabels[standing].toLowerCase()}`,
      }))}
      legend={[
        { fill: 'full', label: 'Hari sejak terbit terakhir' },
        { fill: 'hatched', label: 'Lebih lama dari biasanya' },
        { fill: 'mark', label: 'Jarak yang biasa' },
      ]}
      describedBy={describedBy}
    />
  );
}
