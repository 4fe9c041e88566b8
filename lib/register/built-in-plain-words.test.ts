import { expect, test } from 'vitest';
import { builtInPlainWordCount, builtInPlainWords } from './built-in-plain-words.ts';

test('the words that come along are found by what they say or mean, by the alphabet', () => {
  const found = builtInPlainWords('  RANGKA ');
  expect(found).toContainEqual(expect.objectContaining({ expression: 'dalam rangka', plain: 'untuk' }));
  const names = found.map(({ expression }) => expression);
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'id')));
  expect(builtInPlainWords('kerja sama').map(({ expression }) => expression)).toContain('kolaborasi');
});

test('without a search all are shown, and none for words that stand nowhere', () => {
  expect(builtInPlainWords('')).toHaveLength(builtInPlainWordCount);
  expect(builtInPlainWordCount).toBeGreaterThanOrEqual(300);
  expect(builtInPlainWords('xyzzy')).toEqual([]);
});
