import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { assets, editionAssets, editions, events, renditions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { domainErrorCode } from '#lib/errors.ts';
import { type AssetId, assetId as assetIdSchema } from '#lib/ids.ts';
import { photoFactsFor } from '#lib/media/photo-facts.ts';
import { discard } from '#lib/newsroom/publishing.ts';
import { purgePhoto } from '#lib/newsroom/purging.ts';
import { emptyDocument } from '#lib/richtext/document.ts';
import { anAssetRow, coverOf, figureOf, pdfRow } from '#lib/testing/asset-rows.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anAgency,
  anOffice,
  aPerson,
  aPublishedArticle,
  type Office,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { testMediaFolders } from '#lib/testing/photos.ts';
import { assetPage } from './asset-page.ts';
import { describeAsset, describeAssets, focusAsset, shareAsset } from './describe.ts';
import { libraryInputs } from './facts-input.ts';
import {
  expiredInUse,
  type LibraryQuery,
  libraryAgencies,
  libraryPage,
  libraryPageSize,
  libraryQuery,
  uploadAgencies,
} from './library.ts';

testDatabase();
testMediaFolders();

let office: Office;
let stranger: Actor;
beforeAll(async () => {
  office = await anOffice();
  const { agencyId } = await anAgency(office.portalId);
  stranger = await aPerson({ name: 'Tono', role: 'contributor', portalId: office.portalId, agencyId });
});

const facts = (assetId: AssetId, changes: Record<string, unknown> = {}) =>
  libraryInputs.describe.parse({
    assetId,
    version: 1,
    caption: 'Kapal merapat di dermaga.',
    alt: 'Kapal putih di dermaga.',
    credit: 'Cahyo/Humas',
    terms: 'Bebas dipakai dengan kredit',
    takenOn: '2026-01-14',
    takenAt: 'Samarinda',
    rightsUntil: '',
    ...changes,
  });

const found = async (actor: Actor, query: Partial<LibraryQuery>) =>
  (await libraryPage(actor, { text: '', ...query })).items.map(({ assetId }) => assetId);

const anyAsset = assetIdSchema.parse('00000000-0000-7000-8000-000000000001');

const codeOf = (work: Promise<unknown>) => work.then(() => 'fine', domainErrorCode);

const eventsOf = async (assetId: AssetId) =>
  (await database().select().from(events)).filter(({ detail }) => detail.assetId === assetId).map(({ verb }) => verb);

describe('finding', () => {
  test('words of name, caption and credit find it, their beginnings too, and operators are only words', async () => {
    const { assetId } = await anAssetRow(office, office.contributor, { fileName: 'IMG_2041-jembatan.jpg' });
    await describeAsset(office.contributor, facts(assetId, { caption: 'Peresmian jembatan Mahkota', credit: 'Wulan' }));
    for (const text of ['jembatan', '2041', 'perESmi mahk', 'wulan', 'Peresmian, wulan!']) {
      expect(await found(office.contributor, { text })).toContain(assetId);
    }
    for (const text of ['kereta', 'jembatan kereta', "' | a:* & !b"]) {
      expect(await found(office.contributor, { text })).not.toContain(assetId);
    }
  });

  test('filters: kind, year, use, rights, origin, child', async () => {
    const own = await anOffice();
    const photo = await anAssetRow(own, own.contributor, {
      takenOn: '2019-08-17',
      origin: 'ai_made',
      showsChild: true,
    });
    const document = await anAssetRow(own, own.contributor, pdfRow);
    const day = (days: number) => new Date(now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
    const over = await anAssetRow(own, own.contributor, { rightsUntil: day(-3) });
    const soon = await anAssetRow(own, own.contributor, { rightsUntil: day(10) });
    await aPublishedArticle(own, { words: { cover: coverOf(over) } });
    const by = (query: Partial<LibraryQuery>) => found(own.editor, query);
    expect(await by({ kind: 'document' })).toEqual([document.assetId]);
    expect(await by({ year: 2019 })).toEqual([photo.assetId]);
    expect(await by({ origin: 'ai_made' })).toEqual([photo.assetId]);
    expect(await by({ child: 'ya' })).toEqual([photo.assetId]);
    expect(await by({ use: 'used' })).toEqual([over.assetId]);
    expect(await by({ use: 'unused' })).toEqual([soon.assetId, document.assetId, photo.assetId]);
    expect(await by({ rights: 'expired' })).toEqual([over.assetId]);
    expect(await by({ rights: 'expired_live' })).toEqual([over.assetId]);
    expect(await by({ rights: 'expiring' })).toEqual([soon.assetId]);
    expect(await expiredInUse(own.editor)).toBe(1);
    expect(await expiredInUse(own.contributor)).toBe(0);
    const [item] = (await libraryPage(own.editor, { text: '', rights: 'expired' })).items;
    expect(item).toMatchObject({ rights: 'expired', uses: 1 });
  });

  test('an address that makes no sense asks for everything', () => {
    expect(libraryQuery.parse({ text: ['a', 'b'], year: 'dulu', agency: "' or 1=1", after: '../' })).toEqual({
      text: '',
    });
  });

  test('pages follow one another without a gap, newest first', async () => {
    const own = await anOffice();
    const made: AssetId[] = [];
    for (let at = 0; at < libraryPageSize + 2; at += 1) made.push((await anAssetRow(own, own.contributor)).assetId);
    const first = await libraryPage(own.contributor, { text: '' });
    expect(first.items).toHaveLength(libraryPageSize);
    const second = await libraryPage(own.contributor, { text: '', after: first.next ?? undefined });
    expect(second.next).toBeNull();
    expect([...first.items, ...second.items].map(({ assetId }) => assetId)).toEqual(made.toReversed());
  });

  test('each sees their agencies’ and the shared ones, the desk all, nobody another portal’s', async () => {
    const { assetId } = await anAssetRow(office, office.contributor);
    const elsewhere = await anOffice();
    expect(await found(office.colleague, {})).toContain(assetId);
    expect(await found(office.editor, {})).toContain(assetId);
    expect(await found(office.auditor, {})).toContain(assetId);
    expect(await found(stranger, {})).not.toContain(assetId);
    expect(await found(elsewhere.editor, {})).not.toContain(assetId);
    expect(await codeOf(libraryPage(office.admin, { text: '' }))).toBe('not_found');
    expect(await codeOf(assetPage(stranger, assetId))).toBe('not_found');
    expect(await codeOf(assetPage(elsewhere.editor, assetId))).toBe('not_found');
    await shareAsset(office.contributor, { assetId, version: 1, isShared: true });
    expect(await found(stranger, {})).toContain(assetId);
    expect((await assetPage(stranger, assetId)).may).toEqual({
      describe: false,
      withdraw: false,
      restore: false,
      replace: false,
    });
    await shareAsset(office.editor, { assetId, version: 2, isShared: false });
    expect(await found(stranger, {})).not.toContain(assetId);
    expect(await eventsOf(assetId)).toEqual(['share_asset', 'unshare_asset']);
  });

  test('the agencies to filter by and to upload for are one’s own, the desk’s are all', async () => {
    const own = await anOffice();
    const other = await anAgency(own.portalId);
    const ids = (list: { id: string }[]) => list.map(({ id }) => id);
    expect(ids(await libraryAgencies(own.contributor))).toEqual([own.agencyId]);
    expect(ids(await libraryAgencies(own.editor))).toContain(other.agencyId);
    expect(ids(await uploadAgencies(own.contributor))).toEqual([own.agencyId]);
    expect(ids(await uploadAgencies(own.leader))).toEqual([]);
    expect(ids(await uploadAgencies(own.editor))).toContain(other.agencyId);
  });
});

describe('describing', () => {
  test('writes the facts, counts the version, keeps the photo and records what changed', async () => {
    const { assetId } = await anAssetRow(office, office.contributor);
    await describeAsset(
      office.contributor,
      facts(assetId, { origin: 'illustration', showsChild: true, hasConsent: 'on', rightsUntil: '2030-01-31' }),
    );
    const page = await assetPage(office.colleague, assetId);
    expect(page).toMatchObject({
      caption: 'Kapal merapat di dermaga.',
      takenOn: '2026-01-14',
      origin: 'illustration',
      showsChild: true,
      hasConsent: true,
      rightsUntil: '2030-01-31',
      version: 2,
    });
    expect((await photoFactsFor(database(), [assetId])).get(assetId)).toEqual({
      origin: 'illustration',
      showsChild: true,
      hasConsent: true,
      rightsUntil: '2030-01-31',
    });
    expect(await eventsOf(assetId)).toEqual(['describe_asset']);
    const [row] = await database().select().from(assets).where(eq(assets.id, assetId));
    expect(row?.keptAt).not.toBeNull();
  });

  test('the same facts again change nothing', async () => {
    const { assetId } = await anAssetRow(office, office.contributor);
    await describeAsset(office.contributor, facts(assetId));
    await describeAsset(office.contributor, facts(assetId, { version: 2 }));
    expect((await assetPage(office.contributor, assetId)).version).toBe(2);
    expect(await eventsOf(assetId)).toEqual(['describe_asset']);
  });

  test('who only sees it may not, who does not see it finds nothing, and an old version is told', async () => {
    const { assetId } = await anAssetRow(office, office.contributor);
    expect(await codeOf(describeAsset(office.leader, facts(assetId)))).toBe('not_allowed');
    expect(await codeOf(describeAsset(office.auditor, facts(assetId)))).toBe('not_allowed');
    expect(await codeOf(describeAsset(stranger, facts(assetId)))).toBe('not_found');
    await describeAsset(office.editor, facts(assetId));
    expect(await codeOf(describeAsset(office.contributor, facts(assetId)))).toBe('conflict');
  });

  test('several at once are described all or none', async () => {
    const one = await anAssetRow(office, office.contributor);
    const other = await anAssetRow(office, office.contributor);
    const stale = describeAssets(office.contributor, {
      assets: [facts(one.assetId), facts(other.assetId, { version: 9 })],
    });
    expect(await codeOf(stale)).toBe('conflict');
    expect((await assetPage(office.contributor, one.assetId)).version).toBe(1);
    await describeAssets(office.contributor, { assets: [facts(one.assetId), facts(other.assetId)] });
    expect((await assetPage(office.contributor, other.assetId)).credit).toBe('Cahyo/Humas');
  });

  test.each([
    ['takenOn', '2026-02-30'],
    ['origin', 'lukisan'],
    ['credit', 'panjang '.repeat(200)],
    ['assetId', 'bukan'],
    ['agencyId', 'titipan'],
  ])('a wrong %s is refused', (field, value) => {
    const parsed = libraryInputs.describe.safeParse({ ...facts(anyAsset), [field]: value });
    expect(parsed.success).toBe(false);
  });

  test('the focal point moves, and its card is made anew', async () => {
    const { assetId } = await anAssetRow(office, office.contributor);
    await focusAsset(office.contributor, { assetId, version: 1, x: 0.2, y: 0.8 });
    const page = await assetPage(office.contributor, assetId);
    expect(page).toMatchObject({ focal: { x: 0.2, y: 0.8 }, state: 'processing', version: 2 });
    expect(await eventsOf(assetId)).toEqual(['focus_asset']);
    const document = await anAssetRow(office, office.contributor, pdfRow);
    const asked = focusAsset(office.contributor, { assetId: document.assetId, version: 1, x: 0, y: 0 });
    expect(await codeOf(asked)).toBe('not_allowed');
  });
});

test('the same bytes of another upload are named beside it, as far as this person may see them', async () => {
  const one = await anAssetRow(office, office.contributor);
  const other = await anAssetRow(office, office.colleague, { hash: one.hash });
  const { agencyId } = await anAgency(office.portalId);
  const foreign = await anAssetRow({ ...office, agencyId }, stranger, { hash: one.hash });
  const twins = async (actor: Actor) => (await assetPage(actor, one.assetId)).twins.map(({ assetId }) => assetId);
  expect(await twins(office.contributor)).toEqual([other.assetId]);
  expect(await twins(office.editor)).toEqual([foreign.assetId, other.assetId]);
});

describe('where it is used', () => {
  test('follows the words as they are typed: cover, text and gallery', async () => {
    const [cover, inText, inGallery] = [
      await anAssetRow(office, office.contributor),
      await anAssetRow(office, office.contributor),
      await anAssetRow(office, office.contributor),
    ];
    const body = {
      type: 'doc' as const,
      content: [figureOf(inText), { type: 'gallery' as const, content: [figureOf(inGallery), figureOf(inText)] }],
    };
    const { editionId } = await aDraft(office, { words: { cover: coverOf(cover), body } });
    const named = async () =>
      (await database().select().from(editionAssets).where(eq(editionAssets.editionId, editionId)))
        .map(({ assetId }) => assetId)
        .toSorted();
    expect(await named()).toEqual([cover, inText, inGallery].map(({ assetId }) => assetId).toSorted());
    await type(office.contributor, editionId, readyWords(office, { cover: coverOf(inText) }));
    expect(await named()).toEqual([inText.assetId]);
    expect((await assetPage(office.contributor, inText.assetId)).useList).toMatchObject([{ stateLabel: 'Draf' }]);
    expect((await assetPage(office.contributor, cover.assetId)).useList).toEqual([]);
  });

  test('articles of others are counted, not named', async () => {
    const { assetId, hash } = await anAssetRow(office, office.contributor, { sharedAt: now() });
    await aDraft(office, { words: { title: 'Rahasia dapur', cover: coverOf({ assetId, hash }) } });
    expect(await assetPage(stranger, assetId)).toMatchObject({ useList: [], hiddenUses: 1 });
    expect(await assetPage(office.colleague, assetId)).toMatchObject({
      useList: [{ title: 'Rahasia dapur' }],
      hiddenUses: 0,
    });
  });

  test('a discarded draft is no use of it, and purging leaves what the library keeps', async () => {
    const kept = await anAssetRow(office, office.contributor);
    const left = await anAssetRow(office, office.contributor);
    await describeAsset(office.contributor, facts(kept.assetId));
    const draft = await aDraft(office, {
      words: { cover: coverOf(kept), body: { type: 'doc', content: [figureOf(left)] } },
    });
    await discard(office.contributor, draft);
    expect((await assetPage(office.contributor, kept.assetId)).uses).toBe(0);
    await database()
      .update(editions)
      .set({ body: emptyDocument(), cover: null })
      .where(eq(editions.id, draft.editionId));
    await database().delete(renditions).where(eq(renditions.assetId, left.assetId));
    await purgePhoto(kept.assetId);
    await purgePhoto(left.assetId);
    expect(await found(office.contributor, {})).toContain(kept.assetId);
    expect(await found(office.contributor, {})).not.toContain(left.assetId);
  });
});
