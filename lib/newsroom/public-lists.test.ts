import { eq, inArray } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { assets, regencies, sections, topics } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { anAssetRow, coverOf, figureOf } from '#lib/testing/asset-rows.ts';
import { behindOurBack } from '#lib/testing/behind-our-back.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anAgency, anOffice, aPublishedArticle, type Office, readyWords, type } from '#lib/testing/newsroom.ts';
import { issueCodes } from '#lib/testing/refusals.ts';
import { frontPage } from './front-page.ts';
import { articlePage } from './public-article.ts';
import { agencyPage, sectionPage } from './public-lists.ts';
import { approve, claim, place, startEdition, submit } from './publishing.ts';
import { cardsPerPage } from './reader-shapes.ts';
import { learnWordsOf } from './search-upkeep.ts';

const db = testDatabase();

/** Brings the next edition of a live article to readers. */
async function publishNext(
  office: Office,
  live: Parameters<typeof startEdition>[1],
  words: Parameters<typeof readyWords>[1],
) {
  const begun = await startEdition(office.contributor, live);
  const version = await type(office.contributor, begun.editionId, readyWords(office, words));
  const claimed = await claim(office.editor, await submit(office.contributor, { ...begun, version }));
  return approve(office.editor, { ...claimed, outcome: 'publish' });
}

describe('lists', () => {
  test('go by pages of twenty, newest first, and end where they end', async () => {
    const office = await anOffice();
    const wanted = cardsPerPage + 1;
    for (let count = 1; count <= wanted; count += 1)
      await aPublishedArticle(office, { words: { title: `Artikel ${count}` } });
    for (const read of [
      (page: number) => agencyPage(office.portalId, office.agencySlug, page),
      (page: number) => sectionPage(office.portalId, office.sectionSlug, page),
    ]) {
      const [first, second] = [await read(1), await read(2)];
      expect([first?.total, first?.pages, first?.cards.length, second?.cards.length]).toEqual([
        wanted,
        2,
        cardsPerPage,
        1,
      ]);
      expect([first?.cards[0]?.title, second?.cards[0]?.title]).toEqual([`Artikel ${wanted}`, 'Artikel 1']);
      for (const page of [0, -1, 3, 51, 1_000_000]) expect(await read(page)).toBeNull();
    }
    const front = await frontPage(office.portalId);
    expect([front.lead?.title, front.seconds.length, front.river.length]).toEqual([`Artikel ${wanted}`, 2, 18]);
  });

  test('of an agency or section without articles have one empty page; unknown ones have none', async () => {
    const office = await anOffice();
    expect(await agencyPage(office.portalId, office.agencySlug, 1)).toMatchObject({
      cards: [],
      page: 1,
      pages: 1,
      total: 0,
    });
    expect(await sectionPage(office.portalId, office.sectionSlug, 2)).toBeNull();
    expect(await agencyPage(office.portalId, 'tidak-ada', 1)).toBeNull();
    expect(await sectionPage(office.portalId, 'tidak-ada', 1)).toBeNull();
  });

  test('an article of two agencies stands with both', async () => {
    const office = await anOffice();
    const other = await anAgency(office.portalId);
    const live = await aPublishedArticle(office, { words: { jointAgencyIds: [other.agencyId] } });
    expect((await agencyPage(office.portalId, other.agencySlug, 1))?.cards.map((card) => card.slug)).toEqual([
      live.slug,
    ]);
    expect((await articlePage(office.portalId, live.slug))?.jointAgencies).toMatchObject([{ slug: other.agencySlug }]);
  });

  test('placing moves an article to another section at once', async () => {
    const office = await anOffice();
    const [section] = await database()
      .insert(sections)
      .values({ portalId: office.portalId, slug: 'pendidikan', name: 'Pendidikan' })
      .returning();
    const live = await aPublishedArticle(office);
    if (section === undefined) throw new Error('Expected a section.');
    await place(office.editor, { ...live, slug: live.slug, sectionId: section.id, topicIds: [], relatedIds: [] });
    expect((await sectionPage(office.portalId, 'pendidikan', 1))?.total).toBe(1);
    expect((await sectionPage(office.portalId, office.sectionSlug, 1))?.total).toBe(0);
  });

  test('nothing is placed among what another portal has', async () => {
    const [office, elsewhere] = [await anOffice(), await anOffice()];
    const live = await aPublishedArticle(office);
    const attempt = place(office.editor, {
      ...live,
      slug: live.slug,
      sectionId: elsewhere.sectionId,
      topicIds: [],
      relatedIds: [],
    });
    expect(await issueCodes(attempt)).toEqual(['section_unknown']);
  });
});

describe('what stands below an article', () => {
  test('public notes of all editions, oldest first, each only while it is as signed', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const second = await publishNext(
      office,
      { ...live, changeType: 'update', publicNote: 'Jadwal diperbarui.' },
      { publicNote: 'Jadwal diperbarui.' },
    );
    const third = await publishNext(
      office,
      { ...second, changeType: 'minor', publicNote: '' },
      { title: 'Ejaan dibetulkan' },
    );
    await publishNext(
      office,
      { ...third, changeType: 'correction', publicNote: 'Jam diralat.' },
      { publicNote: 'Jam diralat.' },
    );
    const notes = async () =>
      (await articlePage(office.portalId, live.slug))?.publicNotes.map(({ number, note }) => [number, note]);
    expect(await notes()).toEqual([
      [2, 'Jadwal diperbarui.'],
      [4, 'Jam diralat.'],
    ]);
    await behindOurBack(db.url(), `update editions set public_note = 'Tautan judi' where id = $1`, [second.editionId]);
    expect(await notes()).toEqual([[4, 'Jam diralat.']]);
  });

  test('a minor edition changes no date that readers see', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    await publishNext(office, { ...live, changeType: 'minor', publicNote: '' }, { title: 'Ejaan dibetulkan' });
    expect(await articlePage(office.portalId, live.slug)).toMatchObject({
      title: 'Ejaan dibetulkan',
      editionNumber: 2,
      updatedAt: null,
    });
  });

  test('related: the editor’s picks first, then what reads alike, newest first, only public ones of this portal', async () => {
    const [office, elsewhere] = [await anOffice(), await anOffice()];
    const titles = ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima'];
    const live = [];
    for (const title of titles) live.push(await aPublishedArticle(office, { words: { title } }));
    const foreign = await aPublishedArticle(elsewhere);
    const [first, second] = live;
    if (first === undefined || second === undefined) throw new Error('Expected five articles.');
    for (const { articleId } of live) await learnWordsOf({ articleId, isNew: true });
    const relatedIds = [first.articleId, foreign.articleId, second.articleId];
    await place(office.editor, { ...second, slug: second.slug, sectionId: office.sectionId, topicIds: [], relatedIds });
    const related = (await articlePage(office.portalId, second.slug))?.related.map((card) => card.title);
    expect(related).toEqual(['Satu', 'Lima', 'Empat', 'Tiga']);
  });

  test('topics, regencies, sources and credits as they were signed', async () => {
    const office = await anOffice();
    const [topic] = await database()
      .insert(topics)
      .values({ portalId: office.portalId, slug: 'stunting', name: 'Stunting' })
      .returning();
    await database().insert(regencies).values({ portalId: office.portalId, code: '64.72', name: 'Kota Samarinda' });
    const live = await aPublishedArticle(office, {
      words: {
        topicIds: topic ? [topic.id] : [],
        regencyCodes: ['64.72'],
        sources: [{ name: 'Kepala Puskesmas', detail: 'wawancara' }],
        credits: [{ name: 'Ani', initials: 'ANE', role: 'writer', unit: 'Humas' }],
      },
    });
    expect(await articlePage(office.portalId, live.slug)).toMatchObject({
      topics: [{ slug: 'stunting', name: 'Stunting' }],
      regencies: ['Kota Samarinda'],
      sources: [{ name: 'Kepala Puskesmas', detail: 'wawancara' }],
      credits: [{ name: 'Ani', initials: 'ANE', role: 'writer', unit: 'Humas' }],
    });
  });

  test('photos are public from publication on; a withdrawn one leaves a neutral box', async () => {
    const office = await anOffice();
    const [cover, figure] = [
      await anAssetRow(office, office.contributor),
      await anAssetRow(office, office.contributor),
    ];
    const paragraph = readyWords(office).body.content;
    const live = await aPublishedArticle(office, {
      words: {
        cover: coverOf(cover, { alt: 'Antrean', decorative: true }),
        body: { type: 'doc', content: [...paragraph, figureOf(figure)] },
      },
    });
    const rows = await database()
      .select()
      .from(assets)
      .where(inArray(assets.id, [cover.assetId, figure.assetId]));
    expect(rows.every((row) => row.publicSince !== null)).toBe(true);
    const before = await articlePage(office.portalId, live.slug);
    expect(before?.cover).toMatchObject({ withdrawn: false, alt: '', credit: 'Humas' });
    expect(before?.photos[figure.assetId]).toMatchObject({ withdrawn: false, alt: 'Warga mengantre di puskesmas.' });
    await database().update(assets).set({ withdrawnAt: now() }).where(eq(assets.id, figure.assetId));
    const after = await articlePage(office.portalId, live.slug);
    expect(after?.photos[figure.assetId]).toEqual({ withdrawn: true });
    expect(after?.body).toEqual(before?.body);
  });
});
