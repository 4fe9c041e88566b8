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
};

const parsed = z.array(z.object({ full: z.string(), parts: z.string() })).length(1);

const neighbours = /<(?:-|\d+)>/g;

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
    select query::text as full, querytree(query) as parts from joined`);
  const [row] = parsed.parse([...rows]);
  if (row === undefined || row.full === '') return 'nothing';
  if (row.parts === 'T' || row.parts === '') return 'only_exclusions';
  const isPhrase = row.full.search(neighbours) >= 0;
  return { full: row.full, indexed: isPhrase ? row.parts.replace(neighbours, '&') : row.full };
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
