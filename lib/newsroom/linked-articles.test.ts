import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { generationChanges } from '#db/schema/index.ts';
import { type ArticleId, articleId } from '#lib/ids.ts';
import type { RichDocument } from '#lib/richtext/rich-nodes.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aDraft, anOffice, aPublishedArticle, readyWords, type } from '#lib/testing/newsroom.ts';
import { fullArticles } from './full-articles.ts';
import { linkableArticles } from './linked-articles.ts';
import { lists } from './listing.ts';
import { articlePage } from './public-article.ts';
import { retract } from './publishing.ts';

testDatabase();

const reason = 'Datanya perlu diperiksa ulang.';

const naming = (id: ArticleId): RichDocument => ({
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: 'Loket dibuka pada Rabu.' }] },
    { type: 'relatedArticle', attrs: { articleId: id, title: 'Judul ketika disisipkan' } },
  ],
});

test('readers see the article a body names until it is retracted, and its page is renewed then', async () => {
  const office = await anOffice();
  const target = await aPublishedArticle(office, { words: { title: 'Pasar tani dibuka' } });
  const live = await aPublishedArticle(office, {
    words: { title: 'Loket baru', body: naming(target.articleId) },
  });
  const before = await articlePage(office.portalId, live.slug);
  expect(before?.linked[target.articleId]).toMatchObject({ title: 'Pasar tani dibuka', slug: target.slug });

  await retract(office.editor, { ...target, reason, hidesTitle: false });
  expect((await articlePage(office.portalId, live.slug))?.linked).toEqual({});
  expect((await fullArticles(office.portalId, lists.all, 5)).map(({ linked }) => linked)).toEqual([{}]);
  const changes = await database()
    .select({ names: generationChanges.names })
    .from(generationChanges)
    .where(eq(generationChanges.portalId, office.portalId))
    .orderBy(generationChanges.generation);
  expect(changes.at(-1)?.names).toContain(`article:${live.slug}`);
});

test('only what readers of this portal can see may be named; what was named before may stay', async () => {
  const office = await anOffice();
  const elsewhere = await aPublishedArticle(await anOffice());
  const draft = await aDraft(office);
  const words = (id: ArticleId) => readyWords(office, { body: naming(id) });
  for (const id of [elsewhere.articleId, draft.articleId, articleId.parse(randomUUID())]) {
    await expect(type(office.contributor, draft.editionId, words(id))).rejects.toMatchObject({
      code: 'invalid',
      issues: [expect.objectContaining({ code: 'link_foreign' })],
    });
  }
  const target = await aPublishedArticle(office);
  await type(office.contributor, draft.editionId, words(target.articleId));
  await retract(office.editor, { ...target, reason, hidesTitle: false });
  await type(office.contributor, draft.editionId, { ...words(target.articleId), lead: 'Teras baru.' });
});

test('offers articles by title and events with when and where, and nothing to people of other portals', async () => {
  const office = await anOffice();
  const article = await aPublishedArticle(office, { words: { title: 'Pasar tani dibuka 100%' } });
  const event = await aPublishedArticle(office, {
    words: {
      kind: 'agenda_event',
      title: 'Pekan pasar tani',
      details: { startsAt: '2026-12-01T02:00:00Z', venue: 'Aula Kecamatan', audience: 'public' },
    },
  });
  await aDraft(office, { words: { title: 'Pasar tani ditutup' } });
  const find = (what: 'article' | 'event', text: string, actor = office.contributor) =>
    linkableArticles(actor, { portalId: office.portalId, what, text });
  expect((await find('article', 'pasar')).map(({ articleId: id }) => id)).toEqual([event.articleId, article.articleId]);
  expect((await find('article', '100%')).map(({ title }) => title)).toEqual(['Pasar tani dibuka 100%']);
  expect(await find('event', '')).toEqual([
    {
      articleId: event.articleId,
      title: 'Pekan pasar tani',
      when: 'Selasa, 1 Desember 2026, 10.00 WITA',
      venue: 'Aula Kecamatan',
    },
  ]);
  expect(await find('article', 'pasar', (await anOffice()).editor)).toEqual([]);
});
