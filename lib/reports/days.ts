const length = 86_400_000;

/** Days of the calendar, written `2026-01-14`. They have no zone. */
export const dayOf = (utc: number): string => new Date(utc).toISOString().slice(0, 10);

export const dayAfter = (day: string, days: number): string => dayOf(Date.parse(day) + days * length);

/** How many days later the second is. */
export const daysBetween = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / length;

export const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;

export function firstOfQuarter(day: string): string {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => dayAfter(day, -((new Date(day).getUTCDay() + 6) % 7));

/** The month (`2026-11`) before a month. */
export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return dayOf(Date.UTC(year, number - 2, 1)).slice(0, 7);
}
