import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestCommon } from './longest-common.ts';

const own = (item: string) => item;
const letters = (text: string) => [...text];

describe('the way from one list to another', () => {
  it.each([
    ['', '', ''],
    ['abc', 'abc', '=a =b =c'],
    ['abc', 'ac', '=a -b =c'],
    ['ac', 'abc', '=a +b =c'],
    ['abcabba', 'cbabac', undefined],
    ['', 'ab', '+a +b'],
    ['ab', '', '-a -b'],
    ['ab', 'cd', '-a -b +c +d'],
  ])('from %j to %j', (before, after, expected) => {
    const steps = longestCommon(letters(before), letters(after), own);
    const marks = { same: '=', added: '+', removed: '-' };
    if (expected !== undefined) expect(steps.map(({ kind, item }) => marks[kind] + item).join(' ')).toBe(expected);
    expect(steps.filter(({ kind }) => kind !== 'added')).toHaveLength(before.length);
  });

  it('always rebuilds both lists, and never edits more than the lists are long', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const steps = longestCommon(before, after, own);
        expect(steps.filter(({ kind }) => kind !== 'added').map(({ item }) => item)).toEqual(before);
        expect(steps.filter(({ kind }) => kind !== 'removed').map(({ item }) => item)).toEqual(after);
      }),
    );
  });

  it('finds the least edits', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
    fc.assert(
      fc.property(list, list, (before, after) => {
        const same = longestCommon(before, after, own).filter(({ kind }) => kind === 'same').length;
        expect(same).toBe(commonLength(before, after));
      }),
    );
  });

  it('gives up on the middle of lists that share too little', () => {
    const before = ['awal', ...Array.from({ length: 2000 }, (_, n) => `a${n}`), 'akhir'];
    const after = ['awal', ...Array.from({ length: 2000 }, (_, n) => `b${n}`), 'akhir'];
    const steps = longestCommon(before, after, own);
    expect(steps.filter(({ kind }) => kind === 'same').map(({ item }) => item)).toEqual(['awal', 'akhir']);
    expect(steps).toHaveLength(4002);
  });
});

/** The textbook table, for comparison. */
function commonLength(before: string[], after: string[]): number {
  let row = new Array<number>(after.length + 1).fill(0);
  for (const item of before) {
    const next = [0];
    for (const [index, other] of after.entries()) {
      next.push(item === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
