import { readArrows } from '../compound-forms.ts';
import type { Found } from '../finding.ts';
import { colloquialWords } from '../lists/colloquial-words.ts';
import { misplacedWords } from '../lists/misplaced-words.ts';
import { wordsInNames } from '../lists/words-in-names.ts';
import { wordAfter } from '../next-word.ts';
import type { ReadPiece, Word } from '../reading.ts';
import type { Reference } from '../reference.ts';
import { type PieceRule, writtenRoles } from '../rule.ts';
import { readPairs, standardForm } from '../standard-form.ts';
import { addressesIn, isOfHouseName, liesWithin, spokenIn } from '../text-outside-prose.ts';
import { writtenLike } from '../written-like.ts';
import { outsideAddresses } from './outside-addresses.ts';

const colloquial: ReadonlyMap<string, string> = readPairs(colloquialWords);

const nonstandardWord: PieceRule = {
  id: 'nonstandard_word',
  family: 'word_forms',
  title: 'Kata ditulis dalam bentuk baku',
  roles: writtenRoles,
  find(piece, { houseNames }) {
    return findWords(piece, houseNames, (word) => {
      const standard = standardForm(word.lower);
      if (standard === undefined || mayBeName(piece, word)) return undefined;
      const fix = writtenLike(word.text, standard);
      return { reason: `Bentuk bakunya “${fix}”, bukan “${word.text}”.`, fix };
    });
  },
};

const colloquialWord: PieceRule = {
  id: 'colloquial_word',
  family: 'word_forms',
  title: 'Kata percakapan hanya dalam kutipan',
  roles: writtenRoles,
  *find(piece, { houseNames }) {
    const spoken = spokenIn(piece);
    const found = findWords(piece, houseNames, (word) => {
      const formal = colloquial.get(word.lower);
      if (formal === undefined || isCapital(word)) return undefined;
      return { reason: `“${word.text}” kata percakapan. Di luar kutipan, tulis “${formal}”.`, fix: formal };
    });
    for (const one of found) if (!liesWithin(spoken, one)) yield one;
  },
};

const misplaced = readArrows(misplacedWords);

const misplacedWord: PieceRule = {
  id: 'misplaced_word',
  family: 'word_forms',
  title: 'Kata yang mirip tidak tertukar',
  roles: writtenRoles,
  find(piece) {
    const found: Found[] = [];
    for (const [index, word] of piece.words.entries()) {
      const next = wordAfter(piece, index);
      const right = next === undefined ? undefined : misplaced.get(`${word.lower} ${next.lower}`);
      if (next === undefined || right === undefined) continue;
      const fix = writtenLike(word.text, right);
      found.push({ start: word.start, end: next.end, reason: `Tertukar? Di sini yang dimaksud “${fix}”.`, fix });
    }
    return outsideAddresses(piece, found);
  },
};

export const wordFormRules: readonly PieceRule[] = [nonstandardWord, colloquialWord, misplacedWord];

type Said = { reason: string; fix: string };

function findWords(
  piece: ReadPiece,
  houseNames: Reference['houseNames'],
  judge: (word: Word) => Said | undefined,
): Found[] {
  const found: Found[] = [];
  for (const word of piece.words) {
    const said = isAcronym(word.text) ? undefined : judge(word);
    if (said !== undefined) found.push({ start: word.start, end: word.end, ...said });
  }
  if (found.length === 0) return found;
  const apart = [...addressesIn(piece.text), ...piece.italics];
  return found.filter((one) => !liesWithin(apart, one) && !isOfHouseName(piece.text, one, houseNames));
}

const isCapital = ({ text }: Word) => /^\p{Lu}/u.test(text);
const isAcronym = (text: string) => text.length > 1 && text === text.toUpperCase();

/** A capital within a sentence makes a name likely, for words that names are made of. */
function mayBeName({ sentences, text }: ReadPiece, word: Word): boolean {
  if (!isCapital(word) || !wordsInNames.has(word.lower)) return false;
  const opens = sentences.some(
    ({ start }) => /^[\s"“‘'(]*$/u.test(text.slice(start, word.start)) && start <= word.start,
  );
  if (!opens) return true;
  return /^\s+\p{Lu}/u.test(text.slice(word.end, word.end + 3));
}
