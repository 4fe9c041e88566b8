import { dateFormat } from '../date-format.ts';
import type { Issue } from '../errors.ts';

/** When an edition goes out, and what whoever chooses that is to know. */
export type PublicationPlan = {
  timeZone: string;
  /** The server's clock when it was read. */
  at: Date;
  embargoUntil: Date | null;
  /** `by`: whoever chose the time. */
  scheduled: { for: Date; by: string } | null;
  /** Why it has not gone out at its time, since when, and how often it was tried. */
  failure: { text: string; since: Date; attempts: number } | null;
  /** Hosts that the words lead to and that no editor has decided about: approving may allow them in the same step. */
  newHosts: readonly string[];
  /** Days of the coming year on which the offices are closed besides the weekly ones. */
  daysOff: readonly { day: string; name: string }[];
};

/** Seconds after its time from which an edition that has not gone out is an alarm. */
export const alarmAfterSeconds = 60;

/** Whether the time of an edition is so long ago that it should have gone out whatever it waited for. */
export function isLate(scheduledFor: Date, at: Date): boolean {
  return at.getTime() - scheduledFor.getTime() >= alarmAfterSeconds * 1000;
}

/** How far ahead something may be scheduled. */
const farthestDays = 366;
const day = 24 * 60 * 60 * 1000;

/** What stands against a moment of publication: pure, so that the form and the verb say the same. */
export function scheduleTimeIssues(when: Date, { at, embargoUntil }: { at: Date; embargoUntil: Date | null }): Issue[] {
  const issue = (code: string, text: string): Issue[] => [{ field: 'scheduledFor', code, text }];
  if (Number.isNaN(when.getTime())) return issue('schedule_missing', 'Pilih tanggal dan jam terbit.');
  if (when <= at) return issue('schedule_past', 'Waktu itu sudah lewat. Pilih waktu yang akan datang.');
  if (embargoUntil !== null && when < embargoUntil)
    return issue('schedule_embargo', 'Jadwal terbit tidak boleh sebelum embargo berakhir. Pilih waktu sesudahnya.');
  if (when.getTime() - at.getTime() > farthestDays * day)
    return issue('schedule_far', 'Jadwal paling lama setahun ke depan. Pilih waktu yang lebih dekat.');
  return [];
}

/** What is unusual about a moment, though nothing stands against it. */
export function scheduleWarnings(
  when: Date,
  { timeZone, daysOff }: Pick<PublicationPlan, 'timeZone' | 'daysOff'>,
): string[] {
  const { date, hour, weekday } = localParts(when, timeZone);
  const off = daysOff.find((one) => one.day === date);
  return [
    ...(off === undefined ? [] : [`Hari itu libur: ${off.name}. Pastikan ada redaktur yang berjaga.`]),
    ...(off === undefined && (weekday === 'Sat' || weekday === 'Sun')
      ? ['Hari itu akhir pekan. Pastikan ada redaktur yang berjaga.']
      : []),
    ...(hour >= 21 || hour < 5 ? ['Waktu itu malam hari. Sedikit warga yang membaca, dan kantor kosong.'] : []),
  ];
}

/** A moment to begin with: when the embargo ends, else the next full hour that is half an hour away. */
export function suggestedTime({ at, embargoUntil, scheduled }: PublicationPlan): Date {
  if (scheduled !== null && scheduled.for > at) return scheduled.for;
  const hour = 60 * 60 * 1000;
  const next = new Date(Math.ceil((at.getTime() + hour / 2) / hour) * hour);
  return embargoUntil !== null && embargoUntil > next ? embargoUntil : next;
}

function localParts(when: Date, timeZone: string): { date: string; hour: number; weekday: string } {
  const parts = dateFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(when);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const weekday = part('weekday').replace('.', '');
  return { date: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')), weekday };
}
