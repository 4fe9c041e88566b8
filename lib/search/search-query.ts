import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Queryable } from '#db/client.ts';
import { folded, foldedQuestion } from './folding.ts';

/** A reader's words as PostgreSQL searches them, both as texts of `tsquery`. */
export type SearchQuery = {
  /** Everything asked for. */
  full: string;
  /**
   * What the index answers by itself: everything asked for, or more. Phrases are only their words
   * there, since the index knows no places and would read every article to tell.
   */
  indexed: string;
  /**
   * What the index knows of phrases: which stems stand beside one another in every answer, by number.
   * Empty without a phrase, and where phrases are alternatives.
   */
  pairs: number[];
  /** The pairs say all that `full` says: there are no exclusions beside the phrases. */
  isInPairs: boolean;
};

const parsed = z.array(z.object({ full: z.string(), parts: z.string(), stems: z.string() })).length(1);
const numbered = z.array(z.object({ pairs: z.array(z.number()) })).length(1);

const neighbours = /<(?:-|\d+)>/g;
/** Exclusions, and words that stand further apart. */
const notInPairs = /!|<\d/;
/** Words that stand beside one another, as a `tsquery` is written. */
const chains = /'(?:[^']|'')+'(?: <-> '(?:[^']|'')+')+/g;

/**
 * Reads what somebody typed: words, "phrases", -exclusions, or. The words as written and their stems
 * are two questions of which one must be answered.
 *
 * @returns `nothing` without a word to look for; `only_exclusions` when it names only what is unwanted
 */
export async function readQuery(
  queryable: Queryable,
  text: string,
): Promise<SearchQuery | 'nothing' | 'only_exclusions'> {
  const question = foldedQuestion(text);
  const rows = await queryable.execute(sql`
    with typed as (
      select websearch_to_tsquery('simple', ${question}) as written, websearch_to_tsquery('indonesian', ${question}) as stems
    ), joined as (
      select case when written::text = stems::text then written else written || stems end as query from typed
    )
    select query::text as full, querytree(query) as parts, querytree(stems) as stems from joined, typed`);
  const [row] = parsed.parse([...rows]);
  if (row === undefined || row.full === '') return 'nothing';
  if (row.parts === 'T' || row.parts === '') return 'only_exclusions';
  const isPhrase = row.full.search(neighbours) >= 0;
  if (!isPhrase) return { full: row.full, indexed: row.full, pairs: [], isInPairs: false };
  const pairs = await wantedPairs(queryable, row.stems);
  const isInPairs = pairs.length > 0 && !notInPairs.test(row.full);
  return { full: row.full, indexed: row.parts.replace(neighbours, '&'), pairs, isInPairs };
}

/** @param stems the wanted part of a question, as `querytree` writes it: exclusions are gone */
async function wantedPairs(queryable: Queryable, stems: string): Promise<number[]> {
  if (stems.includes('|')) return [];
  let place = 0;
  const placed = stems.match(chains)?.flatMap((chain) => {
    // What follows another phrase is no neighbour of its last word.
    place += 1;
    return chain.split(' <-> ').map((word) => {
      place += 1;
      return `${word}:${place}`;
    });
  });
  if (placed === undefined) return [];
  const rows = await queryable.execute(sql`select adjacent_pairs(${placed.join(' ')}::tsvector) as pairs`);
  return numbered.parse([...rows])[0]?.pairs ?? [];
}

/** The words of a search that are wanted, in lower case, as typed. */
export function wantedWords(text: string): string[] {
  const withoutUnwanted = foldedQuestion(text).replace(/(?:^|\s)-(?:"[^"]*"?|\S+)/gu, ' ');
  return [...new Set(wordsOf(withoutUnwanted).filter((word) => word !== 'or'))];
}

/** Letters and digits that hang together, in lower case, hyphens taken apart. */
export function wordsOf(text: string): string[] {
  return folded(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
