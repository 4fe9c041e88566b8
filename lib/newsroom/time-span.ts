import { dateFormat } from '#lib/date-format.ts';

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

/** How far a zone is ahead of UTC, in milliseconds. */
function offsetAt(at: Date, timeZone: string): number {
  const name = dateFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name ?? '') ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** The day a moment falls on in a zone, `2026-01-14`. */
export function dayIn(at: Date, timeZone: string): string {
  return new Date(at.getTime() + offsetAt(at, timeZone)).toISOString().slice(0, 10);
}
