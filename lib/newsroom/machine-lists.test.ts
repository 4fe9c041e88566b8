import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { topics } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, aPublishedArticle, type Office, readyWords, type } from '#lib/testing/newsroom.ts';
import { agendaOf } from './agenda-reads.ts';
import type { Words } from './article-input.ts';
import { fullArticles } from './full-articles.ts';
import { fullAmendments, listAt } from './machine-lists.ts';
import { approve, claim, startEdition, submit } from './publishing.ts';
import { articlesSince, lastingAddresses, sitemapMonths, sitemapPart } from './sitemap-reads.ts';

testDatabase();

type Live = Awaited<ReturnType<typeof aPublishedArticle>>;

/** Brings a correction of a live article to readers. */
async function corrected(office: Office, live: Live, note: string, words: Partial<Words> = {}) {
  const begun = await startEdition(office.contributor, { ...live, changeType: 'correction', publicNote: note });
  const version = await type(office.contributor, begun.editionId, readyWords(office, { publicNote: note, ...words }));
  const claimed = await claim(office.editor, await submit(office.contributor, { ...begun, version }));
  return approve(office.editor, { ...claimed, outcome: 'publish' });
}

/** Days from now, as an editor's form writes a moment. */
const inDays = (days: number) => new Date(now().getTime() + days * 86_400_000).toISOString();

const anEvent = (office: Office, title: string, startsAt: string) =>
  aPublishedArticle(office, { words: { title, kind: 'agenda_event', details: { startsAt, venue: 'Samarinda' } } });

describe('the list behind a path', () => {
  test('is that of its page, with its name', async () => {
    const office = await anOffice();
    await database().insert(topics).values({ portalId: office.portalId, slug: 'stunting', name: 'Stunting' });
    const release = await aPublishedArticle(office, {
      words: { kind: 'press_release', details: { contactName: 'Ani', contactPhone: '0541 1' } },
    });
    const news = await aPublishedArticle(office);
    const inList = async (path: string) => {
      const found = await listAt(office.portalId, path);
      return found && [found.name, (await fullArticles(office.portalId, found.list, 30)).map(({ slug }) => slug)];
    };
    const both = [news.slug, release.slug];
    expect(await inList('/')).toEqual([null, both]);
    expect(await inList(`/kanal/${office.sectionSlug}`)).toEqual(['Kesehatan', both]);
    expect(await inList(`/opd/${office.agencySlug}`)).toEqual([expect.stringMatching(/^Dinas /), both]);
    expect(await inList('/siaran-pers')).toEqual(['Siaran Pers', [release.slug]]);
    expect(await inList('/topik/stunting')).toEqual(['Stunting', []]);
    for (const path of ['/kanal/tidak-ada', '/opd/', '/topik/x', '/cari', '', '/kanal/../redaksi']) {
      expect(await inList(path)).toBeNull();
    }
  });
});

describe('corrections with their articles', () => {
  test('are told newest first, each beside the article as it reads now', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    await corrected(office, live, 'Jamnya pukul 09.00.', { title: 'Judul baru' });
    const other = await aPublishedArticle(office, { words: { title: 'Lain' } });
    await corrected(office, other, 'Tempatnya Bontang.');
    const told = await fullAmendments(office.portalId, 30);
    expect(told.map(({ amendment, article }) => [amendment.note, article.articleId])).toEqual([
      ['Tempatnya Bontang.', other.articleId],
      ['Jamnya pukul 09.00.', live.articleId],
    ]);
    expect(told[1]?.article).toMatchObject({ title: 'Judul baru', editionNumber: 2 });
    expect(await fullAmendments(office.portalId, 1)).toHaveLength(1);
  });
});

describe('the agenda for calendars', () => {
  test('has what is coming and the last thirty days', async () => {
    const office = await anOffice();
    const [soon, past] = [await anEvent(office, 'Nanti', inDays(3)), await anEvent(office, 'Lalu', inDays(-20))];
    await anEvent(office, 'Lama', inDays(-40));
    expect((await agendaOf(office.portalId)).map(({ slug }) => slug)).toEqual([soon.slug, past.slug]);
  });
});

describe('what sitemaps are made of', () => {
  test('months and their addresses, oldest first; a change of words moves the time, a part ends where it ends', async () => {
    const office = await anOffice();
    const live = [];
    for (const title of ['Satu', 'Dua', 'Tiga']) live.push(await aPublishedArticle(office, { words: { title } }));
    const [first] = live;
    if (first === undefined) throw new Error('Expected three articles.');
    const [month] = await sitemapMonths(office.portalId);
    if (month === undefined) throw new Error('Expected a month.');
    expect(month).toMatchObject({ month: now().toISOString().slice(0, 7), articles: 3 });
    const part = (number: number) => sitemapPart(office.portalId, month.month, number, 2);
    const paths = async (number: number) => (await part(number)).map(({ path }) => path);
    expect(await paths(1)).toEqual(live.slice(0, 2).map(({ slug }) => `/berita/${slug}`));
    expect(await paths(2)).toEqual([`/berita/${live[2]?.slug}`]);
    expect(await paths(3)).toEqual([]);
    const before = (await part(1))[0]?.changedAt;
    await corrected(office, first, 'Jamnya pukul 09.00.');
    const after = (await part(1))[0]?.changedAt;
    expect(after?.getTime()).toBeGreaterThan(before?.getTime() ?? Number.POSITIVE_INFINITY);
    expect((await sitemapMonths(office.portalId))[0]?.changedAt).toEqual(after);
    expect(await sitemapPart(office.portalId, '1999-12', 1, 2)).toEqual([]);
  });

  test('lists, lasting pages and events, of this portal only', async () => {
    const [office, elsewhere] = [await anOffice(), await anOffice()];
    const event = await anEvent(office, 'Nanti', inDays(3));
    const page = await aPublishedArticle(office, { words: { kind: 'page', details: { pageRole: 'about' } } });
    const paths = (await lastingAddresses(office.portalId)).map(({ path }) => path);
    expect(paths).toEqual([
      `/kanal/${office.sectionSlug}`,
      `/opd/${office.agencySlug}`,
      `/halaman/${page.slug}`,
      `/berita/${event.slug}`,
    ]);
    expect(paths).not.toContain(`/kanal/${elsewhere.sectionSlug}`);
  });

  test('the news of some hours', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const hour = 3_600_000;
    const since = (hours: number) => articlesSince(office.portalId, new Date(now().getTime() - hours * hour), 10);
    expect((await since(48)).map(({ slug }) => slug)).toEqual([live.slug]);
    expect(await since(-1)).toEqual([]);
  });
});
