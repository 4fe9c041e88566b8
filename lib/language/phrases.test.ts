import { expect, test } from 'vitest';
import { phraseList, phrasesIn } from './phrases.ts';
import { wordsIn } from './reading.ts';

const list = phraseList([
  ['dalam rangka', 1],
  ['dalam rangka itu', 2],
  ['rundown', 3],
]);
const found = (text: string) =>
  [...phrasesIn({ text, words: wordsIn(text) }, list)].map(({ start, end, value }) => [text.slice(start, end), value]);

test('the longest expression wins, capitals and line breaks between words do not matter', () => {
  expect(found('Dalam rangka itu, lalu dalam\nRANGKA lain')).toEqual([
    ['Dalam rangka itu', 2],
    ['dalam\nRANGKA', 1],
  ]);
});

test('the last word may carry a suffix, the first of several may not', () => {
  expect(found('rundownnya dalam rangkanya')).toEqual([
    ['rundownnya', 3],
    ['dalam rangkanya', 1],
  ]);
  expect(found('dalamnya rangka')).toEqual([]);
});

test('a comma keeps words apart', () => {
  expect(found('di dalam, rangka jembatan')).toEqual([]);
});
