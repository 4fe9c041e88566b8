import { institutionWords } from './lists/name-words.ts';
import { type NameRun, runOf } from './names-in-text.ts';
import { isSlipOf } from './nearness.ts';
import type { Word } from './reading.ts';

/** Names to be recognised, also where a letter of one of their words is wrong. */
export type KnownNames = {
  /** By all their words but one, of which only the first letter counts: “muhammad f”. */
  byMostWords: ReadonlyMap<string, readonly Known[]>;
  /** Names of one word by their first letter. */
  singles: ReadonlyMap<string, readonly Known[]>;
  /** How many words they have. */
  sizes: readonly number[];
  right: ReadonlySet<string>;
};

type Known = { name: string; words: readonly string[] };

/** Puts names where their words lead to them. */
export function knownNames(names: readonly string[]): KnownNames {
  const byMostWords = new Map<string, Known[]>();
  const singles = new Map<string, Known[]>();
  const right = new Set<string>();
  const sizes = new Set<number>();
  for (const name of names) {
    const words = name.toLowerCase().split(/\s+/u).map(plain).filter(Boolean);
    const [only = ''] = words;
    if (words.length === 0 || right.has(words.join(' '))) continue;
    right.add(words.join(' '));
    if (words.length === 1) append(singles, only.slice(0, 1), { name, words });
    else {
      sizes.add(words.length);
      for (const index of words.keys()) append(byMostWords, mostWords(words, index), { name, words });
    }
  }
  return { byMostWords, singles, sizes: [...sizes], right };
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

function mostWords(words: readonly string[], without: number): string {
  return words.map((word, index) => (index === without ? `${word.slice(0, 1)}.` : word)).join(' ');
}

/** Where capitalised words are one slip away from a known name, and no known name themselves. */
export function* namesNearly(
  words: readonly Word[],
  { byMostWords, singles, sizes, right }: KnownNames,
): Iterable<{ found: NameRun; name: string }> {
  const own = words.map(({ lower }) => plain(lower));
  for (const [at, word] of own.entries()) {
    for (const size of sizes) {
      const window = own.slice(at, at + size);
      if (window.length < size || right.has(window.join(' '))) continue;
      const near = nearOf(window, byMostWords);
      if (near !== undefined) yield { found: runOf(words.slice(at, at + size)), name: near.name };
    }
    if (word.length < 6 || right.has(word) || institutionWords.has(word)) continue;
    const near = singles.get(word.slice(0, 1))?.find(({ words: [one = ''] }) => one.length >= 6 && isSlipOf(one, word));
    if (near !== undefined) yield { found: runOf(words.slice(at, at + 1)), name: near.name };
  }
}

function nearOf(window: readonly string[], byMostWords: KnownNames['byMostWords']): Known | undefined {
  const most = window.length > 2 ? 2 : 1;
  for (const index of window.keys()) {
    const known = byMostWords.get(mostWords(window, index));
    const near = known?.find(({ words }) => isSlipOf(words[index] ?? '', window[index] ?? '', most));
    if (near !== undefined) return near;
  }
  return undefined;
}

/** Without apostrophes, which are written in many ways. */
export const plain = (word: string) => word.replaceAll(/['’]/gu, '');

/** All words alike but one, and that one a slip away. */
export function isOneNameTwice(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  let slips = 0;
  for (const [index, word] of a.entries()) {
    const other = b[index] ?? '';
    if (word === other) continue;
    if (slips > 0 || !isSlipOf(word, other)) return false;
    slips += 1;
  }
  return slips === 1;
}
