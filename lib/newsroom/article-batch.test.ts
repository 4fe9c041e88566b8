import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { behindOurBack } from '#lib/testing/behind-our-back.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anAgency, anOffice, aPublishedArticle } from '#lib/testing/newsroom.ts';
import { articleBatch, type BatchWish, readCursor, writeCursor } from './article-batch.ts';

const db = testDatabase();

async function batch(portalId: Awaited<ReturnType<typeof anOffice>>['portalId'], wish: Partial<BatchWish>) {
  const read = await articleBatch({ id: portalId, timeZone: 'Asia/Makassar' }, { limit: 20, ...wish });
  if ('unknown' in read) throw new Error(`Unknown ${read.unknown}.`);
  return { titles: read.articles.map(({ card }) => card.title), next: read.next };
}

describe('batches of articles', () => {
  test('lead from one to the next; what is published meanwhile moves nothing', async () => {
    const office = await anOffice();
    for (const title of ['Satu', 'Dua', 'Tiga']) await aPublishedArticle(office, { words: { title } });
    const first = await batch(office.portalId, { limit: 2 });
    expect(first.titles).toEqual(['Tiga', 'Dua']);
    await aPublishedArticle(office, { words: { title: 'Empat' } });
    if (first.next === null) throw new Error('Expected a further batch.');
    const second = await batch(office.portalId, { limit: 2, after: first.next });
    expect(second).toEqual({ titles: ['Satu'], next: null });
  });

  test('keep to all filters at once', async () => {
    const office = await anOffice();
    const other = await anAgency(office.portalId);
    await aPublishedArticle(office, { words: { title: 'Berita bersama', jointAgencyIds: [other.agencyId] } });
    const details = { contactName: 'Ani', contactPhone: '0541 1' };
    await aPublishedArticle(office, { words: { title: 'Rilis', kind: 'press_release', details } });
    const titles = async (wish: Partial<BatchWish>) => (await batch(office.portalId, wish)).titles;
    expect(await titles({})).toEqual(['Rilis', 'Berita bersama']);
    expect(await titles({ agency: other.agencySlug })).toEqual(['Berita bersama']);
    expect(await titles({ agency: other.agencySlug, kind: 'press_release' })).toEqual([]);
    expect(await titles({ kind: 'press_release', section: office.sectionSlug })).toEqual(['Rilis']);
    expect(await titles({ agency: office.agencySlug, section: office.sectionSlug })).toHaveLength(2);
  });

  test('of two long lists end after a while, and their cursor leads on', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office, { words: { title: 'Jauh di belakang' } });
    await behindOurBack(
      db.url(),
      `insert into listed (portal_id, list, at, article_id)
       select portal_id, 'section:' || $1, now() + step * interval '1 second', id
       from articles, generate_series(1, 5000) as step where id = $2`,
      [office.sectionId, live.articleId],
    );
    const wish = { kind: 'news', section: office.sectionSlug } as const;
    const first = await batch(office.portalId, wish);
    expect([first.titles, first.next === null]).toEqual([[], false]);
    if (first.next === null) throw new Error('Expected a further batch.');
    expect(await batch(office.portalId, { ...wish, after: first.next })).toEqual({
      titles: ['Jauh di belakang'],
      next: null,
    });
  });

  test('go by whole days of the portal', async () => {
    const office = await anOffice();
    await aPublishedArticle(office);
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Makassar' }).format(new Date());
    expect((await batch(office.portalId, { since: today, until: today })).titles).toHaveLength(1);
    expect((await batch(office.portalId, { until: '2001-01-01' })).titles).toEqual([]);
    expect((await batch(office.portalId, { since: '2099-12-31' })).titles).toEqual([]);
  });

  test('name the filter that names nothing, also what another portal has', async () => {
    const [office, elsewhere] = [await anOffice(), await anOffice()];
    const portal = { id: office.portalId, timeZone: 'Asia/Makassar' };
    expect(await articleBatch(portal, { limit: 1, agency: elsewhere.agencySlug })).toEqual({ unknown: 'agency' });
    expect(await articleBatch(portal, { limit: 1, section: 'tidak-ada' })).toEqual({ unknown: 'section' });
    expect(await articleBatch(portal, { limit: 1, topic: 'tidak-ada' })).toEqual({ unknown: 'topic' });
  });
});

describe('a cursor', () => {
  test('comes back as it went', async () => {
    const office = await anOffice();
    for (const title of ['Satu', 'Dua']) await aPublishedArticle(office, { words: { title } });
    const { next } = await batch(office.portalId, { limit: 1 });
    if (next === null) throw new Error('Expected a further batch.');
    expect(writeCursor(next)).toMatch(/^[A-Za-z0-9_-]{1,200}$/);
    expect(readCursor(writeCursor(next))).toEqual(next);
  });

  test('that we never gave out is none', () => {
    const id = '0199a0b0-0000-7000-8000-000000000001';
    const written = (text: string) => Buffer.from(text).toString('base64url');
    for (const text of ['', 'x', written(`2026-02-31T00:00:00.000000Z ${id}`), written(`2026-01-14T00:00:00Z ${id}`)]) {
      expect(readCursor(text)).toBeUndefined();
    }
    expect(readCursor(`${written(`2026-01-14T00:00:00.000000Z ${id}`)}A`)).toBeUndefined();
    fc.assert(fc.property(fc.base64String(), (text) => readCursor(text) === undefined));
  });
});
