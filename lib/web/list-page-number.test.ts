import { expect, test } from 'vitest';
import { listPageNumber } from './list-page-number.ts';

test.each([
  [undefined, 1],
  ['1', 1],
  ['7', 7],
  ['0', null],
  ['-1', null],
  ['1.5', null],
  ['1e1', null],
  ['abc', null],
  ['', null],
  ['10000', null],
  [['1', '2'], null],
])('%j asks for page %j', (halaman, expected) => {
  expect(listPageNumber(halaman)).toBe(expected);
});
