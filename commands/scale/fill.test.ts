import { asc, eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { articles, editions, listed, searchEntries, searchHeadings } from '#db/schema/index.ts';
import { wordsInput } from '#lib/newsroom/article-input.ts';
import { type LiveRow, wordsOf } from '#lib/newsroom/edition-record.ts';
import { entryOf, lists, refreshListing } from '#lib/newsroom/listing.ts';
import { checkLive } from '#lib/newsroom/live-check.ts';
import { articlePage } from '#lib/newsroom/public-article.ts';
import { listPage } from '#lib/newsroom/public-lists.ts';
import { verifyChain } from '#lib/record/events.ts';
import { headingOf, searchPairs, searchVector } from '#lib/search/entries.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, aPublishedArticle, type Office } from '#lib/testing/newsroom.ts';
import { fillScale, scaleFactOf } from './fill.ts';

const db = testDatabase();
const count = 40;
let office: Office;
let framed: unknown;

/** Every index and constraint of the tables that are filled. */
async function frame(): Promise<unknown> {
  const rows = await database().execute(sql`
    select indexdef as definition from pg_indexes where schemaname = 'public'
    union all select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
    order by 1`);
  return [...rows];
}

beforeAll(async () => {
  expect(db.url()).toContain('uji_');
  office = await anOffice();
  await aPublishedArticle(office);
  framed = await frame();
  await fillScale(count);
});

async function generated(): Promise<LiveRow[]> {
  return database()
    .select({ edition: editions, article: articles })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(eq(editions.version, 6))
    .orderBy(asc(articles.firstPublishedAt))
    .limit(count);
}

test('the log, the seals, the words and the signatures hold', async () => {
  const { checked, findings } = await checkLive();
  expect([checked, findings]).toEqual([count + 1, []]);
  expect((await verifyChain(database())).brokenAt).toBeNull();
});

test('readers get each article, and find it in its lists', async () => {
  const [row] = await generated();
  const page = await articlePage(office.portalId, row?.article.slug ?? '');
  expect(page).toMatchObject({ title: row?.edition.title, signedBy: [{ act: 'submit' }, { act: 'approve' }] });
  expect((await listPage(office.portalId, lists.all, 1))?.total).toBe(count + 1);
  expect((await listPage(office.portalId, lists.agency(office.agencyId), 1))?.total).toBe(count + 1);
});

test('the words are as the editor would have stored them', async () => {
  for (const { edition } of (await generated()).slice(0, 5)) {
    const words = wordsOf(edition);
    expect(wordsInput.parse(words)).toEqual(words);
  }
});

test('search keeps of each what it would have kept of the text', async () => {
  for (const row of (await generated()).slice(0, 10)) {
    const entry = entryOf(row);
    if (entry === null) throw new Error('Expected an entry.');
    const [found] = await database()
      .select({
        isSame: sql<boolean>`${searchEntries.words} = ${searchVector(entry)} and ${searchEntries.pairs} = ${searchPairs(entry)}
          and ${searchHeadings.words} = ${headingOf(searchEntries.words)}`,
      })
      .from(searchEntries)
      .innerJoin(searchHeadings, eq(searchHeadings.articleId, searchEntries.articleId))
      .where(eq(searchEntries.articleId, row.article.id));
    expect(found).toEqual({ isSame: true });
  }
});

test('the lists are those that publishing would have written', async () => {
  const standing = () => database().select().from(listed).orderBy(listed.list, listed.at, listed.articleId);
  const before = await standing();
  for (const { article } of (await generated()).slice(0, 5)) {
    await database().transaction((tx) => refreshListing(tx, article.id));
  }
  expect(await standing()).toEqual(before);
});

test('indexes and constraints stand as they stood, and the install says what it holds', async () => {
  expect(await frame()).toEqual(framed);
  expect(await scaleFactOf()).toMatchObject({ articles: count });
});
