import { and, asc, eq, gt, isNotNull, lte, ne, notExists, or, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
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

/** Articles looked at by one statement: of a million, no statement may take longer than the database allows. */
const lookedAtOnce = 10_000;

/**
 * The job at every start and every hour: puts live articles into the lists and the search that are
 * not there, such as those of an install from before either existed.
 */
export async function indexUnlisted(atOnce = lookedAtOnce): Promise<void> {
  let after: ArticleId | undefined;
  let put = 0;
  do {
    const last = await lastOfNext(atOnce, after);
    const missing = await unlisted(after, last);
    for (const id of missing) await putIntoLists(id);
    put += missing.length;
    after = last;
  } while (after !== undefined);
  if (put > 0) log('info', 'indexed_unlisted', { articles: put });
}

/** The last of so many articles in the order of their ids; undefined when there are fewer. */
async function lastOfNext(count: number, after: ArticleId | undefined): Promise<ArticleId | undefined> {
  const [last] = await database()
    .select({ id: articles.id })
    .from(articles)
    .where(after === undefined ? undefined : gt(articles.id, after))
    .orderBy(asc(articles.id))
    .offset(count - 1)
    .limit(1);
  return last?.id;
}

async function unlisted(after: ArticleId | undefined, last: ArticleId | undefined): Promise<ArticleId[]> {
  // Said of every table: once a statement is prepared the planner does not know how few lie between the bounds.
  const within = (column: PgColumn) =>
    and(after === undefined ? undefined : gt(column, after), last === undefined ? undefined : lte(column, last));
  const hasNo = (table: typeof listed | typeof searchEntries) =>
    notExists(
      database()
        .select({ one: sql`1` })
        .from(table)
        .where(and(eq(table.articleId, articles.id), within(table.articleId))),
    );
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
        within(articles.id),
        within(editions.articleId),
      ),
    )
    .orderBy(asc(articles.id));
  return rows.map((row) => row.id);
}

async function putIntoLists(id: ArticleId): Promise<void> {
  await transaction(async (tx) => {
    // As every verb does first: nobody publishes or retracts it meanwhile.
    await tx.select({ id: articles.id }).from(articles).where(eq(articles.id, id)).for('no key update');
    await refreshListing(tx, id);
  });
}
