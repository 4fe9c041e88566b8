import { expect, test } from 'vitest';
import { pairedQuotes } from './paired-quotes.ts';
import { wordsOf } from './tidy-inline.ts';

test.each([
  ['"Kami siap," kata Bupati.', '“Kami siap,” kata Bupati.'],
  ['Tema "AI PR 5.0", lalu "Data".', 'Tema “AI PR 5.0”, lalu “Data”.'],
  ['("satu")', '(“satu”)'],
  ["Ia menulis 'segera' dua kali.", 'Ia menulis ‘segera’ dua kali.'],
  ["Jum'at malam", "Jum'at malam"],
  ['"Belum ditutup, kata Bupati.', '"Belum ditutup, kata Bupati.'],
  ['Layar 5" dan 7" dijual', 'Layar 5" dan 7" dijual'],
  ['“Campur" dengan "lurus"', '“Campur" dengan "lurus"'],
  ['tiga " lepas', 'tiga " lepas'],
])('%s', (text, expected) => {
  expect(wordsOf(pairedQuotes([{ type: 'text', text }]))).toBe(expected);
});

test('a pair may stand around words of another weight', () => {
  const pieces = pairedQuotes([
    { type: 'text', text: 'Kata "' },
    { type: 'text', text: 'siap', marks: [{ type: 'bold' }] },
    { type: 'text', text: '" itu' },
  ]);
  expect(wordsOf(pieces)).toBe('Kata “siap” itu');
});
