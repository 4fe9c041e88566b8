import { offsetAt } from '../time-zone.ts';
import type { DeskSettings, ServiceDay } from './desk-settings.ts';

/**
 * When a portal's offices are open: the zone their clocks show, the hours of each weekday
 * (Monday first) and the days off besides, as `2026-03-18`.
 */
export type ServiceCalendar = { timeZone: string; week: DeskSettings['week']; daysOff: ReadonlySet<string> };

const minute = 60_000;
const day = 24 * 60 * minute;
/** Days looked at before a calendar counts as never open: more than any row of days off. */
const longestWait = 3_660;

/**
 * The first moment at which so many minutes of service time have passed since `from`. Closed hours and
 * days off do not count; no minutes at all lead back to `from`.
 *
 * All counting is done on the clock of the office's wall, so a day of eight hours has eight whatever the zone does at night.
 */
export function afterServiceMinutes(calendar: ServiceCalendar, from: Date, minutes: number): Date {
  if (minutes <= 0) return from;
  const start = wallTime(calendar, from);
  let left = minutes * minute;
  for (let number = dayNumberOf(start), looked = 0; looked < longestWait; number += 1, looked += 1) {
    const open = openTime(calendar, number);
    if (open === undefined) continue;
    const begin = Math.max(open.from, start);
    const length = Math.max(0, open.until - begin);
    if (length >= left) return momentOf(calendar, begin + left);
    left -= length;
    // A day with hours begins the count of closed days anew.
    looked = 0;
  }
  throw new Error('A calendar without open days has no service time to count.');
}

/**
 * Whole minutes of service time between two moments; none when the second is not after the first.
 */
export function serviceMinutesBetween(calendar: ServiceCalendar, from: Date, until: Date): number {
  const [start, end] = [wallTime(calendar, from), wallTime(calendar, until)];
  let passed = 0;
  for (let number = dayNumberOf(start); number * day < end; number += 1) {
    const open = openTime(calendar, number);
    if (open === undefined) continue;
    passed += Math.max(0, Math.min(open.until, end) - Math.max(open.from, start));
  }
  return Math.floor(passed / minute);
}

/** Whether the offices are open at this moment. */
export function isServiceTime(calendar: ServiceCalendar, at: Date): boolean {
  const wall = wallTime(calendar, at);
  const open = openTime(calendar, dayNumberOf(wall));
  return open !== undefined && open.from <= wall && wall < open.until;
}

/** Whether the offices are open on a day, `2026-03-18`. */
export function isBusinessDay(calendar: ServiceCalendar, isoDay: string): boolean {
  return hoursOf(calendar, dayNumberOf(Date.parse(isoDay))) !== null;
}

/** The day so many business days after a day; the day itself does not count. */
export function businessDaysAfter(calendar: ServiceCalendar, isoDay: string, count: number): string {
  let number = dayNumberOf(Date.parse(isoDay));
  let left = count;
  for (let looked = 0; left > 0; looked += 1) {
    if (looked === longestWait) throw new Error('A calendar without open days has no business days to count.');
    number += 1;
    if (hoursOf(calendar, number) === null) continue;
    left -= 1;
    looked = 0;
  }
  return isoOf(number);
}

/** The hours of a day, in minutes after midnight; null where the offices are closed. */
function hoursOf({ week, daysOff }: ServiceCalendar, number: number): ServiceDay {
  // 1 January 1970 was a Thursday.
  const weekday = (((number + 3) % 7) + 7) % 7;
  const hours = week[weekday] ?? null;
  return hours === null || daysOff.has(isoOf(number)) ? null : hours;
}

function openTime(calendar: ServiceCalendar, number: number): { from: number; until: number } | undefined {
  const hours = hoursOf(calendar, number);
  if (hours === null) return undefined;
  return { from: number * day + hours.from * minute, until: number * day + hours.until * minute };
}

const isoOf = (number: number) => new Date(number * day).toISOString().slice(0, 10);
const dayNumberOf = (wall: number) => Math.floor(wall / day);

/** What the clock on the wall shows, as if it were UTC. */
function wallTime({ timeZone }: ServiceCalendar, at: Date): number {
  return at.getTime() + offsetAt(at, timeZone);
}

/** The moment at which the clock on the wall shows this. */
function momentOf({ timeZone }: ServiceCalendar, wall: number): Date {
  const near = wall - offsetAt(new Date(wall), timeZone);
  return new Date(wall - offsetAt(new Date(near), timeZone));
}
