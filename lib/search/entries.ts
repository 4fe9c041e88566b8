import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { searchEntries } from '#db/schema/index.ts';
import type { ArticleId } from '#lib/ids.ts';

/** A public article as search takes it: what it filters by, and the words. */
export type SearchEntry = Omit<typeof searchEntries.$inferSelect, 'words'> & {
  title: string;
  lead: string;
  /** Plain text. */
  body: string;
};

/** Puts an article into the search, or anew when it is there. */
export async function writeEntry(tx: Transaction, { title, lead, body, ...entry }: SearchEntry): Promise<void> {
  const words = sql`${weighted(title, 'A')} || ${weighted(lead, 'B')} || ${weighted(body, 'D')}`;
  await tx
    .insert(searchEntries)
    .values({ ...entry, words })
    .onConflictDoUpdate({ target: searchEntries.articleId, set: { ...entry, words } });
}

/**
 * The words as written beside their stems: PostgreSQL's Indonesian stemmer errs on common words
 * (*berita* becomes *ita*), and whoever types a word as it stands must find it.
 */
function weighted(text: string, weight: 'A' | 'B' | 'D') {
  return sql`setweight(to_tsvector('simple', ${text}), ${weight}) || setweight(to_tsvector('indonesian', ${text}), ${weight})`;
}

/** Takes an article out of the search. */
export async function dropEntry(tx: Transaction, articleId: ArticleId): Promise<void> {
  await tx.delete(searchEntries).where(eq(searchEntries.articleId, articleId));
}
