import { expect, test } from 'vitest';
import { focusClass } from './focus.ts';

const wide = { width: 3000, height: 1000 };

test('a photo cut in the middle needs no class', () => {
  expect(focusClass({ ...wide, focal: { x: 0.5, y: 0.5 } })).toBe('');
  expect(focusClass({ width: 1500, height: 1000, focal: { x: 0, y: 1 } })).toBe('');
});

test('one whose subject stands aside is moved there, in tenths', () => {
  expect(focusClass({ ...wide, focal: { x: 0, y: 0 } })).toBe(' focus-x0');
  expect(focusClass({ ...wide, focal: { x: 1, y: 0.5 } })).toBe(' focus-x10');
  expect(focusClass({ width: 1000, height: 3000, focal: { x: 0.5, y: 0.3 } })).toBe(' focus-y2');
});
