import type { RightsState } from './library-shapes.ts';

/** Days before the end on which a right counts as soon over. */
export const expiringDays = 30;

/**
 * How the right to use a photo stands on a day.
 *
 * @param rightsUntil the last day on which it may be used
 * @param today `2026-01-14`, in the portal's zone
 */
export function rightsStateOn(rightsUntil: string | null, today: string): RightsState {
  if (rightsUntil === null) return 'open';
  if (rightsUntil < today) return 'expired';
  return rightsUntil <= dayAfter(today, expiringDays) ? 'expiring' : 'running';
}

/** A calendar date so many days later. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
