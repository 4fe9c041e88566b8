import { describe, expect, test } from 'vitest';
import { readPlainText } from './plain-text.ts';

describe('a plain text', () => {
  test('has a title when it begins with a short line without a full stop', () => {
    const { pieces } = readPlainText('Warga Melak Menerima Bibit\n\nBupati membagikan bibit.\nWarga senang.\n');
    expect(pieces.map(({ place, role, text }) => [place, role, text])).toEqual([
      ['title', 'title', 'Warga Melak Menerima Bibit'],
      ['lead', 'lead', 'Bupati membagikan bibit.'],
      ['body.0', 'paragraph', 'Warga senang.'],
    ]);
  });

  test.each([
    ['Samarinda, Borneoupdate.com – Dinas membuka loket.', 'Samarinda'],
    ['Samarinda — Dinas membuka loket.', 'Samarinda'],
    ['NusaUtaraTV, Samarinda - Dinas membuka loket.', 'Samarinda'],
    ['HEADLINEKALTIM.CO, SAMARINDA–Dinas membuka loket.', 'SAMARINDA'],
    ['BAIT.ID – Dinas membuka loket.', ''],
    ['TANJUNG SELOR – Dinas membuka loket.', 'TANJUNG SELOR'],
  ])('gives its place away in “%s”', (text, place) => {
    const { datelinePlace, pieces } = readPlainText(text);
    expect({ datelinePlace, text: pieces[0]?.text }).toEqual({ datelinePlace: place, text: 'Dinas membuka loket.' });
  });

  test('loses the code at its end, which may say that it was paid for', () => {
    const { pieces, sponsored } = readPlainText('Dinas membuka loket.\nWarga senang. (ANE/ADV/Diskominfo)\n\nBagikan');
    expect(pieces.map(({ text }) => text)).toEqual(['Dinas membuka loket.', 'Warga senang.', 'Bagikan']);
    expect(sponsored).toBe(true);
  });

  test('may be empty', () => {
    expect(readPlainText('\n \n').pieces).toEqual([]);
  });
});
