import { and, asc, eq, gt, isNotNull, ne, notExists, or, sql } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { articles, editions, listed, searchEntries } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { ArticleId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { learnWords } from '#lib/search/search-words.ts';
import { refreshListing } from './listing.ts';
import { isPublic, liveRowsOf } from './public.ts';
import { soundRows } from './reader-cards.ts';

/** The job after publication: search learns the words of the title and the lead, as they were sealed. */
export async function learnWordsOf({ articleId, isNew }: { articleId: ArticleId; isNew: boolean }): Promise<void> {
  const [row] = await soundRows(database(), await liveRowsOf(database(), [articleId]));
  if (row === undefined) return;
  await learnWords(database(), row.article.portalId, `${row.edition.title} ${row.edition.lead}`, isNew);
}

/** Articles read at a time. */
const batch = 300;

/**
 * The job at every start and every hour: puts live articles into the lists and the search that are
 * not there, such as those of an install from before either existed.
 */
export async function indexUnlisted(): Promise<void> {
  let last: ArticleId | undefined;
  let put = 0;
  for (;;) {
    const ids = await unlisted(last);
    for (const id of ids) await putIntoLists(id);
    put += ids.length;
    last = ids.at(-1);
    if (ids.length < batch) break;
  }
  if (put > 0) log('info', 'indexed_unlisted', { articles: put });
}

async function unlisted(after: ArticleId | undefined): Promise<ArticleId[]> {
  const hasNo = (table: typeof listed | typeof searchEntries) =>
    notExists(database().select({ one: sql`1` }).from(table).where(eq(table.articleId, articles.id)));
  const rows = await database()
    .select({ id: articles.id })
    .from(articles)
    .innerJoin(editions, eq(editions.articleId, articles.id))
    .where(
      and(
        isPublic(now()),
        isNotNull(articles.firstPublishedAt),
        // A banner is never found.
        or(hasNo(listed), and(ne(editions.kind, 'banner'), hasNo(searchEntries))),
        after === undefined ? undefined : gt(articles.id, after),
      ),
    )
    .orderBy(asc(articles.id))
    .limit(batch);
  return rows.map((row) => row.id);
}

async function putIntoLists(id: ArticleId): Promise<void> {
  await transaction(async (tx) => {
    // As every verb does first: nobody publishes or retracts it meanwhile.
    await tx.select({ id: articles.id }).from(articles).where(eq(articles.id, id)).for('update');
    await refreshListing(tx, id);
  });
}
