import { eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { searchEntries, searchHeadings } from '#db/schema/index.ts';
import type { ArticleId } from '#lib/ids.ts';
import { addJob } from '#lib/jobs/queue.ts';
import { folded } from './folding.ts';

/** A public article as search takes it: what it filters by, and the words. */
export type SearchEntry = Omit<typeof searchEntries.$inferSelect, 'words' | 'pairs'> & {
  title: string;
  lead: string;
  /** Plain text. */
  body: string;
};

/**
 * UTF-8 bytes of a text that are searched. PostgreSQL refuses a tsvector over 1 MB, which would take
 * the publication down with it, and beyond 16,383 words it tells no places apart: about here.
 */
const mostBytes = 100_000;

/**
 * Stands between the parts, so that the last word of one and the first of the next are no phrase.
 * No text yields this lexeme.
 */
const gap = sql`'''|'':1'::tsvector`;

/** Puts an article into the search, or anew when it is there. */
export async function writeEntry(tx: Transaction, { title, lead, body, ...entry }: SearchEntry): Promise<void> {
  const derived = { words: searchVector({ title, lead, body }), pairs: searchPairs({ title, lead, body }) };
  const [written] = await tx
    .insert(searchEntries)
    .values({ ...entry, ...derived })
    .onConflictDoUpdate({ target: searchEntries.articleId, set: { ...entry, ...derived } })
    // A row that replaced none has never been locked or updated.
    .returning({ isNew: sql<boolean>`xmax = 0` });
  const isNew = written?.isNew ?? false;
  const heading = {
    words: sql<string>`(select ${headingOf(searchEntries.words)} from ${searchEntries} where ${eq(searchEntries.articleId, entry.articleId)})`,
  };
  await tx
    .insert(searchHeadings)
    .values({ articleId: entry.articleId, ...heading })
    .onConflictDoUpdate({ target: searchHeadings.articleId, set: heading });
  await addJob(tx, 'learn_words', { articleId: entry.articleId, isNew });
}

/** The words of an article as the search index holds them: title A, lead B, body D. */
export function searchVector({ title, lead, body }: Pick<SearchEntry, 'title' | 'lead' | 'body'>): SQL {
  return sql`${weighted(title, 'A')} || ${gap} || ${weighted(lead, 'B')} || ${gap} || ${weighted(body, 'D')}`;
}

/** The stems that stand beside one another, by number. Words as written that do, do so as stems. */
export function searchPairs({ title, lead, body }: Pick<SearchEntry, 'title' | 'lead' | 'body'>): SQL {
  const stems = [title, lead, body].map((text) => sql`to_tsvector('indonesian', ${folded(searchedPart(text))})`);
  return sql`adjacent_pairs(${sql.join(stems, sql` || ${gap} || `)})`;
}

/** Of an entry's words those of title and lead. */
export function headingOf(words: SQLWrapper): SQL {
  return sql`ts_filter(${words}, '{a,b}')`;
}

/**
 * The words as written beside their stems: PostgreSQL's Indonesian stemmer errs on common words
 * (*berita* becomes *ita*), and whoever types a word as it stands must find it.
 */
function weighted(text: string, weight: 'A' | 'B' | 'D'): SQL {
  const cut = folded(searchedPart(text));
  return sql`setweight(to_tsvector('simple', ${cut}), ${weight}) || ${gap} || setweight(to_tsvector('indonesian', ${cut}), ${weight})`;
}

/** The part of a text that search reads, cut at a word. */
export function searchedPart(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= mostBytes) return text;
  const start = bytes.subarray(0, mostBytes).toString();
  return start.slice(0, Math.max(start.lastIndexOf(' '), start.lastIndexOf('\n'), 0));
}

/** Takes an article out of the search. */
export async function dropEntry(tx: Transaction, articleId: ArticleId): Promise<void> {
  await tx.delete(searchEntries).where(eq(searchEntries.articleId, articleId));
}
