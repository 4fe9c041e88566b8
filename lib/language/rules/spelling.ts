import { isJudgedWithout, namesWithin, readingsOf, typos } from '../dictionary-words.ts';
import type { Found } from '../finding.ts';
import { isAcronym } from '../next-word.ts';
import { type PieceRule, type WholeRule, writtenRoles } from '../rule.ts';
import { isOfHouseName } from '../text-outside-prose.ts';
import { writtenLike } from '../written-like.ts';
import { outsideAddresses } from './outside-addresses.ts';

/** `masyarkat`: found with the dictionary or without. */
export const commonTypo: PieceRule = {
  id: 'common_typo',
  family: 'spelling',
  title: 'Tidak ada salah ketik yang sering terjadi',
  roles: writtenRoles,
  find(piece, { houseNames }) {
    const found = piece.words.flatMap((word): Found[] => {
      const right = typos.get(word.lower);
      if (right === undefined || isAcronym(word) || isOfHouseName(piece.text, word, houseNames)) return [];
      const fix = writtenLike(word.text, right);
      return [{ start: word.start, end: word.end, reason: `Salah ketik? Mungkin maksudnya “${fix}”.`, fix }];
    });
    return outsideAddresses(piece, found);
  },
};

/** What the dictionary does not know. It looks at the whole article, since names are known by their capitals elsewhere in it. */
export const unknownWord: WholeRule = {
  id: 'unknown_word',
  family: 'spelling',
  title: 'Kata tertulis seperti dalam kamus',
  *compare({ pieces }, reference) {
    const { dictionary } = reference;
    if (dictionary.size === 0) return;
    const names = namesWithin(pieces, reference);
    for (const piece of pieces) {
      const found = piece.doubtful.flatMap((word): Found[] => {
        if (names.has(word.lower)) return [];
        const suggestions = dictionary.get(word.text);
        if (suggestions === undefined || suggestions === null || isJudgedWithout(word.lower)) return [];
        if (readingsOf(word.text).some((reading) => dictionary.get(reading) === null)) return [];
        return [{ start: word.start, end: word.end, ...said(word.text, suggestions) }];
      });
      for (const one of outsideAddresses(piece, found)) yield { ...one, piece };
    }
  },
};

/** Suggestions named in a reason. */
const named = 3;

/** Only a single suggestion is certain enough for one tap. */
function said(word: string, suggestions: readonly string[]): { reason: string; fix?: string } {
  const [first] = suggestions;
  const unknown = `Kamus tidak mengenal “${word}”.`;
  if (first === undefined) return { reason: `${unknown} Periksa ejaannya, atau tambahkan ke daftar nama bila benar.` };
  const maybe = suggestions.slice(0, named).map((one) => `“${one}”`);
  return {
    reason: `${unknown} Mungkin maksudnya ${maybe.join(', ')}.`,
    ...(suggestions.length === 1 && { fix: first }),
  };
}
