import type { Found } from '../../finding.ts';
import { apartAfterBound, boundForms, nounsAfterAntar, wordsAfterPer } from '../../lists/bound-forms.ts';
import { wellKnownPlaces } from '../../lists/place-words.ts';
import { isAcronym, isCapital, wordAfter } from '../../next-word.ts';
import type { Word } from '../../reading.ts';
import { type PieceRule, writtenRoles } from '../../rule.ts';
import { writtenLike } from '../../written-like.ts';
import { outsideAddresses } from '../outside-addresses.ts';

/** `antar instansi`, `pasca bencana`, `non ASN`, `antar-lembaga`. */
export const looseBoundForm: PieceRule = {
  id: 'loose_bound_form',
  family: 'word_division',
  title: 'Bentuk terikat (antar-, pasca-, non-) ditulis serangkai',
  roles: writtenRoles,
  find(piece) {
    const found: Found[] = [];
    for (const [index, word] of piece.words.entries()) {
      const inside = hyphenated(word);
      if (inside !== undefined) found.push({ start: word.start, end: word.end, ...inside });
      const next = wordAfter(piece, index);
      if (next === undefined || !isLooseBefore(word, next)) continue;
      const fix = writtenLike(word.text, isCapital(next) ? `${word.lower}-${next.text}` : word.lower + next.text);
      const how = isCapital(next) ? 'memakai tanda hubung sebelum huruf kapital' : 'ditulis serangkai';
      found.push({
        start: word.start,
        end: next.end,
        reason: `“${word.lower}” bentuk terikat, ${how}: “${fix}”.`,
        fix,
      });
    }
    return outsideAddresses(piece, found);
  },
};

function isLooseBefore(word: Word, next: Word): boolean {
  if (isAcronym(word) || /\d/u.test(next.text) || next.text.length < 2) return false;
  // A capital on both is a name: “Pasca Sarjana”, “Non Blok”, “Panca Budi”.
  if (isCapital(word) && isCapital(next) && !isAcronym(next)) return false;
  if (word.lower === 'antar') return nounsAfterAntar.has(next.lower) || (isAcronym(next) && next.text.length > 1);
  return boundForms.has(word.lower) && !apartAfterBound.has(next.lower);
}

function hyphenated(word: Word): { reason: string; fix: string } | undefined {
  const [, bound, rest] = /^(\p{L}\p{Ll}+)-(\p{Ll}{3,})$/u.exec(word.text) ?? [];
  if (bound === undefined || rest === undefined) return undefined;
  const lower = bound.toLowerCase();
  const isBound =
    lower === 'antar'
      ? nounsAfterAntar.has(rest)
      : boundForms.has(lower) || (lower === 'se' && !wellKnownPlaces.has(rest));
  if (!isBound || rest === lower) return undefined;
  const fix = bound + rest;
  return { reason: `Sebelum huruf kecil, “${lower}” ditulis serangkai tanpa tanda hubung: “${fix}”.`, fix };
}

/** `se Kaltim`, `seIndonesia`, `sekaltim`. */
export const prefixSe: PieceRule = {
  id: 'prefix_se',
  family: 'word_division',
  title: 'Awalan se- sebelum nama memakai tanda hubung',
  roles: writtenRoles,
  find(piece) {
    const found: Found[] = [];
    for (const [index, word] of piece.words.entries()) {
      const joined = /^[Ss]e(\p{Lu}\p{L}+)$/u.exec(word.text)?.[1] ?? lowerPlace(word);
      if (joined !== undefined) found.push({ start: word.start, end: word.end, ...seBefore(word, joined) });
      if (word.lower !== 'se') continue;
      const next = wordAfter(piece, index);
      if (next === undefined || /\d/u.test(next.text)) continue;
      const end = next.end;
      if (isCapital(next)) found.push({ start: word.start, end, ...seBefore(word, next.text) });
      else {
        const fix = word.text + next.text;
        found.push({ start: word.start, end, reason: `Awalan se- ditulis serangkai: “${fix}”.`, fix });
      }
    }
    return outsideAddresses(piece, found);
  },
};

function lowerPlace({ lower, text }: Word): string | undefined {
  const rest = /^se-?/u.test(lower) ? lower.replace(/^se-?/u, '') : '';
  if (/^[Ss]e-\p{Lu}/u.test(text)) return undefined;
  // “sejawa” and “sebali” are rare, and “seberau” looks like one; still they are only places.
  if (!wellKnownPlaces.has(rest) || rest === 'bali' || rest === 'papua') return undefined;
  return rest.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}

function seBefore(word: Word, name: string): { reason: string; fix: string } {
  const fix = `${word.text.slice(0, 1)}e-${name}`;
  return { reason: `Sebelum nama, awalan se- memakai tanda hubung: “${fix}”.`, fix };
}

/** `perhari`, `perkapita`: here `per` means each. */
export const joinedPer: PieceRule = {
  id: 'joined_per',
  family: 'word_division',
  title: 'Per yang berarti “tiap” ditulis terpisah',
  roles: writtenRoles,
  find(piece) {
    const found = piece.words.flatMap((word): Found[] => {
      const rest = /^per-?(\p{Ll}+)$/u.exec(word.lower)?.[1];
      if (rest === undefined || !wordsAfterPer.has(rest)) return [];
      const fix = `${word.text.slice(0, 3)} ${rest}`;
      return [
        { start: word.start, end: word.end, reason: `“per” yang berarti “tiap” ditulis terpisah: “${fix}”.`, fix },
      ];
    });
    return outsideAddresses(piece, found);
  },
};
