import { describe, expect, test } from 'vitest';
import type { PieceRole } from './manuscript.ts';
import { countWords, readabilityOf } from './readability.ts';
import { readPiece } from './reading.ts';

const piece = (text: string, role: PieceRole = 'paragraph') =>
  readPiece({ place: 'body.0', part: '', role, text, links: [], italics: [] });

describe('how hard a text is to read', () => {
  test('LIX is the mean length of a sentence plus the share of long words', () => {
    const easy = readabilityOf([piece('Air naik. Warga pindah ke balai.')]);
    expect(easy).toMatchObject({ words: 6, sentences: 2, wordsPerSentence: 3, longWords: 0, lix: 3 });
    expect(easy.meaning).toContain('Mudah');
    const hard = readabilityOf([piece('Penyelenggaraan pemerintahan memerlukan penyelarasan berkelanjutan.')]);
    expect(hard).toMatchObject({ words: 5, sentences: 1, longWords: 100, lix: 105 });
    expect(hard.meaning).toContain('Sangat sulit');
  });

  test('titles and captions are no running text', () => {
    expect(readabilityOf([piece('Air Naik', 'title'), piece('Air naik.', 'caption')])).toMatchObject({
      words: 0,
      lix: null,
      meaning: 'Belum ada kalimat untuk dinilai.',
    });
  });

  test('two hundred words take a minute', () => {
    expect(readabilityOf([piece('air '.repeat(200))]).readingMinutes).toBe(1);
    expect(readabilityOf([piece('air '.repeat(201))]).readingMinutes).toBe(2);
    expect(readabilityOf([]).readingMinutes).toBe(1);
  });

  test('money and doubled words are one word', () => {
    expect(countWords('anak-anak membayar Rp1.500.000 – lunas')).toBe(4);
  });
});
