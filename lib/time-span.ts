import { offsetAt } from './time-zone.ts';

/** A span of time: from the first moment up to, not including, the second. */
export type Span = { from: Date; to: Date };

/**
 * The moments between which a year, a month or a day lies in a zone.
 *
 * @param when `2026`, `2026-01` or `2026-01-14`
 * @returns null for what is no date of the calendar
 */
export function spanOf(when: string, timeZone: string): Span | null {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(when);
  if (parts === null) return null;
  const [year, month, day] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined) return null;
  const from = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  if (from.getUTCMonth() !== (month ?? 1) - 1 || from.getUTCDate() !== (day ?? 1)) return null;
  const to =
    month === undefined
      ? Date.UTC(year + 1, 0)
      : day === undefined
        ? Date.UTC(year, month)
        : Date.UTC(year, month - 1, day + 1);
  return { from: midnight(from, timeZone), to: midnight(new Date(to), timeZone) };
}

/** Midnight in a zone of the day that this moment has in UTC. */
function midnight(utc: Date, timeZone: string): Date {
  return new Date(utc.getTime() - offsetAt(utc, timeZone));
}
