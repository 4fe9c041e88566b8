import fc from 'fast-check';
import { expect, test } from 'vitest';
import { durationsByName, durationsOf, type MinuteCount, noDurations } from './durations.ts';

const taken = (minutes: readonly number[], name = 'a'): MinuteCount[] =>
  minutes.flatMap((value) => [
    { name, clock: 'service' as const, minutes: value, count: 1 },
    { name, clock: 'wall' as const, minutes: value * 3, count: 1 },
  ]);

test.each([
  [[60], 60, 60],
  [[0, 100], 50, 90],
  [[10, 20, 30], 20, 28],
  [[7, 7, 7, 7, 100], 7, 62.8],
])('the median and the ninetieth percentile of %o', (minutes, median, p90) => {
  expect(durationsOf(taken(minutes))).toMatchObject({
    count: minutes.length,
    medianService: median,
    medianClock: median * 3,
  });
  expect(durationsOf(taken(minutes)).p90Service).toBeCloseTo(p90);
});

test('of nothing there is nothing to tell', () => {
  expect(durationsOf([])).toEqual(noDurations);
});

test('it is the same in however many parts it is counted, and in whatever order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5_000), { minLength: 1 }), fc.nat(), (minutes, cut) => {
      const at = cut % minutes.length;
      const parts = [...taken(minutes.slice(at)), ...taken(minutes.slice(0, at))];
      expect(durationsOf(parts)).toEqual(durationsOf(taken(minutes)));
    }),
  );
});

test('each name has its own', () => {
  const both = durationsByName([...taken([10], 'a'), ...taken([30, 50], 'b')]);
  expect([...both].map(([name, { count, medianService }]) => [name, count, medianService])).toEqual([
    ['a', 1, 10],
    ['b', 2, 40],
  ]);
});
