import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { searchWords } from '#db/schema/index.ts';
import type { PortalId } from '#lib/ids.ts';
import { folded } from './folding.ts';
import { wantedWords } from './search-query.ts';
import { isLearnable } from './search-words.ts';

/** Letters from which a word can be recognised in spite of a slip. */
const shortest = 4;
/** Words looked at in one search. */
const mostWords = 6;

/**
 * The search as it was probably meant: words that no title and no lead uses, each replaced by the
 * nearest one that is used. Whether it finds anything is for the caller to try.
 *
 * @returns undefined when every word is known, or one resembles none
 */
export async function meantSearch(portal: PortalId, text: string): Promise<string | undefined> {
  const tried = wantedWords(text)
    .filter((word) => isLearnable(word) && word.length >= shortest)
    .slice(0, mostWords);
  if (tried.length === 0) return undefined;
  const known = await database()
    .select({ word: searchWords.word })
    .from(searchWords)
    .where(and(eq(searchWords.portalId, portal), inArray(searchWords.word, tried)));
  const unknown = tried.filter((word) => !known.some((row) => row.word === word));
  const meant = new Map<string, string>();
  for (const word of unknown) {
    const nearest = await nearestWord(portal, word);
    if (nearest !== undefined) meant.set(word, nearest);
  }
  if (meant.size === 0) return undefined;
  return text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => meant.get(folded(word)) ?? word);
}

async function nearestWord(portal: PortalId, word: string): Promise<string | undefined> {
  const alike = await database()
    .select({ word: searchWords.word, uses: searchWords.uses })
    .from(searchWords)
    .where(and(eq(searchWords.portalId, portal), sql`${searchWords.word} % ${word}`))
    .orderBy(desc(sql`similarity(${searchWords.word}, ${word})`), desc(searchWords.uses))
    .limit(30);
  const most = Math.max(1, Math.floor(word.length / 4));
  const near = alike
    .map((candidate) => ({ ...candidate, slips: slipsBetween(word, candidate.word) }))
    .filter(({ slips }) => slips <= most)
    .sort((one, other) => one.slips - other.slips || other.uses - one.uses);
  return near[0]?.word;
}

/** How many slips of the finger lie between two words: a letter too many, too few, another one, or two swapped. */
export function slipsBetween(one: string, other: string): number {
  const [from, to] = [[...one], [...other]];
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [row, letter] of from.entries()) {
    const line = [row + 1];
    for (const [column, wanted] of to.entries()) {
      const isSame = letter === wanted;
      const least = Math.min(
        (above[column + 1] ?? 0) + 1,
        (line[column] ?? 0) + 1,
        (above[column] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped = row > 0 && column > 0 && letter === to[column - 1] && from[row - 1] === wanted;
      line.push(isSwapped ? Math.min(least, (before[column - 1] ?? 0) + 1) : least);
    }
    before = above;
    above = line;
  }
  return above[to.length] ?? 0;
}
