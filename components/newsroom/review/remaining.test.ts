import { expect, test } from 'vitest';
import { remainingText } from './remaining.ts';

const minutes = (count: number) => count * 60_000;

test.each([
  [minutes(120), 'tersisa 2 jam'],
  [minutes(72), 'tersisa 1 jam 12 menit'],
  [minutes(29.9), 'tersisa 29 menit'],
  [minutes(0.5), 'tersisa kurang dari 1 menit'],
  [0, 'waktunya habis'],
  [minutes(-5), 'terlambat 5 menit'],
  [minutes(-61), 'terlambat 1 jam 1 menit'],
  [minutes(-3 * 1440 - 70), 'terlambat 3 hari 1 jam'],
])('%d milliseconds: %s', (left, text) => {
  expect(remainingText(left)).toBe(text);
});
