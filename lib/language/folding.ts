import { digitsForLetters, lookAlikes } from './lists/look-alikes.ts';
import type { Span } from './manuscript.ts';

/**
 * A text as people read it, whatever signs it is written with, and where each of its characters came from.
 * For finding words that hide: never for showing or storing.
 */
export type FoldedText = {
  /** Small letters, one form for each. */
  text: string;
  /** Where, in the original, each unit of `text` begins and ends; absent when it is the original in small letters. */
  origins?: readonly Span[];
};

/** A word of a folded text: offsets into the original. */
export type FoldedWord = Span & {
  text: string;
  /** Written with other signs than its letters: look-alikes, digits, letters apart. */
  isDisguised: boolean;
};

/** Nothing in such a text can hide: letters as on a keyboard, and the marks of good typesetting. */
const plainly = /^[\p{ASCII}\u00A0–—‘’“”…•°²³]*$/u;
/** Invisible characters of every kind, marks that only decorate, and signs put around letters. */
const unseen = /[\p{M}\p{Cf}\p{Cc}\u115F\u1160\u3164\uFFA0]/u;
const plainLettersApart = /(?<![a-z0-9])[a-z0-9](?:[ .\-_*|~+][a-z0-9](?![a-z0-9])){3,}/g;
const lettersApart = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[ .\-_*|·•~+][\p{L}\p{N}](?![\p{L}\p{N}])){3,}/gu;
const wordOfFolded = /[\p{L}\p{N}](?:[\p{L}\p{N}@$]*[\p{L}\p{N}])?/gu;

/**
 * Folds a text: compatibility forms (full-width, mathematical, circled letters), small capitals, letters of
 * other scripts drawn alike, decorating marks, invisible characters and capitals. Letters written apart are joined.
 */
export function foldText(original: string): FoldedText {
  return joinLettersApart(plainly.test(original) ? { text: original.toLowerCase() } : foldCharacters(original));
}

/** The words of a text as people read it, with their places in the original. */
export function foldedWords(original: string): FoldedWord[] {
  const folded = foldText(original);
  return [...folded.text.matchAll(wordOfFolded)].map(({ 0: text, index }) => {
    const span = originalSpan(folded, { start: index, end: index + text.length });
    const written = original.slice(span.start, span.end);
    return { ...span, text, isDisguised: folded.origins !== undefined && written.toLowerCase() !== text };
  });
}

/** Where a stretch of the folded text stands in the original. */
export function originalSpan({ origins }: FoldedText, span: Span): Span {
  if (origins === undefined || span.start >= span.end) return { start: span.start, end: span.end };
  const start = origins[span.start]?.start ?? 0;
  return { start, end: origins[span.end - 1]?.end ?? start };
}

/** What letters and digits together may be read as, `g4c0r` as `gacor`; nothing where there are not both. */
export function readingsOfDigits(word: string): readonly string[] {
  if (!/[\d@$]/.test(word) || !/[a-z]/.test(word)) return [];
  const read = (choice: number) =>
    [...word].map((sign) => digitsForLetters.get(sign)?.[choice] ?? digitsForLetters.get(sign)?.[0] ?? sign).join('');
  return [...new Set([read(0), read(1)])];
}

function foldCharacters(original: string): FoldedText {
  let text = '';
  const origins: Span[] = [];
  let start = 0;
  for (const character of original) {
    const end = start + character.length;
    for (const sign of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
      if (unseen.test(sign)) continue;
      const folded = lookAlikes.get(sign) ?? sign;
      text += folded;
      for (let unit = 0; unit < folded.length; unit += 1) origins.push({ start, end });
    }
    start = end;
  }
  return { text, origins };
}

function joinLettersApart(folded: FoldedText): FoldedText {
  const runs = [...folded.text.matchAll(folded.origins === undefined ? plainLettersApart : lettersApart)];
  if (runs.length === 0) return folded;
  let text = '';
  const origins: Span[] = [];
  const keep = (from: number, until: number, isWanted: (unit: string) => boolean) => {
    for (let at = from; at < until; at += 1) {
      const unit = folded.text[at] ?? '';
      if (!isWanted(unit)) continue;
      text += unit;
      origins.push(folded.origins?.[at] ?? { start: at, end: at + 1 });
    }
  };
  let done = 0;
  for (const { 0: run, index } of runs) {
    keep(done, index, () => true);
    keep(index, index + run.length, (unit) => /[\p{L}\p{N}]/u.test(unit));
    done = index + run.length;
  }
  keep(done, folded.text.length, () => true);
  return { text, origins };
}
