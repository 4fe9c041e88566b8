import { acronymsIn, type Explanation, explanationsIn, smallConnectors } from '../acronyms-in-text.ts';
import { foreignAcronyms, knownAcronyms, rightForms } from '../lists/known-acronyms.ts';
import { institutionWords } from '../lists/name-words.ts';
import type { PieceRole } from '../manuscript.ts';
import { regencyOf } from '../places-in-text.ts';
import type { ReadPiece, Word } from '../reading.ts';
import type { Reference } from '../reference.ts';
import type { PieceRule, ReadManuscript, WholeRule } from '../rule.ts';

const roles: readonly PieceRole[] = ['lead', 'summary', 'paragraph', 'list_item', 'quote', 'note'];

/** A line that is to go anyway. */
const leadsElsewhere = /^\s*(?:baca|simak|lihat) juga/iu;

const unexplained: WholeRule = {
  id: 'acronym_unexplained',
  family: 'acronyms',
  title: 'Singkatan dijelaskan ketika pertama kali muncul',
  *compare(manuscript, reference) {
    const explained = explanationsOf(manuscript);
    const house = new Set(reference.houseNames);
    const met = new Set<string>();
    for (const [index, piece] of manuscript.pieces.entries()) {
      if (!roles.includes(piece.role) || leadsElsewhere.test(piece.text)) continue;
      for (const word of acronymsIn(piece)) {
        if (met.has(word.text) || knownAcronyms.has(word.text) || house.has(word.text)) continue;
        if (isInCode(piece, word) || isPlaceOrOffice(word.lower)) continue;
        met.add(word.text);
        if (isExplainedHere(piece, word)) continue;
        const place = explained.find(({ acronym }) => acronym === word.text);
        if (place !== undefined && isBefore(place, index, word)) continue;
        const reason =
          place === undefined
            ? `Tidak semua pembaca tahu arti ${word.text}. Tulis kepanjangannya ketika pertama kali muncul.`
            : `Kepanjangan ${word.text} baru ditulis kemudian. Pindahkan ke tempat singkatan ini pertama kali muncul.`;
        yield { start: word.start, end: word.end, piece, reason };
      }
    }
  },
};

type PlacedExplanation = Explanation & { index: number; piece: ReadPiece };

function explanationsOf({ pieces }: ReadManuscript): PlacedExplanation[] {
  return pieces.flatMap((piece, index) =>
    roles.includes(piece.role) ? explanationsIn(piece).map((one) => ({ ...one, index, piece })) : [],
  );
}

function isBefore(place: PlacedExplanation, index: number, word: Word): boolean {
  return place.index < index || (place.index === index && place.start <= word.start);
}

/** “(ANE/ADV/Diskominfo)” names writers, “KAYANTARA.COM” a site. */
function isInCode({ text }: ReadPiece, { start, end }: Word): boolean {
  return /[/*.]/u.test(text[start - 1] ?? '') || /^(?:[/*]|\.\p{L})/u.test(text.slice(end, end + 2));
}

/** “(DLH)”, “ketik "DAFTAR"”, “disingkat DLH”, “DLH, singkatan dari …”, “DLH atau dinas lingkungan hidup”. */
function isExplainedHere({ text }: ReadPiece, { start, end }: Word): boolean {
  if (/[("“‘]/u.test(text[start - 1] ?? '') && /[)"”’]/u.test(text[end] ?? '')) return true;
  const before = text.slice(Math.max(0, start - 24), start).toLowerCase();
  const after = text.slice(end, end + 24).toLowerCase();
  return (
    /(?:disingkat|atau|disebut|alias) ["“]?$/u.test(before) ||
    /^["”]?,? (?:atau|singkatan|kepanjangan|alias) /u.test(after)
  );
}

const writtenTwoWays: WholeRule = {
  id: 'acronym_written_two_ways',
  family: 'acronyms',
  title: 'Satu singkatan ditulis dengan satu cara',
  *compare(manuscript, reference) {
    for (const forms of formsOf(manuscript).values()) {
      if (forms.size < 2) continue;
      const right = rightForm(forms, reference);
      for (const [form, uses] of forms) {
        if (form === right.form) continue;
        for (const { word, piece } of uses) {
          const reason = `Singkatan ini di tempat lain ditulis “${right.form}”. Samakan.`;
          yield { start: word.start, end: word.end, piece, reason, ...(right.isKnown && { fix: right.form }) };
        }
      }
    }
  },
};

type Forms = Map<string, { word: Word; piece: ReadPiece }[]>;

/** By their letters, how they are written; capitals only because a sentence begins do not count. */
function formsOf({ pieces }: ReadManuscript): Map<string, Forms> {
  const all = new Map<string, Forms>();
  for (const piece of pieces) {
    if (!roles.includes(piece.role) || isAllCapitals(piece.text)) continue;
    for (const word of piece.words) {
      if (word.text.length < 4 || !/^\p{Lu}\p{L}+$/u.test(word.text)) continue;
      const forms: Forms = all.get(word.lower) ?? new Map();
      const uses = forms.get(word.text);
      if (uses === undefined) forms.set(word.text, [{ word, piece }]);
      else uses.push({ word, piece });
      all.set(word.lower, forms);
    }
  }
  for (const [letters, forms] of all) if (isPlaceOrOffice(letters) || !isAcronym(forms)) all.delete(letters);
  return all;
}

/** “SAMARINDA – Warga …” is a dateline, not another spelling. */
function isPlaceOrOffice(letters: string): boolean {
  if (rightForms.has(letters)) return false;
  return institutionWords.has(letters) || regencyOf(capitalised(letters)) !== undefined;
}

const capitalised = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

function isAllCapitals(text: string): boolean {
  return (text.match(/\p{Lu}/gu) ?? []).length > (text.match(/\p{Ll}/gu) ?? []).length;
}

/** One of the forms has capitals inside, and stands alone in them. */
function isAcronym(forms: Forms): boolean {
  for (const [form, uses] of forms) {
    if (!/^.\p{L}*\p{Lu}/u.test(form) || form.length > 12) continue;
    if (uses.some(({ word, piece }) => !standsInCapitals(word, piece))) return true;
  }
  return false;
}

function standsInCapitals({ text, start }: Word, { words }: ReadPiece): boolean {
  if (text !== text.toUpperCase()) return false;
  const index = words.findIndex((word) => word.start === start);
  return [words[index - 1], words[index + 1]].some((word) => word !== undefined && /^\p{Lu}{4,}$/u.test(word.text));
}

function rightForm(forms: Forms, { agencies, houseNames }: Reference): { form: string; isKnown: boolean } {
  const written = [...forms.keys()];
  const registered = new Set([...agencies.map(({ shortName }) => shortName), ...houseNames]);
  const known = written.find((form) => registered.has(form) || rightForms.get(form.toLowerCase()) === form);
  if (known !== undefined) return { form: known, isKnown: true };
  // Where both are as frequent, an acronym read as a word is rather “Setda” than “SETDA”.
  const weight = (form: string) => (forms.get(form)?.length ?? 0) + (form === form.toUpperCase() ? 0 : 0.5);
  const byUse = written.toSorted((a, b) => weight(b) - weight(a));
  return { form: byUse[0] ?? '', isKnown: false };
}

const explainedTwoWays: WholeRule = {
  id: 'acronym_explained_two_ways',
  family: 'acronyms',
  title: 'Satu singkatan punya satu kepanjangan',
  *compare(manuscript) {
    const first = new Map<string, PlacedExplanation>();
    for (const one of explanationsOf(manuscript)) {
      const known = first.get(one.acronym);
      if (known === undefined) first.set(one.acronym, one);
      else if (areTwoExpansions(known.words, one.words)) {
        const reason = `Kepanjangan ${one.acronym} di atas lain: “${known.words.join(' ')}”. Pakai yang benar di kedua tempat.`;
        yield { start: one.start, end: one.end, piece: one.piece, reason };
      }
    }
  },
};

/** Neither is the end of the other, and half of the words are the same: the rest was mistaken. */
function areTwoExpansions(a: readonly string[], b: readonly string[]): boolean {
  const shorter = Math.min(a.length, b.length);
  const [endOfA, endOfB] = [a.slice(-shorter), b.slice(-shorter)];
  if (endOfA.join(' ') === endOfB.join(' ')) return false;
  return b.filter((word) => a.includes(word)).length * 2 >= shorter;
}

const lettersDiffer: PieceRule = {
  id: 'acronym_letters',
  family: 'acronyms',
  title: 'Huruf singkatan cocok dengan kepanjangannya',
  roles,
  *find(piece) {
    for (const { start, end, acronym, words } of explanationsIn(piece)) {
      if (!/^\p{Lu}{3,6}$/u.test(acronym) || foreignAcronyms.has(acronym)) continue;
      const content = words.filter((word) => !smallConnectors.has(word)).slice(-acronym.length);
      const initials = content.map((word) => word[0]?.toUpperCase()).join('');
      if (initials.length !== acronym.length || initials === acronym || initials[0] !== acronym[0]) continue;
      const isSwapped = [...initials].sort().join('') === [...acronym].sort().join('');
      const wrong = [...initials].filter((letter, index) => letter !== acronym[index]).length;
      if (!isSwapped && wrong !== 1) continue;
      const reason = `Huruf ${acronym} tidak cocok dengan kepanjangannya, yang berhuruf awal ${initials}. Periksa keduanya.`;
      yield { start, end, reason };
    }
  },
};

export const acronymRules: { piece: readonly PieceRule[]; whole: readonly WholeRule[] } = {
  piece: [lettersDiffer],
  whole: [unexplained, writtenTwoWays, explainedTwoWays],
};
