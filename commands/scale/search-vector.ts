import { crc32 } from 'node:zlib';
import type { Vocabulary } from './vocabulary.ts';
import type { WrittenTexts } from './written-texts.ts';

/**
 * Writes what search keeps of a text as PostgreSQL reads a tsvector, without asking it to take the
 * text apart and cut each word to its stem: the same as `searchVector` of lib/search, an order of
 * magnitude sooner.
 *
 * @param stems what the Indonesian stemmer makes of each word, by rank
 */
export function searchVectorOf(
  { title, lead, body }: WrittenTexts['ranks'],
  { words }: Vocabulary,
  stems: readonly string[],
): string {
  const places = new Map<string, string>();
  let last = 0;
  const put = (word: string, weight: string) => {
    last += 1;
    const before = places.get(word);
    places.set(word, before === undefined ? `${last}${weight}` : `${before},${last}${weight}`);
  };
  // Each part as written and as stems, in the order in which lib/search/entries.ts puts them together.
  for (const [ranks, weight] of [
    [title, 'A'],
    [lead, 'B'],
    [body, ''],
  ] as const) {
    for (const forms of [words, stems]) {
      if (last > 0) put(gap, '');
      for (const rank of ranks) put(forms[rank] ?? '', weight);
    }
  }
  let vector = '';
  for (const [word, at] of places) vector += `${vector === '' ? '' : ' '}${word}:${at}`;
  return vector;
}

/**
 * The same as `searchPairs` of lib/search: a number for each two stems that stand beside one another.
 *
 * @param stems what the Indonesian stemmer makes of each word, by rank
 */
export function searchPairsOf({ title, lead, body }: WrittenTexts['ranks'], stems: readonly string[]): number[] {
  const pairs = new Set<number>();
  for (const ranks of [title, lead, body]) {
    for (const [at, rank] of ranks.entries()) {
      const next = ranks[at + 1];
      if (next !== undefined) pairs.add(crc32(`${stems[rank]} ${stems[next]}`) & 16_777_215);
    }
  }
  return [...pairs].sort((one, other) => one - other);
}

/** Between the parts, so that no phrase reaches across. */
const gap = "'|'";
