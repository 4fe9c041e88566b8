import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { editions, sections } from '#db/schema/index.ts';
import { useClock } from '#lib/clock.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  aFastLaneArticle,
  anAgency,
  anArticleAwaitingConfirmation,
  anArticleInEditing,
  anOffice,
  aPublishedArticle,
  aSubmittedArticle,
  editionRow,
  type Office,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { addressOf, tombstone } from './addresses.ts';
import { frontPage } from './front-page.ts';
import { renewReaders, sealEdition } from './going-live.ts';
import { allPortals, portalByHost } from './public.ts';
import { articlePage } from './public-article.ts';
import { agencyPage, sectionPage } from './public-lists.ts';
import { approve, claim, place, reject, restore, retract, secondReview, startEdition, submit } from './publishing.ts';
import { siteFrame } from './site-frame.ts';
import { transition } from './transition.ts';

testDatabase();

const reason = 'Datanya perlu diperiksa ulang.';

async function titlesOnFront(office: Office): Promise<string[]> {
  const { lead, seconds, river } = await frontPage(office.portalId);
  return [lead, ...seconds, ...river].flatMap((card) => (card === null ? [] : [card.title]));
}

async function at<T>(moment: Date, work: () => Promise<T>): Promise<T> {
  const putBack = useClock(() => moment);
  try {
    return await work();
  } finally {
    putBack();
  }
}

const where = (office: Office) => ({ sectionId: office.sectionId, topicIds: [], relatedIds: [] });

describe('what is public in each state', () => {
  test('nothing that is still under way, rejected or discarded', async () => {
    const office = await anOffice();
    await aDraft(office);
    await aSubmittedArticle(office);
    await anArticleInEditing(office);
    await anArticleAwaitingConfirmation(office);
    await reject(office.editor, { ...(await aSubmittedArticle(office)), reasonCode: 'duplicate', note: reason });
    expect(await titlesOnFront(office)).toEqual([]);
    expect((await agencyPage(office.portalId, office.agencySlug, 1))?.total).toBe(0);
    expect((await sectionPage(office.portalId, office.sectionSlug, 1))?.total).toBe(0);
    expect(await addressOf(office.portalId, 'puskesmas-buka-layanan-imunisasi-sabtu-pagi')).toEqual({
      kind: 'unknown',
    });
  });

  test('a published article, with what was signed and by which roles', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const article = await articlePage(office.portalId, live.slug);
    expect(article).toMatchObject({
      ...{ slug: live.slug, title: readyWords(office).title, body: readyWords(office).body, editionNumber: 1 },
      ...{ updatedAt: null, fastLane: null, awaitsSecondReview: false, isArchived: false, publicNotes: [] },
      signedBy: [
        { role: 'contributor', act: 'submit' },
        { role: 'editor', act: 'approve' },
      ],
      contentHash: (await editionRow(live.editionId)).contentHash,
    });
    expect(JSON.stringify(article)).not.toContain(office.contributor.userId);
    expect(await addressOf(office.portalId, live.slug)).toEqual({ kind: 'live', path: `/berita/${live.slug}` });
    expect(await titlesOnFront(office)).toEqual([readyWords(office).title]);
  });

  test('the fast lane says so until the second review, and stays on record after it', async () => {
    const office = await anOffice();
    const live = await aFastLaneArticle(office);
    const before = await articlePage(office.portalId, live.slug);
    expect(before).toMatchObject({
      awaitsSecondReview: true,
      fastLane: { reason: 'immediate_information', reviewedAt: null },
    });
    expect(before?.signedBy).toHaveLength(1);
    await secondReview(office.verifier, live);
    const after = await articlePage(office.portalId, live.slug);
    expect(after).toMatchObject({ awaitsSecondReview: false, fastLane: { reason: 'immediate_information' } });
    expect(after?.fastLane?.reviewedAt).not.toBeNull();
    expect(after?.signedBy).toHaveLength(2);
  });

  test('a retracted article is gone with its reason, and comes back when restored', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const gone = await retract(office.editor, { ...live, reason, hidesTitle: false });
    expect(await articlePage(office.portalId, live.slug)).toBeNull();
    expect(await addressOf(office.portalId, live.slug)).toEqual({ kind: 'gone' });
    expect(await tombstone(office.portalId, live.slug)).toMatchObject({
      title: readyWords(office).title,
      reason,
      agency: { slug: office.agencySlug },
    });
    expect(await titlesOnFront(office)).toEqual([]);
    await restore(office.managingEditor, gone);
    expect(await addressOf(office.portalId, live.slug)).toEqual({ kind: 'live', path: `/berita/${live.slug}` });
    expect(await tombstone(office.portalId, live.slug)).toBeNull();
  });

  test('a title that is the harm is not on the tombstone', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    await retract(office.editor, { ...live, reason, hidesTitle: true });
    expect((await tombstone(office.portalId, live.slug))?.title).toBeNull();
  });

  test('an archived article is read and listed, but not on the front page', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    await transition(office.editor, 'archive', live, { after: renewReaders });
    expect((await articlePage(office.portalId, live.slug))?.isArchived).toBe(true);
    expect((await agencyPage(office.portalId, office.agencySlug, 1))?.total).toBe(1);
    expect(await titlesOnFront(office)).toEqual([]);
  });

  test('an embargoed edition does not exist for readers before its hour', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const hour = new Date(Date.now() + 3_600_000);
    await database().update(editions).set({ embargoUntil: hour }).where(eq(editions.id, live.editionId));
    await database().transaction((tx) => sealEdition(tx, live.editionId));
    expect(await addressOf(office.portalId, live.slug)).toEqual({ kind: 'unknown' });
    expect(await articlePage(office.portalId, live.slug)).toBeNull();
    expect(await titlesOnFront(office)).toEqual([]);
    expect((await sectionPage(office.portalId, office.sectionSlug, 1))?.cards).toEqual([]);
    await at(hour, async () => {
      expect(await addressOf(office.portalId, live.slug)).toEqual({ kind: 'live', path: `/berita/${live.slug}` });
      expect(await titlesOnFront(office)).toHaveLength(1);
    });
  });

  test('the next edition replaces the former when it is published, with its note and its time', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const note = 'Jam layanan sebelumnya tertulis 08.30.';
    const begun = await startEdition(office.contributor, { ...live, changeType: 'correction', publicNote: note });
    const version = await type(
      office.contributor,
      begun.editionId,
      readyWords(office, { title: 'Jam imunisasi', publicNote: note }),
    );
    expect((await articlePage(office.portalId, live.slug))?.title).toBe(readyWords(office).title);
    const claimed = await claim(office.editor, await submit(office.contributor, { ...begun, version }));
    await approve(office.editor, { ...claimed, outcome: 'publish' });
    const article = await articlePage(office.portalId, live.slug);
    expect(article).toMatchObject({
      title: 'Jam imunisasi',
      editionNumber: 2,
      publicNotes: [{ number: 2, changeType: 'correction', note }],
    });
    expect(article?.updatedAt).toEqual(article?.publishedAt);
    expect(await titlesOnFront(office)).toEqual(['Jam imunisasi']);
  });

  test('every portal has its own', async () => {
    const [office, elsewhere] = [await anOffice(), await anOffice()];
    const live = await aPublishedArticle(office);
    expect(await articlePage(elsewhere.portalId, live.slug)).toBeNull();
    expect(await addressOf(elsewhere.portalId, live.slug)).toEqual({ kind: 'unknown' });
    expect(await titlesOnFront(elsewhere)).toEqual([]);
    expect(await agencyPage(elsewhere.portalId, office.agencySlug, 1)).toBeNull();
    expect((await portalByHost(office.host))?.id).toBe(office.portalId);
    expect(await portalByHost('lain.example')).toBeNull();
    expect((await allPortals()).map((portal) => portal.id)).toEqual(expect.arrayContaining([office.portalId]));
  });
});

describe('addresses', () => {
  test('an old one leads to the new one, also over several moves, and back again', async () => {
    const office = await anOffice();
    const live = await aPublishedArticle(office);
    const { version } = await place(office.editor, { ...live, ...where(office), slug: 'imunisasi-sabtu' });
    const second = await place(office.editor, { ...live, version, ...where(office), slug: 'imunisasi' });
    for (const old of [live.slug, 'imunisasi-sabtu']) {
      expect(await addressOf(office.portalId, old)).toEqual({
        kind: 'moved',
        slug: 'imunisasi',
        path: '/berita/imunisasi',
      });
      expect(await articlePage(office.portalId, old)).toBeNull();
    }
    await place(office.editor, { ...live, version: second.version, ...where(office), slug: live.slug });
    expect(await addressOf(office.portalId, live.slug)).toEqual({ kind: 'live', path: `/berita/${live.slug}` });
    expect(await addressOf(office.portalId, 'imunisasi')).toEqual({
      kind: 'moved',
      slug: live.slug,
      path: `/berita/${live.slug}`,
    });
  });

  test('an article of the other portal leaves the address free here', async () => {
    const [office, elsewhere] = [await anOffice(), await anOffice()];
    const [one, two] = [await aPublishedArticle(office), await aPublishedArticle(elsewhere)];
    expect(one.slug).toBe(two.slug);
  });
});

describe('the front page', () => {
  test('shows pinned articles first until their pin ends', async () => {
    const office = await anOffice();
    const old = await aPublishedArticle(office, { words: { title: 'Artikel lama' } });
    await aPublishedArticle(office, { words: { title: 'Artikel baru' } });
    const end = new Date(Date.now() + 3_600_000);
    await place(office.editor, { ...old, ...where(office), slug: old.slug, pinnedUntil: end });
    expect(await titlesOnFront(office)).toEqual(['Artikel lama', 'Artikel baru']);
    await at(end, async () => {
      expect(await titlesOnFront(office)).toEqual(['Artikel baru', 'Artikel lama']);
    });
  });

  test('names the sections and agencies that are in use', async () => {
    const office = await anOffice();
    const { agencySlug } = await anAgency(office.portalId);
    await database()
      .insert(sections)
      .values({ portalId: office.portalId, slug: 'tutup', name: 'Tutup', isActive: false });
    const frame = await siteFrame(office.portalId);
    expect(frame.sections.map((section) => section.slug)).toEqual([office.sectionSlug]);
    expect(frame.agencies.map((agency) => agency.slug).toSorted()).toEqual([office.agencySlug, agencySlug].toSorted());
  });
});
