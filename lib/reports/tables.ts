import { kindLabels } from '../newsroom/labels.ts';
import type { AgencyFigures } from './agency-figures.ts';
import type { Amendments } from './corrections.ts';
import type { Durations } from './durations.ts';
import type { FastLaneUse } from './fast-lane.ts';
import type { PublishedEdition } from './published-editions.ts';
import type { CellForm, ReportTable } from './report-table.ts';
import { amendmentLabels, reviewOutcomeLabels, silenceLabels, stageLabels } from './report-words.ts';
import type { ReasonCount } from './return-reasons.ts';
import type { Silence } from './silence.ts';
import type { StageWait } from './stage-waits.ts';
import type { Throughput } from './throughput.ts';
import type { TimeToPublish } from './time-to-publish.ts';

/** The tables behind the charts, one for each figure that is shown. */

const column = (name: string, form: CellForm) => ({ name, form });

export const throughputTable = ({ buckets }: Throughput): ReportTable => ({
  title: 'Arus naskah',
  columns: [
    column('Mulai', 'day'),
    column('Sampai', 'day'),
    column('Diajukan', 'count'),
    column('Dikembalikan', 'count'),
    column('Ditolak', 'count'),
    column('Terbit', 'count'),
  ],
  rows: buckets.map((one) => [one.firstDay, one.lastDay, one.submitted, one.returned, one.rejected, one.published]),
});

const durationColumns = [
  column('Nilai tengah, jam layanan', 'minutes'),
  column('P90, jam layanan', 'minutes'),
  column('Nilai tengah, jam biasa', 'minutes'),
  column('P90, jam biasa', 'minutes'),
] as const;
const durationCells = (row: Durations) => [row.medianService, row.p90Service, row.medianClock, row.p90Clock];

export const timeToPublishTable = ({ all, byKind }: TimeToPublish): ReportTable => ({
  title: 'Waktu sampai terbit',
  columns: [column('Jenis', 'text'), column('Edisi', 'count'), ...durationColumns],
  rows: [
    ['Semua jenis', all.count, ...durationCells(all)],
    ...byKind.map((row) => [kindLabels[row.kind], row.count, ...durationCells(row)]),
  ],
});

export const stageTable = (stages: readonly StageWait[]): ReportTable => ({
  title: 'Lama menunggu per tahap',
  columns: [
    column('Tahap', 'text'),
    column('Melewati tahap', 'count'),
    ...durationColumns,
    column('Menunggu sekarang', 'count'),
    column('Terlambat sekarang', 'count'),
  ],
  rows: stages.map((row) => [stageLabels[row.stage], row.count, ...durationCells(row), row.waitingNow, row.lateNow]),
});

export function reasonsTable(reasons: readonly ReasonCount[]): ReportTable {
  const all = reasons.reduce((sum, { returned, rejected }) => sum + returned + rejected, 0);
  return {
    title: 'Alasan pengembalian',
    columns: [
      column('Alasan', 'text'),
      column('Dikembalikan', 'count'),
      column('Ditolak', 'count'),
      column('Bagian', 'share'),
    ],
    rows: reasons.map(({ label, returned, rejected }) => [label, returned, rejected, (returned + rejected) / all]),
  };
}

export const amendmentsTable = ({ rows }: Amendments, published: number): ReportTable => ({
  title: 'Perubahan sesudah terbit',
  columns: [column('Jenis perubahan', 'text'), column('Jumlah', 'count'), column('Per 100 edisi terbit', 'rate')],
  rows: rows.map(({ kind, count }) => [
    amendmentLabels[kind],
    count,
    published === 0 ? null : (count / published) * 100,
  ]),
});

export const fastLaneTable = ({ byOutcome, total }: FastLaneUse): ReportTable => ({
  title: 'Jalur cepat',
  columns: [column('Tinjauan kedua', 'text'), column('Jumlah', 'count'), column('Bagian', 'share')],
  rows: byOutcome.map(({ outcome, count }) => [
    reviewOutcomeLabels[outcome],
    count,
    total === 0 ? null : count / total,
  ]),
});

export const silenceTable = (agencies: readonly Silence[]): ReportTable => ({
  title: 'Hari tanpa terbitan',
  columns: [
    column('Perangkat daerah', 'text'),
    column('Terbit terakhir', 'day'),
    column('Hari sejak itu', 'count'),
    column('Biasanya, hari', 'rate'),
    column('Keadaan', 'text'),
  ],
  rows: agencies.map((row) => [row.name, row.lastDay, row.days, row.habit, silenceLabels[row.standing]]),
});

export const agencyTable = (agencies: readonly AgencyFigures[]): ReportTable => ({
  title: 'Menurut perangkat daerah',
  columns: [
    column('Perangkat daerah', 'text'),
    column('Diajukan', 'count'),
    column('Dikembalikan', 'count'),
    column('Terbit', 'count'),
    column('Nilai tengah sampai terbit, jam layanan', 'minutes'),
    column('Ralat', 'count'),
    column('Ditarik', 'count'),
  ],
  rows: agencies.map((row) => [
    row.name,
    row.submitted,
    row.returned,
    row.published,
    row.medianService,
    row.corrections,
    row.retractions,
  ]),
});

/** A file only: on the screen the published list shows them. */
export const publishedTable = (editions: readonly PublishedEdition[]): ReportTable => ({
  title: 'Edisi yang terbit',
  columns: [
    column('Judul', 'text'),
    column('Perangkat daerah', 'text'),
    column('Jenis', 'text'),
    column('Edisi', 'count'),
    column('Diajukan', 'moment'),
    column('Terbit', 'moment'),
    column('Sampai terbit, jam layanan', 'minutes'),
    column('Sampai terbit, jam biasa', 'minutes'),
  ],
  rows: editions.map((row) => [
    row.title,
    row.agency,
    kindLabels[row.kind],
    row.number,
    row.submittedAt?.toISOString() ?? null,
    row.publishedAt.toISOString(),
    row.serviceMinutes,
    row.clockMinutes,
  ]),
});
