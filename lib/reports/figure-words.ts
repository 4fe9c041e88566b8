import { formatSpan } from '../newsroom/labels.ts';
import type { Period, Unit } from './report-query.ts';

const whole = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 });

/** A count as `1.240`, a rate as `3,5`. */
export const countText = (value: number): string => whole.format(value);
export const rateText = (value: number): string => tenths.format(value);
/** A part of one as `12,5%`. */
export const shareText = (value: number): string => `${tenths.format(value * 100)}%`;

/** Minutes as `45 menit`, `2,3 jam`, `120 jam`. */
export function durationText(minutes: number): string {
  if (minutes < 60) return `${whole.format(minutes)} menit`;
  const hours = minutes / 60;
  return `${(hours < 100 ? tenths : whole).format(hours)} jam`;
}

/** The days of a period as `1–23 November 2026`, `28 Oktober–3 November 2026`, `14 Januari 2026`. */
export function periodText({ firstDay, lastDay }: Period): string {
  if (firstDay === lastDay) return formatSpan(firstDay);
  const [from, until] = [formatSpan(firstDay).split(' '), formatSpan(lastDay)];
  const shown = firstDay.slice(0, 7) === lastDay.slice(0, 7) ? 1 : firstDay.slice(0, 4) === lastDay.slice(0, 4) ? 2 : 3;
  return `${from.slice(0, shown).join(' ')}–${until}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agt', 'Sep', 'Okt', 'Nov', 'Des'];

/** What stands under a column of a chart: `14 Jan`, or `Jan` with its year where one begins. */
export function tickText({ firstDay }: Period, unit: Unit, isFirst: boolean): string {
  const month = months[Number(firstDay.slice(5, 7)) - 1] ?? '';
  if (unit !== 'month') return `${Number(firstDay.slice(8))} ${month}`;
  return isFirst || month === 'Jan' ? `${month} ${firstDay.slice(0, 4)}` : month;
}
