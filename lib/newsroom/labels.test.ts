import { expect, test } from 'vitest';
import { formatSpan, formatWithinYear } from './labels.ts';

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
