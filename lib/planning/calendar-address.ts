import { z } from 'zod';
import { type ArticleKind, articleKinds } from '../../db/schema/enums.ts';
import { type AgencyId, agencyId } from '../ids.ts';
import { editorialCalendarPath } from '../urls.ts';

/** How the calendar is laid out. */
export const calendarForms = ['bulan', 'pekan', 'daftar'] as const;
export type CalendarForm = (typeof calendarForms)[number];

/** What an address of the calendar asks for; a part that is wrong asks for nothing. */
export type CalendarWish = {
  form: CalendarForm;
  /** The day around which it lies, `2026-01-14`. */
  on: string;
  agency: AgencyId | undefined;
  kind: ArticleKind | undefined;
};

const left = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);
const address = z.object({
  tampilan: left(z.enum(calendarForms)),
  pada: left(z.iso.date()),
  opd: left(agencyId),
  jenis: left(z.enum(articleKinds)),
});

export function calendarWish(given: unknown, today: string): CalendarWish {
  const { tampilan, pada, opd, jenis } = address.parse(given);
  return { form: tampilan ?? 'bulan', on: pada ?? today, agency: opd, kind: jenis };
}

/** The address of a wish, as links and forms carry it. */
export function calendarPath({ form, on, agency, kind }: CalendarWish): string {
  const query = new URLSearchParams({ tampilan: form, pada: on });
  if (agency !== undefined) query.set('opd', agency);
  if (kind !== undefined) query.set('jenis', kind);
  return `${editorialCalendarPath}?${query}`;
}

const oneDay = 86_400_000;
/** Days of the list. */
const listed = 31;

/** The day so many days later. Calendar days have no zone and no summer time. */
export function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * oneDay).toISOString().slice(0, 10);
}

/** Monday is 0. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The days that are shown: a month of the calendar, a week from its Monday, or a month's worth from that day on. */
export function shownDays({ form, on }: Pick<CalendarWish, 'form' | 'on'>): string[] {
  switch (form) {
    case 'bulan': {
      const first = `${on.slice(0, 7)}-01`;
      const length = new Date(Date.UTC(Number(on.slice(0, 4)), Number(on.slice(5, 7)), 0)).getUTCDate();
      return Array.from({ length }, (_, index) => dayAfter(first, index));
    }
    case 'pekan': {
      const monday = dayAfter(on, -weekdayOf(on));
      return Array.from({ length: 7 }, (_, index) => dayAfter(monday, index));
    }
    case 'daftar':
      return Array.from({ length: listed }, (_, index) => dayAfter(on, index));
  }
}

/** The day on which the same form begins one step earlier (-1) or later (1). */
export function turnedDay({ form, on }: Pick<CalendarWish, 'form' | 'on'>, step: 1 | -1): string {
  if (form === 'pekan') return dayAfter(on, 7 * step);
  if (form === 'daftar') return dayAfter(on, listed * step);
  return new Date(Date.UTC(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1 + step, 1)).toISOString().slice(0, 10);
}
