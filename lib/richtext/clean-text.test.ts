import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, hasInvisible } from './clean-text.ts';

test('clean text is well-formed, composed, without invisible characters, and stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const clean = cleanText(`${text}\u202e\ud800`);
      expect(clean.isWellFormed()).toBe(true);
      expect(hasInvisible(clean)).toBe(false);
      expect(clean.normalize('NFC')).toBe(clean);
      expect(cleanText(clean)).toBe(clean);
    }),
    { numRuns: 1000 },
  );
});

test('ordinary words in any script pass unchanged', () => {
  const words = 'Ma’anyan “Rp1.500.000” – سلام ꦗꦮ 漢字 👩‍👧 café';
  expect(cleanText(words)).toBe(words);
});
