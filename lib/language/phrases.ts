import type { Span } from './manuscript.ts';
import type { Word } from './reading.ts';

/** Expressions of one or more words, found by their first word. */
export type PhraseList<T> = ReadonlyMap<string, readonly Phrase<T>[]>;
type Phrase<T> = { words: readonly string[]; value: T };

/** An expression found: which, and the words of the text it was found in. */
export type FoundPhrase<T> = Span & { value: T; first: number; last: number };

/** Makes a list to look expressions up in; the longest that fits wins. */
export function phraseList<T>(entries: Iterable<readonly [expression: string, value: T]>): PhraseList<T> {
  const list = new Map<string, Phrase<T>[]>();
  for (const [expression, value] of entries) {
    const words = expression.toLowerCase().split(/\s+/u).filter(Boolean);
    const [first] = words;
    if (first === undefined) continue;
    const known = list.get(first) ?? [];
    known.push({ words, value });
    list.set(first, known);
  }
  for (const phrases of list.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return list;
}

/**
 * The expressions that stand in a text, in its order, none inside another. Their words may be apart by spaces
 * only; the last may carry a suffix (`-nya`, `-lah`, `-kah`, `-pun`).
 *
 * @param formsOf what else a word may be looked up as
 */
export function* phrasesIn<T>(
  { text, words }: { text: string; words: readonly Word[] },
  list: PhraseList<T>,
  formsOf: (word: string) => readonly string[] = withoutSuffix,
): Generator<FoundPhrase<T>> {
  for (let at = 0; at < words.length; at += 1) {
    const found = phraseAt(text, words, at, list, formsOf);
    if (found === undefined) continue;
    yield found;
    at = found.last;
  }
}

const suffixes: ReadonlySet<string> = new Set(['nya', 'lah', 'kah', 'pun']);

/** A word as written, and without its suffix. */
export function withoutSuffix(word: string): readonly string[] {
  if (word.length < 6 || !suffixes.has(word.slice(-3))) return [word];
  const bare = word.slice(0, -3);
  return [word, bare.endsWith('-') ? bare.slice(0, -1) : bare];
}

function phraseAt<T>(
  text: string,
  words: readonly Word[],
  at: number,
  list: PhraseList<T>,
  formsOf: (word: string) => readonly string[],
): FoundPhrase<T> | undefined {
  const first = words[at];
  if (first === undefined) return undefined;
  for (const form of formsOf(first.lower)) {
    for (const { words: wanted, value } of list.get(form) ?? []) {
      // A suffix belongs to the last word: “dalamnya rangka” is not “dalam rangka”.
      if (wanted.length > 1 && !first.lower.endsWith(form)) continue;
      const last = at + wanted.length - 1;
      const end = words[last]?.end;
      if (end !== undefined && fits(text, words, at, wanted, formsOf)) {
        return { value, first: at, last, start: first.start, end };
      }
    }
  }
  return undefined;
}

function fits(
  text: string,
  words: readonly Word[],
  at: number,
  wanted: readonly string[],
  formsOf: (word: string) => readonly string[],
): boolean {
  for (let next = 1; next < wanted.length; next += 1) {
    const before = words[at + next - 1];
    const word = words[at + next];
    const want = wanted[next];
    if (before === undefined || word === undefined || want === undefined) return false;
    const isLast = next === wanted.length - 1;
    if (word.lower !== want && !(isLast && formsOf(word.lower).includes(want))) return false;
    if (text.slice(before.end, word.start).trim() !== '') return false;
  }
  return true;
}
