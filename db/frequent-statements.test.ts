import { expect, test } from 'vitest';
import { frequentStatements } from './frequent-statements.ts';

test('a statement is worth preparing once it has come several times', () => {
  const isFrequent = frequentStatements();
  expect([1, 2, 3, 4, 5].map(() => isFrequent('select 1'))).toEqual([false, false, false, true, true]);
  expect(isFrequent('select 2')).toBe(false);
});

test('however many statements there are, few are kept', () => {
  const isFrequent = frequentStatements();
  const texts = Array.from({ length: 1_000 }, (_, index) => `select ${index}`);
  for (let time = 0; time < 10; time += 1) for (const text of texts) isFrequent(text);
  const kept = texts.filter((text) => isFrequent(text));
  expect(kept.length).toBe(250);
});

test('statements that never come again do not push out the counting for ever', () => {
  const isFrequent = frequentStatements();
  for (let index = 0; index < 10_000; index += 1) isFrequent(`select ${index}`);
  for (let time = 0; time < 4; time += 1) isFrequent('select often');
  expect(isFrequent('select often')).toBe(true);
});
