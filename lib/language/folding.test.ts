import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedWords, foldText, originalSpan, readingsOfDigits } from './folding.ts';

describe('folding reads disguised letters', () => {
  test.each([
    ['capitals', 'SLOT Gacor'],
    ['full width', 'ｓｌｏｔ ｇａｃｏｒ'],
    ['mathematical letters', '𝐬𝐥𝐨𝐭 𝗴𝗮𝗰𝗼𝗿'],
    ['mathematical capitals', '𝚂𝙻𝙾𝚃 𝕲𝕬𝕮𝕺𝕽'],
    ['circled letters', 'ⓢⓛⓞⓣ ⓖⓐⓒⓞⓡ'],
    ['small capitals', 'ꜱʟᴏᴛ ɢᴀᴄᴏʀ'],
    ['Cyrillic', 'ѕlоt gасоr'],
    ['Greek', 'slοτ gαcοr'],
    ['invisible characters', 's\u200Bl\u200Do\u2060t g\uFEFFa\u00ADcor'],
    ['struck through', 's̶l̶o̶t g̶a̶c̶o̶r'],
    ['accents', 'šłöt gáçór'.replace('ł', 'l')],
  ])('%s', (_, written) => {
    expect(foldedWords(written).map(({ text }) => text)).toEqual(['slot', 'gacor']);
  });

  test('letters apart are one word', () => {
    expect(foldText('main s l o t  g.a.c.o.r ya').text).toBe('main slot  gacor ya');
    expect(foldText('rapat di aula A dan B').text).toBe('rapat di aula a dan b');
  });

  test('a word says where it stands in the original', () => {
    const written = 'Ayo 𝐬𝐥𝐨𝐭 dan t\u200Bo\u200Bg\u200Be\u200Bl!';
    expect(foldedWords(written).map(({ start, end, isDisguised }) => [written.slice(start, end), isDisguised])).toEqual(
      [
        ['Ayo', false],
        ['𝐬𝐥𝐨𝐭', true],
        ['dan', false],
        ['t\u200Bo\u200Bg\u200Be\u200Bl', true],
      ],
    );
  });

  test('good typesetting is no disguise', () => {
    const written = 'Wali Kota menyebut “tarif kapal” naik – 5 °C … é';
    expect(foldedWords('Kafé “Étam”').map(({ text }) => text)).toEqual(['kafe', 'etam']);
    expect(foldText(written).text.slice(0, 20)).toBe('wali kota menyebut “');
  });

  test('any text keeps its places', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const folded = foldText(written);
        for (const { start, end } of foldedWords(written)) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(written.length);
        }
        const whole = originalSpan(folded, { start: 0, end: folded.text.length });
        expect(whole.end).toBeLessThanOrEqual(written.length);
      }),
    );
  });
});

test('digits among letters may be letters', () => {
  expect(readingsOfDigits('sl0t')).toEqual(['slot']);
  expect(readingsOfDigits('s1ot')).toEqual(['siot', 'slot']);
  expect(readingsOfDigits('2026')).toEqual([]);
  expect(readingsOfDigits('gacor')).toEqual([]);
});
