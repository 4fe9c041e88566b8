import type { ArticleKind } from '../../db/schema/enums.ts';
import { type DeskSettings, type StageTargets, targetsOf } from './desk-settings.ts';
import { afterServiceMinutes, type ServiceCalendar } from './service-calendar.ts';

/** What a portal counts with. */
export type ServiceTime = { calendar: ServiceCalendar; settings: DeskSettings };

/** How far lateness is carried: to the managing editor, then to the agency's leader as well. */
export const lastEscalation = 2;

/** By when a stage that began then should be over, and when its lateness is carried on. */
export function stageTimes(
  { calendar, settings }: ServiceTime,
  { kind, stage, since, escalation }: { kind: ArticleKind; stage: keyof StageTargets; since: Date; escalation: number },
): { targetAt: Date; escalatesAt: Date | null } {
  const targetAt = afterServiceMinutes(calendar, since, targetsOf(settings, kind)[stage]);
  return { targetAt, escalatesAt: nextEscalation({ calendar, settings }, targetAt, escalation) };
}

/** When lateness that was carried so far is carried further; null when nobody is left to tell. */
export function nextEscalation({ calendar, settings }: ServiceTime, targetAt: Date, escalation: number): Date | null {
  if (escalation >= lastEscalation) return null;
  const { managingEditor, leader } = settings.escalateAfter;
  return afterServiceMinutes(calendar, targetAt, escalation === 0 ? managingEditor : leader);
}
