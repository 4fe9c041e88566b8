import { expect, test } from 'vitest';
import { cropPosition } from './crop-position.ts';

const wide = { width: 3000, height: 1000 };

test('the focal point comes to the middle, as far as the edges allow', () => {
  expect(cropPosition(wide, 1, { x: 0.5, y: 0.5 })).toEqual({ x: 0.5, y: 0.5 });
  expect(cropPosition(wide, 1, { x: 0, y: 0 })).toEqual({ x: 0, y: 0.5 });
  expect(cropPosition(wide, 1, { x: 1, y: 1 })).toEqual({ x: 1, y: 0.5 });
  expect(cropPosition(wide, 1, { x: 0.25, y: 0.5 }).x).toBeCloseTo(0.125);
});

test('a window of the same shape leaves nothing to choose', () => {
  expect(cropPosition(wide, 3, { x: 0.1, y: 0.9 })).toEqual({ x: 0.5, y: 0.5 });
});

test('a tall picture moves up and down only', () => {
  expect(cropPosition({ width: 1000, height: 3000 }, 1, { x: 0.1, y: 0 })).toEqual({ x: 0.5, y: 0 });
});
