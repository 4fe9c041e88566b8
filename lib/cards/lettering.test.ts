import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawings } from './drawings.ts';
import {
  cut,
  drawable,
  isMostlyDrawable,
  linePath,
  type Outlines,
  widthOf,
  wrapped,
  wrappedOrCut,
} from './lettering.ts';

let face: Outlines;
beforeAll(async () => {
  face = (await drawings()).bold;
});

describe('what can be drawn', () => {
  const cases: [string, string, string][] = [
    ['Indonesian stays', 'Gubernur: “Rp1,2 triliun” – 50%', 'Gubernur: “Rp1,2 triliun” – 50%'],
    ['letters of other Latin scripts stay', 'Erdoğan, Łódź, naïve', 'Erdoğan, Łódź, naïve'],
    ['marks that are apart join their letter', 'e\u0301lan', 'élan'],
    ['marks the face lacks go', 'Muḥammad al-Ḥaqq', 'Muhammad al-Haqq'],
    ['joined and full-width forms become plain', 'ﬁlm ＡＢＣ №5', 'film ABC No5'],
    ['emoji and other scripts go, spaces close', '  Hari 😀👩‍👩‍👧 Anak   دولي  ', 'Hari Anak'],
    ['signs that steer the direction go', 'a\u202eb\u2066c\u0000d', 'abcd'],
    ['a hyphen that does not break is a hyphen', 'non\u2011fisik', 'non-fisik'],
  ];
  test.each(cases)('%s', (_, given, drawn) => {
    expect(drawable(given, face)).toBe(drawn);
  });

  test('a text that loses its sense is told from one that loses an ornament', () => {
    expect(isMostlyDrawable('😀 Hari Anak 🎈', face)).toBe(true);
    expect(isMostlyDrawable('خبر عاجل', face)).toBe(false);
    expect(isMostlyDrawable('Gubernur menolak 北京的提議', face)).toBe(false);
    expect(isMostlyDrawable('🎈🎈', face)).toBe(false);
  });
});

describe('lines', () => {
  const long = 'Pemerintah menyalurkan bantuan bagi warga terdampak banjir di Kutai Timur dan Berau';

  test('hold all words in order, each within the width, about equally long', () => {
    const lines = wrapped(long, 46, 1080, 3, face);
    expect(lines?.join(' ')).toBe(long);
    const widths = lines?.map((line) => widthOf(line, 46, face)) ?? [];
    expect(Math.max(...widths)).toBeLessThanOrEqual(1080);
    expect(Math.min(...widths)).toBeGreaterThan(Math.max(...widths) * 0.7);
  });

  test('are not more than there may be', () => {
    expect(wrapped(long, 90, 600, 2, face)).toBeUndefined();
    const lines = wrappedOrCut(long, 90, 600, 2, face);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/\p{L}…$/u);
    expect(long.startsWith(lines.join(' ').slice(0, -1))).toBe(true);
  });

  test('a word without a space is cut where the line ends', () => {
    const lines = wrappedOrCut('W'.repeat(200), 42, 1080, 3, face);
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(widthOf(line, 42, face)).toBeLessThanOrEqual(1080);
    expect(lines[2]).toMatch(/W…$/);
  });

  test('a name is cut at a word when most of it stays', () => {
    expect(cut('Dinas Pemberdayaan Masyarakat Desa', 26, 400, face)).toBe('Dinas Pemberdayaan…');
    expect(cut('Dinas', 26, 400, face)).toBe('Dinas');
  });

  test('no text is too strange to be set', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(anyText, fc.integer({ min: 20, max: 90 }), (text, size) => {
        const lines = wrappedOrCut(drawable(text, face), size, 500, 3, face);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect(widthOf(line, size, face)).toBeLessThanOrEqual(500 + size);
      }),
    );
  });
});

test('a line is nothing but the path of its outlines', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(linePath(drawable(text, face), 10, 20, 30, face)).toMatch(/^[MLQCZ\d.,\s-]*$/);
    }),
  );
  expect(widthOf('AV', 100, face)).toBeLessThan(widthOf('A', 100, face) + widthOf('V', 100, face));
});
