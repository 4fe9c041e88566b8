import { shoutedWords } from './lists/known-acronyms.ts';
import type { Span } from './manuscript.ts';
import type { ReadPiece, Word } from './reading.ts';

/** Where a text says what an acronym stands for. */
export type Explanation = Span & {
  acronym: string;
  /** In lower case, without what stands before it: “badan pengelolaan keuangan dan aset daerah”. */
  words: readonly string[];
};

/** “DPMPD”, “LKjIP” and “OSS-RBA”. */
const allCapitals = /^(?:\p{Lu}[\p{Lu}\d]{2,5}|\p{Lu}{2,4}\p{Ll}\p{Lu}{1,4}|\p{Lu}{3,5}-\p{Lu}{2,5})$/u;
const roman = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/u;
export const smallConnectors: ReadonlySet<string> = new Set(
  'dan di ke untuk yang atau serta bagi dengan pada oleh dalam'.split(' '),
);

/** “DPMPD”, but no Roman number, no raised voice and no line in capitals. */
export function acronymsIn({ words, text }: ReadPiece): Word[] {
  const isCapital = words.map((word) => /^[\p{Lu}\d]{2,}$/u.test(word.text));
  return words.filter((word, index) => {
    if (!allCapitals.test(word.text) || roman.test(word.text) || shoutedWords.has(word.text)) return false;
    if ((word.text.match(/\p{L}/gu) ?? []).length < 3) return false;
    const before = isCapital[index - 1] === true && besides(words[index - 1], word, text);
    const after = isCapital[index + 1] === true && besides(word, words[index + 1], text);
    const isLoud = (one: Word | undefined) => one !== undefined && /^\p{Lu}{5,}$/u.test(one.text);
    if (
      namesThing(words[index - 1]) &&
      besides(words[index - 1], word, text) &&
      startsName(words[index + 1], word, text)
    )
      return false;
    return !(before && isLoud(words[index - 1])) && !(after && isLoud(words[index + 1])) && !(before && after);
  });
}

/** “Bandara APT Pranoto”: initials of whoever a building is named after. */
const namesThing = (before: Word | undefined) =>
  before !== undefined &&
  /^(?:bandara|stadion|jembatan|jalan|masjid|gedung|taman|gelora|pelabuhan|rsud|museum|bendungan|universitas)$/u.test(
    before.lower,
  );

const startsName = (next: Word | undefined, word: Word, text: string) =>
  next !== undefined && besides(word, next, text) && /^\p{Lu}\p{Ll}/u.test(next.text);

function besides(one: Word | undefined, other: Word | undefined, text: string): boolean {
  return one !== undefined && other !== undefined && text.slice(one.end, other.start) === ' ';
}

/** “Dinas Lingkungan Hidup (DLH)” and “DLH (Dinas Lingkungan Hidup)”. */
export function explanationsIn(piece: ReadPiece): Explanation[] {
  return [...explainedBefore(piece), ...explainedAfter(piece)];
}

const bracketed = /\((\p{Lu}[\p{L}\d]{1,11}(?: \p{Lu}{2,6})?)\)/gu;

function* explainedBefore({ text, words }: ReadPiece): Iterable<Explanation> {
  let at = 0;
  for (const { 0: whole, 1: acronym = '', index } of text.matchAll(bracketed)) {
    while ((words[at]?.start ?? text.length) <= index && at < words.length) at += 1;
    if ((acronym.match(/\p{Lu}/gu) ?? []).length < 2 && acronym.length < 5) continue;
    const before = expansion(text, words.slice(Math.max(0, at - 14), at), acronym, index);
    const [first] = before;
    if (first === undefined || before.length < 2) continue;
    yield { start: first.start, end: index + whole.length, acronym, words: before.map(({ lower }) => lower) };
  }
}

/** The words before the bracket: a run in capitals, or as many small words as the acronym has letters. */
function expansion(text: string, before: readonly Word[], acronym: string, bracket: number): readonly Word[] {
  const last = before.at(-1);
  if (last === undefined || text.slice(last.end, bracket).trim() !== '') return [];
  const isBig = (word: Word) => /^\p{Lu}/u.test(word.text);
  let from = before.length;
  let content = 0;
  const letters = acronym.replaceAll(/[^\p{Lu}]/gu, '').length;
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const word = before[index];
    const next = before[index + 1];
    if (word === undefined) break;
    const gap = next === undefined ? ' ' : text.slice(word.end, next.start);
    if (gap !== ' ' && gap !== ', ') break;
    const isSmall = smallConnectors.has(word.lower);
    if (isBig(last) ? !isBig(word) && !isSmall : content >= letters) break;
    if (!isSmall) {
      content += 1;
      from = index;
    }
  }
  return before.slice(from);
}

function* explainedAfter({ text }: ReadPiece): Iterable<Explanation> {
  for (const { 0: whole, 1: acronym = '', 2: inner = '', index } of text.matchAll(
    /(?<![\p{L}\p{N}])(\p{Lu}[\p{Lu}\d]{2,5}) \(([\p{L}, -]{5,120})\)/gu,
  )) {
    const words = inner.toLowerCase().match(/\p{L}+/gu) ?? [];
    if (words.length >= 2) yield { start: index, end: index + whole.length, acronym, words };
  }
}
