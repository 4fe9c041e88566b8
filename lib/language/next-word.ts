import type { ReadPiece, Word } from './reading.ts';

/** The word after another when only one space stands between them: they may belong together. */
export function wordAfter({ words, text }: ReadPiece, index: number): Word | undefined {
  const word = words[index];
  const next = words[index + 1];
  if (word === undefined || next === undefined) return undefined;
  return next.start - word.end === 1 && /\s/u.test(text[word.end] ?? '') ? next : undefined;
}

/** Whether a word begins with a capital. */
export const isCapital = ({ text }: Word): boolean => /^\p{Lu}/u.test(text);

/** Whether a word consists of capitals (“OPD”, “P3K”), which no rule of words reads. */
export const isAcronym = ({ text }: Word): boolean =>
  text.length > 1 && text === text.toUpperCase() && /\p{Lu}/u.test(text);
