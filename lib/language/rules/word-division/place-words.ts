import type { Found } from '../../finding.ts';
import { nounsInKan, splitPassives } from '../../lists/passive-verbs.ts';
import { takesNya, wellKnownPlaces, wordsAfterDari, wordsAfterDi, wordsAfterKe } from '../../lists/place-words.ts';
import { isAcronym, isCapital, wordAfter } from '../../next-word.ts';
import type { ReadPiece, Word } from '../../reading.ts';
import { type PieceRule, writtenRoles } from '../../rule.ts';
import { writtenLike } from '../../written-like.ts';
import { outsideAddresses } from '../outside-addresses.ts';

const allowed = { di: wordsAfterDi, ke: wordsAfterKe, dari: wordsAfterDari } as const;

/** `dimana`, `disamping`, `kedepannya`, `diSamarinda`. */
export const joinedPreposition: PieceRule = {
  id: 'joined_preposition',
  family: 'word_division',
  title: 'Kata depan di, ke, dan dari ditulis terpisah',
  roles: writtenRoles,
  find(piece, { places }) {
    const known = new Set(places.map((place) => place.toLowerCase()));
    const found = piece.words.flatMap((word): Found[] => {
      const parts = prepositionOf(word, known);
      if (parts === undefined) return [];
      const fix = writtenLike(word.text, parts.join(' '));
      const reason = `“${parts[0]}” di sini kata depan, jadi ditulis terpisah: “${fix}”.`;
      return [{ start: word.start, end: word.end, reason, fix }];
    });
    return outsideAddresses(piece, found);
  },
};

function prepositionOf(word: Word, places: ReadonlySet<string>): [string, string] | undefined {
  const shape = /^(di|ke|dari)(\p{L}{3,}(?:-\p{L}{3,})?)$/u.exec(
    word.text.replace(/^\p{Lu}/u, (first) => first.toLowerCase()),
  );
  const [, preposition, rest] = shape ?? [];
  if (rest === undefined || (preposition !== 'di' && preposition !== 'ke' && preposition !== 'dari')) return undefined;
  const lower = rest.toLowerCase();
  if (isCapitalWithin(rest)) return [preposition, rest];
  if (wellKnownPlaces.has(lower) || (places.has(lower) && lower.length > 4)) return [preposition, capitalised(lower)];
  if (lower.endsWith('pun') && allowed[preposition].has(lower.slice(0, -3))) {
    return [preposition, `${lower.slice(0, -3)} pun`];
  }
  const bare = lower.endsWith('nya') && takesNya.has(lower.slice(0, -3)) ? lower.slice(0, -3) : lower;
  return allowed[preposition].has(bare) ? [preposition, lower] : undefined;
}

/** `diSamarinda`, not `diPHK`: that one is a verb and wants a hyphen. */
const isCapitalWithin = (rest: string) => /^\p{Lu}\p{Ll}/u.test(rest);
const capitalised = (lower: string) => lower.replace(/^\p{Ll}/u, (first) => first.toUpperCase());

const number = /^(?:kali|kalinya)$/u;
const ordinals: ReadonlySet<string> = new Set('dua tiga empat lima enam tujuh delapan sembilan sepuluh'.split(' '));

/** `di laksanakan`, `ke tiga kalinya`. */
export const splitPrefix: PieceRule = {
  id: 'split_prefix',
  family: 'word_division',
  title: 'Awalan ditulis serangkai dengan katanya',
  roles: writtenRoles,
  find(piece) {
    const found: Found[] = [];
    for (const [index, word] of piece.words.entries()) {
      if (!loosePrefixes.has(word.lower) || isAcronym(word)) continue;
      const next = wordAfter(piece, index);
      if (next === undefined || isCapital(next)) continue;
      if (!belongs(word.lower, next, piece, index)) continue;
      const fix = writtenLike(word.text, word.lower + next.lower.replace(/^tanda-?tangan/u, 'tandatangan'));
      const reason = `“${word.lower}-” di sini awalan, jadi ditulis serangkai: “${fix}”.`;
      found.push({ start: word.start, end: next.end, reason, fix });
    }
    return outsideAddresses(piece, found);
  },
};

const loosePrefixes: ReadonlySet<string> = new Set(['di', 'ke', 'ber', 'ter', 'mem', 'men', 'meng', 'meny']);

function belongs(prefix: string, next: Word, piece: ReadPiece, index: number): boolean {
  if (prefix === 'di') return isSplitPassive(next.lower);
  if (prefix !== 'ke') return /^\p{Ll}{3,}/u.test(next.text);
  // “ke dua desa” is two villages; “ke dua kalinya” is not.
  const after = wordAfter(piece, index + 1);
  if (!ordinals.has(next.lower) || after === undefined) return false;
  return number.test(after.lower) || (after.lower === 'belah' && next.lower === 'dua');
}

function isSplitPassive(lower: string): boolean {
  const bare = lower.replace(/(?:nya|lah|kah)$/u, '');
  if (splitPassives.has(bare)) return true;
  return bare.length > 5 && bare.endsWith('kan') && !nounsInKan.has(bare) && !bare.includes('-');
}
