import { describe, expect, test } from 'vitest';
import { checkManuscript } from '../check.ts';
import { readCorpus } from '../corpus.ts';
import type { Finding } from '../finding.ts';
import {
  besideGambling,
  gamblingCompounds,
  gamblingPhrases,
  gamblingStems,
  gamblingTopics,
} from '../lists/gambling-words.ts';
import { gamblingIn, isGamblingAddress } from './gambling.ts';

function findings(source: string): Finding[] {
  const [sample] = readCorpus(source);
  if (sample === undefined) throw new Error('There is no sample.');
  return checkManuscript(sample.manuscript, sample.reference);
}
const of = (source: string, rule: string) => findings(source).filter((finding) => finding.rule === rule);

describe('gambling', () => {
  test('every word of the lists holds one of the stems that texts are first searched for', () => {
    const words = [...gamblingPhrases, ...gamblingTopics, ...gamblingCompounds, 'slot88', 'hoki777', 'togel4d'];
    expect(words.filter((word) => !gamblingStems.test(word))).toEqual([]);
    expect(besideGambling.length).toBeGreaterThan(0);
  });

  test('disguised words are found where they stand and read aloud in the reason', () => {
    const [found] = of('Rapat selesai. Coba 𝐬𝐥𝐨𝐭 𝐠𝐚𝐜𝐨𝐫 di sini.', 'gambling_words');
    expect(found).toMatchObject({ text: '𝐬𝐥𝐨𝐭 𝐠𝐚𝐜𝐨𝐫', severity: 'judgement' });
    expect(found?.reason).toContain('“slot gacor”');
  });

  test('names of accounts can be asked about', () => {
    expect(gamblingIn('RAJA SLOT88')).toHaveLength(1);
    expect(gamblingIn('Toto Sugiarto')).toEqual([]);
  });

  test.each([
    ['https://slot-gacor.example/daftar', true],
    ['https://dinas.example.go.id/?go=https%253A%252F%252Fjudibola.example', true],
    ['https://dinas.example.go.id/berita/polisi-tangkap-bandar-togel', false],
    ['https://dinas.example.go.id/berita/slot-parkir-baru', false],
    ['/berita/panen-raya', false],
    ['https://x.example/%E0%A4%A', false],
  ])('address %s', (href, expected) => {
    expect(isGamblingAddress(href)).toBe(expected);
  });
});

describe('children', () => {
  test('in good news a photo without consent is a hint, in a case it waits for an editor', () => {
    const photo = 'foto: alt=Dua siswi membaca | keterangan=Siswi di Bontang | kredit=Adi/DPK | anak';
    expect(findings(`${photo}\nPojok baca dibuka.`)).toMatchObject([
      { rule: 'child_photo_without_consent', severity: 'advisory', place: 'cover', part: 'alt' },
    ]);
    expect(of(`${photo}\nPolisi menahan pelaku pencabulan anak.`, 'child_photo_in_case')).toMatchObject([
      { severity: 'judgement' },
    ]);
  });

  test('initials are enough', () => {
    expect(of('Korban pencabulan berinisial PM (12) didampingi psikolog.', 'child_name')).toEqual([]);
    expect(of('Korban pencabulan, Putri Maharani (12), didampingi psikolog.', 'child_name')).toMatchObject([
      { text: 'Putri Maharani', severity: 'judgement' },
    ]);
  });
});

describe('photos', () => {
  test('“Foto:” before a credit is taken out', () => {
    expect(of('foto: alt=Kapal sandar | kredit=Foto: Adi/Dishub', 'credit_prefix')).toMatchObject([
      { text: 'Foto: ', fix: '' },
    ]);
  });

  test('a decorative photo may say nothing', () => {
    expect(of('foto: alt=Motif | keterangan=Motif | kredit=Adi/Dispar | dekoratif', 'alt_repeats_caption')).toEqual([]);
  });
});

test('a paid text marked so is left alone, if it says who pays', () => {
  expect(of('advertorial: ya\nHotel Etam memberi diskon 50 persen.', 'promotional_wording')).toEqual([]);
  expect(of('Hotel Etam memberi diskon 50 persen.', 'promotional_wording')).toHaveLength(1);
  expect(of('advertorial: ya\nTulisan ini dibayar oleh Sanggar Contoh.', 'sponsor_unnamed')).toEqual([]);
  expect(of('advertorial: ya\nTulisan ini dibayar oleh penyelenggara.', 'sponsor_unnamed')).toHaveLength(1);
  expect(of('advertorial: ya\nPantai itu ramai.', 'sponsor_unnamed')).toMatchObject([{ place: '', start: 0, end: 0 }]);
});

test('personal data waits for an editor', () => {
  expect(findings('Penerima bernama Sutini, NIK 6472045507780003.')).toMatchObject([
    { rule: 'identity_number', text: '6472045507780003', severity: 'judgement' },
  ]);
});
