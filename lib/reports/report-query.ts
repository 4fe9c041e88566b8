import { z } from 'zod';
import { type ArticleKind, articleKinds } from '../../db/schema/enums.ts';
import { dayAfter, dayOf, daysBetween, firstOfMonth, firstOfQuarter, monthBefore } from './days.ts';

/** How long reports look back. `sendiri`: between two days of one's own. */
export const periodChoices = [
  '7-hari',
  '30-hari',
  'bulan-ini',
  'bulan-lalu',
  'triwulan-ini',
  'tahun-ini',
  'sendiri',
] as const;
export type PeriodChoice = (typeof periodChoices)[number];

export const periodLabels: Readonly<Record<PeriodChoice, string>> = {
  '7-hari': '7 hari terakhir',
  '30-hari': '30 hari terakhir',
  'bulan-ini': 'Bulan ini',
  'bulan-lalu': 'Bulan lalu',
  'triwulan-ini': 'Triwulan ini',
  'tahun-ini': 'Tahun ini',
  sendiri: 'Tanggal sendiri',
};

/** What one column of a chart over time stands for. */
export const units = ['day', 'week', 'month'] as const;
export type Unit = (typeof units)[number];

const unitNames = { hari: 'day', minggu: 'week', bulan: 'month' } as const satisfies Record<string, Unit>;
export const unitLabels: Readonly<Record<Unit, string>> = { day: 'Hari', week: 'Minggu', month: 'Bulan' };

/** What somebody asks of the reports, as the address carries it. */
export type ReportQuery = {
  period: PeriodChoice;
  /** Days of one's own; null with every other choice. */
  from: string | null;
  until: string | null;
  /** The slug of an agency; null for all that the person may see. */
  agency: string | null;
  kind: ArticleKind | null;
  /** Null: as fits the length of the period. */
  unit: Unit | null;
};

/** The days a report is about, first and last included. */
export type Period = { firstDay: string; lastDay: string };

/** The most days one report looks at. */
export const longestPeriod = 366;

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const words = z.preprocess(
  first,
  z
    .string()
    .max(100)
    .transform((text) => text.trim())
    .catch(''),
);

/** Whatever an address may hold: what is unknown counts as not asked. */
const address = z.object({
  kurun: z.preprocess(first, z.enum(periodChoices).catch('30-hari')),
  dari: z.preprocess(first, z.iso.date().nullable().catch(null)),
  sampai: z.preprocess(first, z.iso.date().nullable().catch(null)),
  opd: words,
  jenis: z.preprocess(first, z.enum(articleKinds).nullable().catch(null)),
  per: z.preprocess(
    first,
    z
      .enum(['hari', 'minggu', 'bulan'])
      .transform((name): Unit => unitNames[name])
      .nullable()
      .catch(null),
  ),
});

/** What an address asks; what it does not say stands at the usual. */
export function reportQueryOf(given: Readonly<Record<string, string | string[] | undefined>>): ReportQuery {
  const { kurun, dari, sampai, opd, jenis, per } = address.parse(given);
  const isOwn = kurun === 'sendiri';
  return {
    period: kurun,
    from: isOwn ? dari : null,
    until: isOwn ? sampai : null,
    agency: opd === '' ? null : opd,
    kind: jenis,
    unit: per,
  };
}

/** The same question as the query of an address; empty for the usual one. */
export function reportQueryText(query: ReportQuery): string {
  const text = new URLSearchParams();
  if (query.period !== '30-hari') text.set('kurun', query.period);
  if (query.from !== null) text.set('dari', query.from);
  if (query.until !== null) text.set('sampai', query.until);
  if (query.agency !== null) text.set('opd', query.agency);
  if (query.kind !== null) text.set('jenis', query.kind);
  const unit = Object.entries(unitNames).find(([, value]) => value === query.unit);
  if (unit !== undefined) text.set('per', unit[0]);
  return text.toString();
}

/**
 * The days a question is about.
 *
 * @param today the day it is in the portal's zone, `2026-11-23`
 * @returns with a sentence where the person's own days cannot be taken; then the usual period stands
 */
export function periodOf(query: ReportQuery, today: string): { period: Period; problem: string | null } {
  const thirtyDays = { firstDay: dayAfter(today, -29), lastDay: today };
  switch (query.period) {
    case '7-hari':
      return sound({ firstDay: dayAfter(today, -6), lastDay: today });
    case '30-hari':
      return sound(thirtyDays);
    case 'bulan-ini':
      return sound({ firstDay: firstOfMonth(today), lastDay: today });
    case 'bulan-lalu':
      return sound(monthPeriod(monthBefore(today.slice(0, 7))));
    case 'triwulan-ini':
      return sound({ firstDay: firstOfQuarter(today), lastDay: today });
    case 'tahun-ini':
      return sound({ firstDay: `${today.slice(0, 4)}-01-01`, lastDay: today });
    case 'sendiri': {
      const problem = problemOf(query);
      if (problem !== null || query.from === null || query.until === null) return { period: thirtyDays, problem };
      return sound({ firstDay: query.from, lastDay: query.until });
    }
  }
}

/** All days of a month, `2026-11`. */
export function monthPeriod(month: string): Period {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { firstDay: `${month}-01`, lastDay: dayOf(Date.UTC(year, number, 0)) };
}

/** Days up to a month, weeks up to half a year, then months. */
export function unitFor({ firstDay, lastDay }: Period): Unit {
  const length = daysBetween(firstDay, lastDay) + 1;
  if (length <= 31) return 'day';
  return length <= 190 ? 'week' : 'month';
}

const sound = (period: Period) => ({ period, problem: null });

function problemOf({ from, until }: ReportQuery): string | null {
  if (from === null || until === null)
    return 'Isi tanggal awal dan tanggal akhir. Sementara ini tampil 30 hari terakhir.';
  if (from > until) return 'Tanggal awal sesudah tanggal akhir. Tukar keduanya. Sementara ini tampil 30 hari terakhir.';
  if (daysBetween(from, until) >= longestPeriod) {
    return `Satu laporan paling panjang ${longestPeriod} hari. Pilih kurun yang lebih pendek. Sementara ini tampil 30 hari terakhir.`;
  }
  return null;
}

const monthlyAddress = z.object({
  bulan: z.preprocess(
    first,
    z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .nullable()
      .catch(null),
  ),
  opd: words,
});

/** Which month, and of which agency, an address asks for; null for the current one, and for all within reach. */
export function monthlyQueryOf(given: Readonly<Record<string, string | string[] | undefined>>) {
  const { bulan, opd } = monthlyAddress.parse(given);
  return { month: bulan, agency: opd === '' ? null : opd };
}
