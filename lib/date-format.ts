import { processWide } from './process-wide.ts';

/**
 * A writer of dates. Making one takes a hundred times as long as using it, and a list of thirty
 * articles shows thirty times: so each is made once. There are as many as forms and zones of portals.
 */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const { value: made } = processWide('date-formats', () => new Map<string, Intl.DateTimeFormat>());
  const key = locale + JSON.stringify(options);
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
  made.set(key, format);
  return format;
}
