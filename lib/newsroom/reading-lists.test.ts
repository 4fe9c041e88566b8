import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { agencies, listed, searchEntries, topics } from '#db/schema/index.ts';
import { useClock } from '#lib/clock.ts';
import { changesSince, generations } from '#lib/record/generation.ts';
import { behindOurBack } from '#lib/testing/behind-our-back.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, aPublishedArticle, type Office } from '#lib/testing/newsroom.ts';
import { agendaPage } from './agenda.ts';
import { archiveMonths, archivePage } from './archive.ts';
import { chooseFront, clearFront } from './front-desk.ts';
import { frontPage } from './front-page.ts';
import { articlesIn, countIn, lists } from './listing.ts';
import { agencyDocuments, agencyPage, kindPage, listPage, topicDirectory, topicPage } from './public-lists.ts';
import { place, restore, retract } from './publishing.ts';
import { cardsPerPage, lastListPage } from './reader-shapes.ts';
import { renewPages } from './renewals.ts';
import { siteFrame } from './site-frame.ts';

const db = testDatabase();
const reason = 'Datanya perlu diperiksa ulang.';

async function at<T>(moment: Date, work: () => Promise<T>): Promise<T> {
  const putBack = useClock(() => moment);
  try {
    return await work();
  } finally {
    putBack();
  }
}

async function aTopic(office: Office, name: string) {
  const slug = name.toLowerCase().replaceAll(' ', '-');
  const [row] = await database().insert(topics).values({ portalId: office.portalId, slug, name }).returning();
  if (row === undefined) throw new Error('no topic');
  return row;
}

const titles = (cards: readonly { title: string }[] | undefined) => cards?.map((card) => card.title);
const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();

describe('where an article is listed', () => {
  test('in its section, agencies, topics and kind while it is live, and nowhere while it is retracted', async () => {
    const office = await anOffice();
    const topic = await aTopic(office, 'Banjir');
    const live = await aPublishedArticle(office, {
      words: { kind: 'announcement', topicIds: [topic.id], title: 'Layanan tutup' },
    });
    const keys = [
      lists.all,
      lists.kind('announcement'),
      lists.section(office.sectionId),
      lists.agency(office.agencyId),
      lists.agencyKind(office.agencyId, 'announcement'),
      lists.topic(topic.id),
    ];
    for (const key of keys)
      expect(titles((await listPage(office.portalId, key, 1))?.cards), key).toEqual(['Layanan tutup']);
    const { version } = await retract(office.editor, { ...live, reason, hidesTitle: false });
    for (const key of keys) expect(await countIn(office.portalId, key, 5), key).toBe(0);
    expect(await database().select().from(searchEntries).where(eq(searchEntries.articleId, live.articleId))).toEqual(
      [],
    );
    await restore(office.managingEditor, { ...live, version });
    for (const key of keys) expect(await countIn(office.portalId, key, 5), key).toBe(1);
  });

  test('moves with its placement', async () => {
    const office = await anOffice();
    const topic = await aTopic(office, 'Pangan');
    const live = await aPublishedArticle(office);
    expect(await topicDirectory(office.portalId)).toEqual([]);
    await place(office.editor, {
      ...live,
      sectionId: office.sectionId,
      topicIds: [topic.id],
      relatedIds: [],
      slug: live.slug,
    });
    expect(await topicDirectory(office.portalId)).toEqual([{ slug: 'pangan', name: 'Pangan' }]);
    expect((await topicPage(office.portalId, 'pangan', 1))?.total).toBe(1);
    expect(await topicPage(office.portalId, 'lain', 1)).toBeNull();
  });

  test('a row put into a list behind our back shows nothing that is not public', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    await retract(office.editor, { ...live, reason, hidesTitle: false });
    await database()
      .insert(listed)
      .values({ portalId: office.portalId, list: lists.all, at: new Date(), articleId: live.articleId });
    expect((await listPage(office.portalId, lists.all, 1))?.cards).toEqual([]);
  });

  test('details changed behind our back take the article out of its lists', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office, {
      words: { kind: 'agenda_event', details: { startsAt: hours(5), venue: 'Aula' } },
    });
    expect((await agendaPage(office.portalId)).upcoming).toHaveLength(1);
    await behindOurBack(
      db.url(),
      `update editions set details = '{"startsAt":"${hours(9)}","venue":"Kasino"}' where id = $1`,
      [live.editionId],
    );
    expect((await agendaPage(office.portalId)).upcoming).toEqual([]);
  });

  test('lists end at the fiftieth page and say that there is more', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    await behindOurBack(
      db.url(),
      `insert into listed select portal_id, list, at - n * interval '1 minute', article_id
       from listed, generate_series(1, ${lastListPage * cardsPerPage + 5}) n where article_id = $1 and list = 'all'`,
      [live.articleId],
    );
    const last = await listPage(office.portalId, lists.all, lastListPage);
    expect([last?.pages, last?.isMore, last?.total]).toEqual([lastListPage, true, lastListPage * cardsPerPage]);
    expect(await listPage(office.portalId, lists.all, lastListPage + 1)).toBeNull();
  });
});

describe('pages and banners', () => {
  test('a lasting page is in no list of news; the footer names those of the site', async () => {
    const office = await anOffice();
    await aPublishedArticle(office, { words: { kind: 'page', title: 'Tentang kami', details: { pageRole: 'about' } } });
    const profile = { kind: 'page', title: 'Profil', details: { pageRole: 'agency_profile' } } as const;
    await aPublishedArticle(office, { words: profile });
    expect(await countIn(office.portalId, lists.all, 5)).toBe(0);
    const { lead, river } = await frontPage(office.portalId);
    expect([lead, river]).toEqual([null, []]);
    expect((await siteFrame(office.portalId)).pages).toEqual([
      { role: 'about', title: 'Tentang kami', path: '/halaman/tentang-kami' },
    ]);
    expect((await agencyPage(office.portalId, office.agencySlug, 1))?.profile?.title).toBe('Profil');
  });

  test('a topic shows the introduction its editors signed', async () => {
    const office = await anOffice();
    const topic = await aTopic(office, 'Stunting');
    const details = { pageRole: 'topic_introduction' } as const;
    await aPublishedArticle(office, { words: { kind: 'page', title: 'Pengantar', topicIds: [topic.id], details } });
    const page = await topicPage(office.portalId, 'stunting', 1);
    expect([page?.introduction?.title, page?.cards]).toEqual(['Pengantar', []]);
  });

  test('a banner stands on every page until its end and has no address', async () => {
    const office = await anOffice();
    const until = hours(2);
    const details = { bannerUntil: until, link: '/berita/banjir' };
    await aPublishedArticle(office, { words: { kind: 'banner', title: 'Air naik di Samarinda', details } });
    expect((await siteFrame(office.portalId)).banner).toMatchObject({
      text: 'Air naik di Samarinda',
      link: '/berita/banjir',
    });
    await at(new Date(until), async () => expect((await siteFrame(office.portalId)).banner).toBeNull());
    expect(await countIn(office.portalId, lists.all, 5)).toBe(0);
  });

  test('an agency shows releases and whether it has documents', async () => {
    const office = await anOffice();
    const details = { contactName: 'Ana', contactPhone: '0541-1' };
    await aPublishedArticle(office, { words: { kind: 'press_release', title: 'Rilis', details } });
    const page = await agencyPage(office.portalId, office.agencySlug, 1);
    expect([titles(page?.releases), page?.hasDocuments]).toEqual([['Rilis'], false]);
    expect((await agencyDocuments(office.portalId, office.agencySlug, 1))?.cards).toEqual([]);
    expect((await kindPage(office.portalId, 'press_release', 1))?.total).toBe(1);
    await database().update(agencies).set({ isActive: false }).where(eq(agencies.id, office.agencyId));
    expect(await agencyPage(office.portalId, office.agencySlug, 1)).not.toBeNull();
  });
});

describe('the agenda', () => {
  test('names what comes, soonest first, and what is over, latest first', async () => {
    const office = await anOffice();
    const event = (title: string, startsAt: string, endsAt?: string) =>
      aPublishedArticle(office, {
        words: { kind: 'agenda_event', title, details: { startsAt, venue: 'Aula', ...(endsAt && { endsAt }) } },
      });
    await event('Lusa', hours(48));
    await event('Besok', hours(24));
    await event('Sedang berlangsung', hours(-30), hours(1));
    await event('Kemarin', hours(-24));
    const page = await agendaPage(office.portalId);
    expect(titles(page.upcoming)).toEqual(['Sedang berlangsung', 'Besok', 'Lusa']);
    expect(titles(page.past)).toEqual(['Kemarin']);
    expect(titles((await frontPage(office.portalId)).strips.agenda)).toEqual(titles(page.upcoming));
  });
});

describe('the archive', () => {
  test('counts by the days of the portal and pages through a month', async () => {
    const office = await anOffice();
    const portal = { id: office.portalId, timeZone: 'Asia/Makassar' };
    const live = await aPublishedArticle(office, { words: { title: 'Tengah malam' } });
    const move = (moment: string) =>
      behindOurBack(db.url(), `update listed set at = '${moment}' where article_id = $1`, [live.articleId]);
    await move('2026-01-31T15:59:00Z'); // 23.59 WITA of the 31st
    expect(await archiveMonths(portal)).toEqual([{ when: '2026-01', total: 1 }]);
    await move('2026-01-31T16:00:00Z'); // 00.00 WITA of 1 February
    expect(await archiveMonths(portal)).toEqual([{ when: '2026-02', total: 1 }]);
    expect((await archivePage(portal, '2026', 1))?.within).toEqual([{ when: '2026-02', total: 1 }]);
    expect((await archivePage(portal, '2026-02', 1))?.within).toEqual([{ when: '2026-02-01', total: 1 }]);
    expect(titles((await archivePage(portal, '2026-02-01', 1))?.cards)).toEqual(['Tengah malam']);
    for (const when of ['2026-01', '2026-02-02', '2026-02-30', '2025', 'x']) {
      expect(await archivePage(portal, when, 1), when).toBeNull();
    }
    expect(await archivePage(portal, '2026-02', 2)).toBeNull();
  });
});

describe('the front page', () => {
  test('keeps strips apart from the river and shows what editors chose, while it holds', async () => {
    const office = await anOffice();
    const first = await aPublishedArticle(office, { words: { title: 'Pertama' } });
    for (const title of ['Kedua', 'Ketiga', 'Keempat']) await aPublishedArticle(office, { words: { title } });
    await aPublishedArticle(office, { words: { kind: 'announcement', title: 'Pengumuman' } });
    const shown = async () => {
      const { lead, seconds, river, strips } = await frontPage(office.portalId);
      return [lead?.title, titles(seconds), titles(river), titles(strips.announcements)];
    };
    const fresh = ['Keempat', ['Ketiga', 'Kedua'], ['Pertama'], ['Pengumuman']];
    expect(await shown()).toEqual(fresh);
    const until = new Date(Date.now() + 3_600_000);
    const { portalId } = office;
    await chooseFront(office.editor, { portalId, slot: 'second_2', articleId: first.articleId, until });
    expect(await shown()).toEqual(['Keempat', ['Ketiga', 'Pertama'], ['Kedua'], ['Pengumuman']]);
    await at(until, async () => expect(await shown()).toEqual(fresh));
    await clearFront(office.editor, { portalId, slot: 'second_2' });
    expect(await shown()).toEqual(fresh);
  });
});

test('pages that change by themselves are planned to be made anew', async () => {
  const office = await anOffice();
  const until = hours(2);
  const banner = { kind: 'banner', title: 'Air naik', details: { bannerUntil: until } } as const;
  const { editionId } = await aPublishedArticle(office, { words: banner });
  const jobs = await database().execute(
    sql`select run_at from graphile_worker.jobs where key = ${`renew:banner:${editionId}`}`,
  );
  expect(jobs.map((job) => new Date(String(job['run_at'])).toISOString())).toEqual([until]);
});

test('a list can be walked from the past on', async () => {
  const office = await anOffice();
  const one = await aPublishedArticle(office, { words: { title: 'Satu' } });
  const two = await aPublishedArticle(office, { words: { title: 'Dua' } });
  const walk = (isSoonestFirst: boolean) =>
    articlesIn(database(), office.portalId, lists.all, { limit: 2, isSoonestFirst });
  expect(await walk(true)).toEqual([one.articleId, two.articleId]);
  expect(await walk(false)).toEqual([two.articleId, one.articleId]);
});

test('a planned renewal makes the pages of its names anew, however often it runs', async () => {
  const office = await anOffice();
  const before = (await generations(database())).get(office.portalId) ?? 0;
  for (let run = 1; run <= 2; run += 1) await renewPages({ portalId: office.portalId, names: 'front site' });
  const { generation, names } = await changesSince(database(), office.portalId, before);
  expect([generation, names.toSorted()]).toEqual([before + 2, ['front', 'site']]);
});
