import { type ServiceCalendar, serviceMinutesBetween } from '../service-hours/service-calendar.ts';

/** What is asked of an item to say how it stands. */
export type Waiting = { waitingSince: Date | null; targetAt: Date | null; dueAt: Date | null };

/** How an item stands at a moment, in minutes of service hours. */
export type Standing = {
  /** How long it has waited in its stage. */
  waited: number;
  /** How long it may; null where nothing is set. */
  allowed: number | null;
  /** How long it is past its target; null while it is not. */
  late: number | null;
  /** Past the date somebody gave it. */
  isOverdue: boolean;
};

/** How long something has waited, against what is allowed, as the desk's calendar counts. */
export function standingOf({ waitingSince, targetAt, dueAt }: Waiting, calendar: ServiceCalendar, at: Date): Standing {
  const isPastTarget = targetAt !== null && targetAt < at;
  return {
    waited: waitingSince === null ? 0 : serviceMinutesBetween(calendar, waitingSince, at),
    allowed:
      targetAt === null || waitingSince === null ? null : serviceMinutesBetween(calendar, waitingSince, targetAt),
    late: isPastTarget ? serviceMinutesBetween(calendar, targetAt, at) : null,
    isOverdue: dueAt !== null && dueAt < at,
  };
}

/** Whether it is late: the queue puts it first. */
export function isLate({ late, isOverdue }: Standing): boolean {
  return late !== null || isOverdue;
}

/** Minutes as `2 j 10 m`, `45 m`, `3 j`. */
export function serviceTime(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} m`;
  return rest === 0 ? `${hours} j` : `${hours} j ${rest} m`;
}

/** The waiting time in words: `2 j 10 m dari 4 j`, `terlambat 35 m`, without a target `sudah 45 m`. */
export function standingText({ waited, allowed, late }: Standing): string {
  // A target at closing time is past before a further minute of service has gone by.
  if (late !== null) return late < 1 ? 'lewat target' : `terlambat ${serviceTime(late)}`;
  if (allowed !== null) return `${serviceTime(waited)} dari ${serviceTime(allowed)}`;
  return `sudah ${serviceTime(waited)}`;
}
