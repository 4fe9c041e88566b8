import type { ArticleKind } from '../../db/schema/enums.ts';
import type { AgencyId, ArticleId, EditionId } from '../ids.ts';

/** What the calendar's screens are given. */

/**
 * Why something stands in the calendar: it goes out by itself, will once the second signature is there, its
 * embargo ends, it is due to whom it was assigned, or it takes place.
 */
export const calendarMarks = ['scheduled', 'awaiting', 'embargo', 'due', 'event'] as const;
export type CalendarMark = (typeof calendarMarks)[number];

export type CalendarItem = {
  mark: CalendarMark;
  at: Date;
  articleId: ArticleId;
  editionId: EditionId;
  version: number;
  title: string;
  agencyName: string;
  kind: ArticleKind;
  embargoUntil: Date | null;
  /** Why it has not gone out at its time. */
  failure: string | null;
  /** Whether this person may choose another time. */
  canMove: boolean;
  /** Whether readers have it already. */
  isPublic: boolean;
};

export type CalendarDay = {
  /** `2026-01-14`. */
  day: string;
  items: CalendarItem[];
  /** How much was published on it. */
  published: number;
  dayOff: { name: string; isLeave: boolean } | null;
  isBusinessDay: boolean;
  /** A working day to come for which nothing is planned. */
  isGap: boolean;
};

export type CalendarView = {
  timeZone: string;
  at: Date;
  today: string;
  days: CalendarDay[];
  daysOff: { day: string; name: string }[];
  agencies: { id: AgencyId; name: string }[];
  /** Whether there was more than is shown. */
  isCut: boolean;
};
