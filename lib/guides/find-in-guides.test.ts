import { expect, test } from 'vitest';
import { findInGuides, type HelpEntry } from './find-in-guides.ts';

const entry = (title: string, words: string): HelpEntry => ({ href: `#${title}`, guide: 'Panduan', title, words });
const entries = [
  entry('Mengajukan naskah', 'Tulis teks alternatif untuk setiap foto sebelum menekan Ajukan.'),
  entry('Memberi foto', 'Tekan Foto, lalu pilih berkasnya.'),
  entry('Membuat tabel', 'Isi banyaknya baris dan kolom.'),
];
const titles = (question: string) => findInGuides(entries, question).map(({ title }) => title);

test('parts with the word in their heading come first', () => {
  expect(titles('foto')).toEqual(['Memberi foto', 'Mengajukan naskah']);
});

test('every word has to occur, in any order and case', () => {
  expect(titles('KOLOM baris')).toEqual(['Membuat tabel']);
  expect(titles('baris foto')).toEqual([]);
});

test('nothing asked finds nothing, and signs are no obstacle', () => {
  expect(titles('')).toEqual([]);
  expect(titles('  ?! ')).toEqual([]);
  expect(titles('foto?')).toHaveLength(2);
});

test('an excerpt shows the words around the hit', () => {
  const long = entry('Panjang', `${'awal '.repeat(40)}kata-kunci ${'akhir '.repeat(40)}`);
  const [hit] = findInGuides([long], 'kata-kunci');
  expect(hit?.excerpt).toMatch(/^…awal .*kata-kunci akhir .*…$/);
  expect(hit?.excerpt.length).toBeLessThan(160);
});
