import { sql } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { searchWords } from '#db/schema/index.ts';
import type { PortalId } from '#lib/ids.ts';
import { wordsOf } from './search-query.ts';

/** Words people mistype: no numbers, no initials, nothing endless. */
export const isLearnable = (word: string) => /^\p{L}[\p{L}\p{M}]{2,39}$/u.test(word);

/**
 * Learns the words of a title and a lead, for "maksud Anda …?". How often a word is used is an
 * estimate: an article that came twice was counted twice.
 *
 * @param isNew false for words of an article that was counted before: only those never seen are added
 */
export async function learnWords(
  queryable: Queryable,
  portalId: PortalId,
  text: string,
  isNew: boolean,
): Promise<void> {
  // Always in the same order: two that learn the same words at once then wait and never deadlock.
  const words = [...new Set(wordsOf(text).filter(isLearnable))].sort();
  if (words.length === 0) return;
  const rows = queryable.insert(searchWords).values(words.map((word) => ({ portalId, word })));
  const target = [searchWords.portalId, searchWords.word];
  await (isNew
    ? rows.onConflictDoUpdate({ target, set: { uses: sql`${searchWords.uses} + 1` } })
    : rows.onConflictDoNothing({ target }));
}
