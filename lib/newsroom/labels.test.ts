import { expect, test } from 'vitest';
import { formatDays, formatSpan, formatWithinYear } from './labels.ts';

test.each([
  ['2026', '2026'],
  ['2026-01', 'Januari 2026'],
  ['2026-01-14', '14 Januari 2026'],
])('%s is called %s', (when, name) => {
  expect(formatSpan(when)).toBe(name);
});

test.each([
  ['2026-12', 'Desember'],
  ['2026-12-31', '31 Desember'],
])('%s is called %s where its year is said already', (when, name) => {
  expect(formatWithinYear(when)).toBe(name);
});

test.each([
  ['2026-11-23', '2026-11-28', '23–27 Nov 2026'],
  ['2026-11-30', '2026-12-05', '30 Nov–4 Des 2026'],
  ['2026-12-30', '2027-01-03', '30 Des 2026–2 Jan 2027'],
  ['2026-11-23', '2026-11-24', '23 Nov 2026'],
])('from the first moment of %s to that of %s are the days %s', (from, until, days) => {
  const midnight = (day: string) => new Date(`${day}T00:00:00+08:00`);
  expect(formatDays(midnight(from), midnight(until), 'Asia/Makassar')).toBe(days);
});
