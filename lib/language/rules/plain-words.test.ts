import { describe, expect, test } from 'vitest';
import { checkManuscript } from '../check.ts';
import { readCorpus } from '../corpus.ts';
import { plainExpressions } from '../lists/plain-words/all-plain-words.ts';

function found(source: string): { text: string; fix: string | undefined; mended: string }[] {
  const [sample] = readCorpus(source);
  if (sample === undefined) throw new Error('There is no sample.');
  const text = sample.manuscript.pieces[0]?.text ?? '';
  return checkManuscript(sample.manuscript, sample.reference)
    .filter(({ family }) => family === 'plain_words')
    .map(({ start, end, text: words, fix }) => ({
      text: words,
      fix,
      mended: fix === undefined ? text : text.slice(0, start) + fix + text.slice(end),
    }));
}

describe('the list that comes along', () => {
  test('has no expression twice, and none that advises itself', () => {
    const expressions = plainExpressions.map(({ expression }) => expression);
    expect(expressions.length).toBeGreaterThanOrEqual(300);
    expect(expressions.filter((one, at) => expressions.indexOf(one) !== at)).toEqual([]);
    expect(plainExpressions.filter(({ expression, plain }) => plain.split(', ').includes(expression))).toEqual([]);
  });

  test('offers one answer where it offers to put it in place', () => {
    expect(plainExpressions.filter(({ isSwap, plain }) => isSwap && (plain === '' || plain.includes(',')))).toEqual([]);
  });
});

describe('mending', () => {
  test.each([
    ['Dalam rangka menyiapkan panen, dinas rapat.', 'Untuk menyiapkan panen, dinas rapat.'],
    ['Bupati melakukan kunjungan ke Pasar Segiri.', 'Bupati mengunjungi Pasar Segiri.'],
    ['Tim melakukan pemeriksaan terhadap kapal.', 'Tim memeriksa kapal.'],
    ['Kantor tutup pada hari Senin.', 'Kantor tutup pada Senin.'],
    ['Semua stakeholder hadir.', 'Semua pemangku kepentingan hadir.'],
    ['Hadir para tamu-tamu dari Berau.', 'Hadir para tamu dari Berau.'],
  ])('“%s”', (written, mended) => {
    expect(found(written).map((one) => one.mended)).toEqual([mended]);
  });

  test.each(['Bupati melakukan kunjungan kerja singkat.', 'Rundownnya panjang.', 'Gubernur melaunching bus.'])(
    'no fix where the words around would not fit: “%s”',
    (written) => {
      expect(found(written).map(({ fix }) => fix)).toEqual([undefined]);
    },
  );
});

test('what admins added is found, and their words win', () => {
  expect(found('kata_mudah: Musrenbang | rapat rencana warga\nCamat membuka musrenbang.')).toMatchObject([
    { text: 'musrenbang' },
  ]);
});

test('quotations, italics and names stay as they are', () => {
  expect(found('“Kita harus launching dalam rangka ini,” kata Camat.')).toEqual([]);
  expect(found('Kata _stakeholder_ berarti pemangku kepentingan.')).toEqual([]);
  expect(found('SMK itu meraih Workshop Award.')).toEqual([]);
});
