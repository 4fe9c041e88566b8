import { institutionWords } from './lists/name-words.ts';
import { type NameRun, runOf } from './names-in-text.ts';
import { isSlipOf } from './nearness.ts';
import type { Word } from './reading.ts';

/** Names by each of their words, and those of one word by their first letter. */
export type KnownNames = {
  byWord: ReadonlyMap<string, readonly Known[]>;
  singles: ReadonlyMap<string, readonly string[]>;
  right: ReadonlySet<string>;
};

type Known = { name: string; words: readonly string[] };

/** Puts names where their words lead to them. */
export function knownNames(names: readonly string[]): KnownNames {
  const byWord = new Map<string, Known[]>();
  const singles = new Map<string, string[]>();
  const right = new Set<string>();
  for (const name of names) {
    const words = name.toLowerCase().split(/\s+/u).map(plain);
    right.add(words.join(' '));
    const [only = ''] = words;
    if (words.length === 1) append(singles, only.slice(0, 1), name);
    else for (const word of new Set(words)) append(byWord, word, { name, words });
  }
  return { byWord, singles, right };
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/** Where capitalised words are one slip away from a known name, and no known name themselves. */
export function* namesNearly(
  words: readonly Word[],
  { byWord, singles, right }: KnownNames,
): Iterable<{ found: NameRun; name: string }> {
  const own = words.map(({ lower }) => plain(lower));
  const told = new Set<number>();
  for (const [at, word] of own.entries()) {
    for (const { name, words: registered } of byWord.get(word) ?? []) {
      const from = at - registered.indexOf(word);
      const window = own.slice(Math.max(0, from), from + registered.length);
      const most = registered.length > 2 ? 2 : 1;
      if (from < 0 || told.has(from) || right.has(window.join(' ')) || !isOneNameTwice(window, registered, most))
        continue;
      told.add(from);
      yield { found: runOf(words.slice(from, from + registered.length)), name };
    }
    if (word.length < 6 || right.has(word) || institutionWords.has(word)) continue;
    const name = singles
      .get(word.slice(0, 1))
      ?.find((one) => one.length >= 6 && isSlipOf(plain(one.toLowerCase()), word));
    if (name !== undefined) yield { found: runOf(words.slice(at, at + 1)), name };
  }
}

/** Without apostrophes, which are written in many ways. */
export const plain = (word: string) => word.replaceAll(/['’]/gu, '');

/** All words alike but one, and that one a slip away. */
export function isOneNameTwice(a: readonly string[], b: readonly string[], most = 1): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  let slips = 0;
  for (const [index, word] of a.entries()) {
    const other = b[index] ?? '';
    if (word === other) continue;
    if (slips > 0 || !isSlipOf(word, other, most)) return false;
    slips += 1;
  }
  return slips === 1;
}
