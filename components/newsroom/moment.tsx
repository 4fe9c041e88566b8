import { formatMoment, formatTime } from '#lib/newsroom/labels.ts';

/** A moment in the portal's zone, which is always named: `Rabu, 14 Januari 2026, 10.30 WITA`. */
export function Moment({ at, timeZone, isShort = false }: { at: Date; timeZone: string; isShort?: boolean }) {
  return <time dateTime={at.toISOString()}>{isShort ? formatTime(at, timeZone) : formatMoment(at, timeZone)}</time>;
}
