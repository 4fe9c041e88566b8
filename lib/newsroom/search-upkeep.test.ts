import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { listed, searchEntries, searchWords, topics } from '#db/schema/index.ts';
import { learnWords } from '#lib/search/search-words.ts';
import { similarTo } from '#lib/search/similar.ts';
import { behindOurBack } from '#lib/testing/behind-our-back.ts';
import { withAlarms } from '#lib/testing/captured-log.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, aPublishedArticle, type Office } from '#lib/testing/newsroom.ts';
import { articlesIn, lists, newsKinds } from './listing.ts';
import { articlePage } from './public-article.ts';
import { place, retract } from './publishing.ts';
import { indexUnlisted, learnWordsOf } from './search-upkeep.ts';

const db = testDatabase();

async function usesOf(office: Office): Promise<Record<string, number>> {
  const rows = await database().select().from(searchWords).where(eq(searchWords.portalId, office.portalId));
  return Object.fromEntries(rows.map(({ word, uses }) => [word, uses]));
}

/** Live, of these words, learned by search. */
async function published(office: Office, title: string, words: Parameters<typeof aPublishedArticle>[1] = {}) {
  const body = {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Penutup.' }] }],
  };
  const live = await aPublishedArticle(office, { words: { title, lead: 'Ini itu.', body, ...words.words } });
  await learnWordsOf({ articleId: live.articleId, isNew: true });
  return live;
}

test('a publication asks for its words to be learned, a later change of the same article says so', async () => {
  const office = await anOffice();
  const live = await aPublishedArticle(office);
  await place(office.editor, { ...live, slug: 'lain', sectionId: office.sectionId, topicIds: [], relatedIds: [] });
  const rows = await database().execute(sql`
    select job.payload ->> 'isNew' as is_new from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = 'learn_words' and job.payload ->> 'articleId' = ${live.articleId} order by job.id`);
  expect(rows.map((row) => row.is_new)).toEqual(['true', 'false']);
});

test('words of titles and leads are learned once an article, also by two at once in any order', async () => {
  const office = await anOffice();
  const live = await aPublishedArticle(office, { words: { title: 'Ulin 2026 di Ulu', lead: 'Ulin tumbuh.' } });
  await learnWordsOf({ articleId: live.articleId, isNew: true });
  expect(await usesOf(office)).toEqual({ ulin: 1, ulu: 1, tumbuh: 1 });
  await learnWordsOf({ articleId: live.articleId, isNew: false });
  expect(await usesOf(office)).toEqual({ ulin: 1, ulu: 1, tumbuh: 1 });
  const words = Array.from({ length: 200 }, (_, index) => `kata${'abcdefghij'[index % 10]}${'x'.repeat(index % 20)}`);
  await Promise.all(
    Array.from({ length: 10 }, (_, turn) =>
      learnWords(database(), office.portalId, (turn % 2 === 0 ? words : words.toReversed()).join(' '), true),
    ),
  );
  expect((await usesOf(office)).kataa).toBe(10);
});

test('nothing is learned of what readers do not see', async () => {
  const office = await anOffice();
  const gone = await aPublishedArticle(office, { words: { title: 'Rahasia dibuka' } });
  await retract(office.editor, { ...gone, reason: 'Datanya keliru.', hidesTitle: true });
  await learnWordsOf({ articleId: gone.articleId, isNew: true });
  const altered = await aPublishedArticle(office);
  await behindOurBack(db.url(), `update editions set title = 'Slot gacor' where id = $1`, [altered.editionId]);
  const { alarms } = await withAlarms(() => learnWordsOf({ articleId: altered.articleId, isNew: true }));
  expect(alarms).toMatchObject([{ what: 'card' }]);
  expect(await usesOf(office)).toEqual({});
});

test('live articles from before the lists and the search are put there; retracted ones are not', async () => {
  const office = await anOffice();
  const [live, gone, present] = [
    await aPublishedArticle(office),
    await aPublishedArticle(office),
    await aPublishedArticle(office),
  ];
  await retract(office.editor, { ...gone, reason: 'Datanya keliru.', hidesTitle: false });
  const inLists = () => articlesIn(database(), office.portalId, lists.all, { limit: 10 });
  const inSearch = async () => {
    const entries = await database().select().from(searchEntries).where(eq(searchEntries.portalId, office.portalId));
    return entries.map((entry) => entry.articleId).sort();
  };
  const both = [live.articleId, present.articleId].sort();
  for (const missing of [listed, searchEntries]) {
    await database().delete(missing).where(eq(missing.articleId, live.articleId));
    // One at a time, so that more than one portion is walked through.
    await indexUnlisted(1);
    expect((await inLists()).toSorted()).toEqual(both);
    expect(await inSearch()).toEqual(both);
  }
});

test('what reads alike is found by its rare words, most alike first', async () => {
  const office = await anOffice();
  const near = await published(office, 'Konservasi bekantan di Teluk Balikpapan');
  const nearer = await published(office, 'Konservasi bekantan di hutan bakau berlanjut');
  await published(office, 'Rapat anggaran di Balai Kota');
  const other = await anOffice();
  await published(other, 'Konservasi bekantan di hutan bakau');
  const similar = (text: string) => similarTo(office.portalId, text, { exclude: [], kinds: newsKinds, limit: 4 });
  expect(await similar('Konservasi bekantan di hutan bakau')).toEqual([nearer.articleId, near.articleId]);
  expect(await similar('Yang itu dan ini')).toEqual([]);
  expect(await similar('')).toEqual([]);
  expect(await similar(`${"'".repeat(400)} or - "`)).toEqual([]);
});

test('below an article stand the editor’s picks in their order, then its topic, then what reads alike', async () => {
  const office = await anOffice();
  const [topic] = await database()
    .insert(topics)
    .values({ portalId: office.portalId, slug: 'air-bersih', name: 'Air bersih' })
    .returning();
  const topicIds = topic === undefined ? [] : [topic.id];
  const second = await published(office, 'Pilihan kedua');
  const first = await published(office, 'Pilihan pertama');
  await published(office, 'Satu topik', { words: { topicIds } });
  await published(office, 'Konservasi bekantan di Teluk Balikpapan');
  await published(office, 'Rapat anggaran');
  const relatedIds = [first.articleId, second.articleId];
  const live = await published(office, 'Konservasi bekantan', { words: { topicIds, relatedIds } });
  const related = (await articlePage(office.portalId, live.slug))?.related.map((card) => card.title);
  expect(related).toEqual([
    'Pilihan pertama',
    'Pilihan kedua',
    'Satu topik',
    'Konservasi bekantan di Teluk Balikpapan',
  ]);
});
