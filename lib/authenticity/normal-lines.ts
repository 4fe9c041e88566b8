import { createHash } from 'node:crypto';

/**
 * Texts as they are compared when somebody asks whether one is ours. Forgiven is only what changes nothing
 * that is seen: kinds of quotation marks, dashes and spaces, invisible signs, and the marks of Markdown and
 * messengers around words. Letters, figures and punctuation count as they are.
 */

/** Signs that show nothing: soft hyphens, spaces without width, joiners, variation selectors, tags. */
const hidden = /\p{Default_Ignorable_Code_Point}/u;
const everyHidden = new RegExp(hidden, 'gu');
/** Signs that turn the direction of what follows: the eye reads something else than stands there. */
const turning = /[\u202A-\u202E\u2066-\u2069]/u;

export const hasHidden = (text: string) => hidden.test(text);
export const turnsAround = (text: string) => turning.test(text);

/** One line as its words, in the form in which they are compared. */
export type NormalLine = readonly string[];

/** The lines of a text that have words, each in its normal form. */
export function normalLines(text: string): NormalLine[] {
  let item = 0;
  return text.split(/[\r\n\u2028\u2029\v\f]+/).flatMap((raw) => {
    const line = plainMarks(raw);
    // Numbers of a list count up from one; any other number at the beginning is a word.
    const [numbered, number] = /^(\d{1,3})[.)] /.exec(line) ?? [];
    const isItem = numbered !== undefined && Number(number) === item + 1;
    item = isItem ? item + 1 : 0;
    const words = wordsOf(isItem ? line.slice(numbered.length) : line);
    return words.length === 0 ? [] : [words];
  });
}

function plainMarks(raw: string): string {
  return (
    raw
      .normalize('NFC')
      .replace(everyHidden, '')
      .replace(/\s+/gu, ' ')
      .trim()
      // Markdown: pictures say nothing, links are their words, a backslash keeps a sign a sign.
      .replace(/!\[[^\]]{0,500}\]\([^)\s]{0,2000}\)/g, '')
      .replace(/\[([^\]]{1,500})\]\([^)\s]{0,2000}\)/g, '$1')
      .replace(/<(https?:[^>\s]{1,2000})>/g, '$1')
      .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '')
      .replace(/[“”„‟«»″＂]/gu, '"')
      .replace(/[‘’‚‛′＇`]/gu, "'")
      .replace(/[‐‑‒–—―−]/gu, '-')
      .replace(/…/gu, '...')
      // Marks of headings, quotations and lists, one within another.
      .replace(/^(?:[#>]{1,6}(?: |$)|[-*•·] )+/u, '')
      .trim()
  );
}

function wordsOf(line: string): string[] {
  return line
    .split(' ')
    .map((word) => word.replace(/^[*_]+|[*_]+$/g, ''))
    .filter((word) => word !== '' && word !== '|' && word !== '·' && !/^:?-{3,}:?$/.test(word));
}

export const keyOf = (line: NormalLine) => line.join(' ');

/** Shorter lines stand in a thousand articles and lead to none. */
const shortestLine = 12;

/**
 * 48 bits of a line's fingerprint: a whole number that any program holds exactly, and that two lines of all
 * that is ever published hardly share. Undefined for a line too short to lead anywhere.
 */
export function fingerprintOf(line: NormalLine): number | undefined {
  const key = keyOf(line);
  if (key.length < shortestLine) return undefined;
  return Number.parseInt(createHash('sha256').update(key).digest('hex').slice(0, 12), 16);
}
