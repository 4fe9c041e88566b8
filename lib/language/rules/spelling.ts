import { isForDictionary, readingsOf, typos, wordsOfTheHouse } from '../dictionary-words.ts';
import type { Found } from '../finding.ts';
import { isAcronym } from '../next-word.ts';
import { type PieceRule, writtenRoles } from '../rule.ts';
import { isOfHouseName } from '../text-outside-prose.ts';
import { writtenLike } from '../written-like.ts';
import { outsideAddresses } from './word-division/outside-addresses.ts';

/** Suggestions named in a reason. */
const named = 3;

const unknownWord: PieceRule = {
  id: 'unknown_word',
  family: 'spelling',
  title: 'Kata tertulis seperti dalam kamus',
  roles: writtenRoles,
  find(piece, reference) {
    const { dictionary } = reference;
    if (dictionary.size === 0) return [];
    const house = wordsOfTheHouse(reference);
    const openings = new Set(piece.sentences.map((sentence) => sentence.words[0]?.start));
    const found: Found[] = [];
    for (const word of piece.words) {
      const suggestions = dictionary.get(word.text);
      if (suggestions === undefined || suggestions === null) continue;
      if (!isForDictionary(word, openings.has(word.start), house)) continue;
      if (readingsOf(word.text).some((reading) => dictionary.get(reading) === null)) continue;
      found.push({ start: word.start, end: word.end, ...said(word.text, suggestions) });
    }
    return outsideAddresses(piece, found);
  },
};

const commonTypo: PieceRule = {
  id: 'common_typo',
  family: 'spelling',
  title: 'Tidak ada salah ketik yang sering terjadi',
  roles: writtenRoles,
  find(piece, reference) {
    const found = piece.words.flatMap((word): Found[] => {
      const right = typos.get(word.lower);
      if (right === undefined || isAcronym(word) || isOfHouseName(piece.text, word, reference.houseNames)) return [];
      const fix = writtenLike(word.text, right);
      return [{ start: word.start, end: word.end, reason: `Salah ketik? Mungkin maksudnya “${fix}”.`, fix }];
    });
    return outsideAddresses(piece, found);
  },
};

export const spellingRules: readonly PieceRule[] = [unknownWord, commonTypo];

/** Only a single suggestion is certain enough for one tap. */
function said(word: string, suggestions: readonly string[]): { reason: string; fix?: string } {
  const [first] = suggestions;
  const maybe = suggestions
    .slice(0, named)
    .map((one) => `“${one}”`)
    .join(', ');
  if (first === undefined)
    return { reason: `Kamus tidak mengenal “${word}”. Periksa ejaannya, atau tambahkan ke daftar nama bila benar.` };
  return {
    reason: `Kamus tidak mengenal “${word}”. Mungkin maksudnya ${maybe}.`,
    ...(suggestions.length === 1 && { fix: first }),
  };
}
