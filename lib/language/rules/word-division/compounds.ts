import { apartForm, readArrows } from '../../compound-forms.ts';
import type { Found } from '../../finding.ts';
import { splitWrongly } from '../../lists/compound-words.ts';
import { doubledWords, fixedDoublings } from '../../lists/repeated-words.ts';
import { isAcronym, isCapital, wordAfter } from '../../next-word.ts';
import type { ReadPiece, Word } from '../../reading.ts';
import { type PieceRule, writtenRoles } from '../../rule.ts';
import { writtenLike } from '../../written-like.ts';
import { outsideAddresses } from '../outside-addresses.ts';

const split = readArrows(splitWrongly);
const doublings = readArrows(fixedDoublings);

/** `kerjasama`, `bertanggungjawab`, `walikota`. */
export const joinedCompound: PieceRule = {
  id: 'joined_compound',
  family: 'word_division',
  title: 'Gabungan kata ditulis terpisah',
  roles: writtenRoles,
  find(piece) {
    const found = piece.words.flatMap((word): Found[] => {
      if (isAcronym(word)) return [];
      const right = apartForm(word.lower);
      if (right === undefined) return [];
      // “Walikota Bontang” is a post: both its words take the capital.
      const fix = word.lower.endsWith('kota') ? capitalsOf(word, right) : writtenLike(word.text, right);
      return [{ start: word.start, end: word.end, reason: `Ditulis terpisah: “${fix}”.`, fix }];
    });
    return outsideAddresses(piece, found);
  },
};

function capitalsOf(word: Word, right: string): string {
  return isCapital(word) ? right.replace(/(?<=^| )\p{Ll}/gu, (first) => first.toUpperCase()) : right;
}

/** `dari pada`, `pertanggung jawaban`, `ketidak hadiran`. */
export const splitCompound: PieceRule = {
  id: 'split_compound',
  family: 'word_division',
  title: 'Kata yang sudah padu ditulis serangkai',
  roles: writtenRoles,
  find(piece) {
    return pairs(
      piece,
      (word, next) => {
        if (word.lower === 'ketidak') return `ketidak${next.lower}`;
        const right = split.get(`${word.lower} ${next.lower}`);
        if (right === undefined || (isAPoint(word.lower, next.lower) && !isCapital(word))) return undefined;
        return right;
      },
      (fix) => `Ditulis serangkai: “${fix}”.`,
    );
  },
};

/** “yang ada pun” within a sentence is right; “Ada pun” at its start is “Adapun”. */
const isAPoint = (first: string, second: string) => first === 'ada' && second === 'pun';

/** `anak anak`, `bolak balik`. */
export const unhyphenatedDoubling: PieceRule = {
  id: 'unhyphenated_doubling',
  family: 'word_division',
  title: 'Kata ulang memakai tanda hubung',
  roles: writtenRoles,
  find(piece) {
    return pairs(
      piece,
      (word, next) => {
        const fixed = doublings.get(`${word.lower} ${next.lower}`);
        if (fixed !== undefined) return isCapital(next) ? undefined : fixed;
        if (!doubledWords.has(word.lower) || (next.lower !== word.lower && next.lower !== `${word.lower}nya`))
          return undefined;
        if (isCapital(next) && !isCapital(word)) return undefined;
        return `${word.lower}-${next.text}`;
      },
      (fix) => `Kata ulang memakai tanda hubung: “${fix}”.`,
    );
  },
};

/** `anak2`, `teman2nya`. */
export const doublingByDigit: PieceRule = {
  id: 'doubling_by_digit',
  family: 'word_division',
  title: 'Kata ulang ditulis lengkap',
  roles: writtenRoles,
  find(piece) {
    const found = piece.words.flatMap((word): Found[] => {
      const [, stem, ending = ''] = /^(\p{Ll}{3,})2(an|nya)?$/u.exec(writtenSmall(word)) ?? [];
      if (stem === undefined || (isCapital(word) && !doubledWords.has(stem))) return [];
      const fix = writtenLike(word.text, `${stem}-${stem}${ending}`);
      return [{ start: word.start, end: word.end, reason: `Kata ulang ditulis lengkap: “${fix}”.`, fix }];
    });
    return outsideAddresses(piece, found);
  },
};

const writtenSmall = ({ text }: Word) => text.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());

function pairs(
  piece: ReadPiece,
  rightOf: (word: Word, next: Word) => string | undefined,
  reasonOf: (fix: string) => string,
): readonly Found[] {
  const found: Found[] = [];
  for (const [index, word] of piece.words.entries()) {
    const next = wordAfter(piece, index);
    if (next === undefined) continue;
    const right = rightOf(word, next);
    if (right === undefined) continue;
    const fix = writtenLike(word.text, right);
    found.push({ start: word.start, end: next.end, reason: reasonOf(fix), fix });
  }
  return outsideAddresses(piece, found);
}
