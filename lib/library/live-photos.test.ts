import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { assets, portals } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { domainErrorCode } from '#lib/errors.ts';
import { photosFor } from '#lib/media/reads.ts';
import { articlePage } from '#lib/newsroom/public-article.ts';
import { startEdition, submit } from '#lib/newsroom/publishing.ts';
import { figuresOf } from '#lib/richtext/document.ts';
import { anAssetRow, coverOf, figureOf } from '#lib/testing/asset-rows.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anAgency,
  anOffice,
  aPerson,
  aPublishedArticle,
  editionRow,
  type Office,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import { issueCodes } from '#lib/testing/refusals.ts';
import { assetPage } from './asset-page.ts';
import { describeAsset } from './describe.ts';
import { libraryInputs } from './facts-input.ts';
import { prepareReplacement } from './replacement.ts';
import { restoreAsset, withdrawAsset } from './withdrawal.ts';

testDatabase();

const codeOf = (work: Promise<unknown>) => work.then(() => 'fine', domainErrorCode);
const reason = 'Wajah anak terlihat jelas.';
const generationOf = async ({ portalId }: Office) =>
  (await database().select().from(portals).where(eq(portals.id, portalId)))[0]?.generation ?? 0;

const body = (...figures: ReturnType<typeof figureOf>[]) => ({ type: 'doc' as const, content: figures });
const paragraph = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Isi berita.' }] };

test('an editor withdraws a photo: readers see an empty place at once, and a managing editor gives it back', async () => {
  const office = await anOffice();
  const photo = await anAssetRow(office, office.contributor);
  const { slug } = await aPublishedArticle(office, { words: { cover: coverOf(photo) } });
  const cover = async () => (await articlePage(office.portalId, slug))?.cover?.withdrawn;
  expect(await cover()).toBe(false);
  const { assetId } = photo;
  expect(await codeOf(withdrawAsset(office.contributor, { assetId, version: 1, reason }))).toBe('not_allowed');
  const before = await generationOf(office);
  await withdrawAsset(office.editor, { assetId, version: 1, reason });
  expect(await cover()).toBe(true);
  expect(await generationOf(office)).toBeGreaterThan(before);
  expect(await assetPage(office.contributor, assetId)).toMatchObject({ state: 'withdrawn', withdrawn: { reason } });
  expect(await codeOf(withdrawAsset(office.editor, { assetId, version: 2, reason }))).toBe('conflict');
  expect(await codeOf(restoreAsset(office.editor, { assetId, version: 2, reason }))).toBe('not_allowed');
  await restoreAsset(office.managingEditor, { assetId, version: 2, reason });
  expect(await cover()).toBe(false);
  expect(await codeOf(restoreAsset(office.managingEditor, { assetId, version: 3, reason }))).toBe('conflict');
});

test('another photo in the place of one prepares a minor edition of each live article', async () => {
  const office = await anOffice();
  const old = await anAssetRow(office, office.contributor);
  const by = await anAssetRow(office, office.contributor, {
    alt: 'Kapal baru.',
    caption: 'Kapal baru tiba.',
    credit: 'Wulan',
    origin: 'illustration',
    focalX: 0.1,
  });
  const one = await aPublishedArticle(office, { words: { title: 'Feri beroperasi', cover: coverOf(old) } });
  const two = await aPublishedArticle(office, {
    words: { title: 'Dermaga diperbaiki', body: { type: 'doc', content: [paragraph, figureOf(old)] } },
  });
  const busy = await aPublishedArticle(office, { words: { title: 'Jalan dibuka', cover: coverOf(old) } });
  await startEdition(office.contributor, { ...busy, changeType: 'minor', publicNote: '' });

  const result = await prepareReplacement(office.editor, { assetId: old.assetId, byAssetId: by.assetId });
  expect(result.prepared.map(({ title }) => title).toSorted()).toEqual(['Dermaga diperbaiki', 'Feri beroperasi']);
  expect(result.skipped).toMatchObject([{ title: 'Jalan dibuka' }]);
  expect(result.skipped[0]?.reason).toContain('sudah punya edisi');

  // Readers still see what was signed; the drafts have the other photo and wait for signatures.
  const cover = (await articlePage(office.portalId, one.slug))?.cover;
  expect(cover).toMatchObject({ withdrawn: false, credit: 'Humas', origin: 'photo' });
  const drafts = await database().query.editions.findMany({
    where: (edition, { eq: is }) => is(edition.state, 'draft'),
  });
  const draftOf = (articleId: string) => drafts.find((draft) => draft.articleId === articleId && draft.number === 2);
  expect(draftOf(one.articleId)).toMatchObject({
    changeType: 'minor',
    cover: {
      assetId: by.assetId,
      assetHash: by.hash,
      alt: 'Kapal baru.',
      credit: 'Wulan',
      origin: 'illustration',
      focal: { x: 0.1, y: 0.5 },
    },
  });
  const second = draftOf(two.articleId);
  expect(second === undefined ? [] : figuresOf(second.body)).toMatchObject([
    { assetId: by.assetId, caption: 'Kapal baru tiba.', origin: 'illustration' },
  ]);
  // Nobody's second attempt makes a second draft.
  const again = await prepareReplacement(office.editor, { assetId: old.assetId, byAssetId: by.assetId });
  expect(again.prepared).toEqual([]);
  expect(again.skipped).toHaveLength(3);
});

test('a photo that is not ready to stand in an article replaces nothing', async () => {
  const office = await anOffice();
  const old = await anAssetRow(office, office.contributor);
  const described = { alt: 'Kapal.', credit: 'Wulan' };
  const attempt = async (changes: Parameters<typeof anAssetRow>[2]) => {
    const by = await anAssetRow(office, office.contributor, changes);
    return issueCodes(prepareReplacement(office.contributor, { assetId: old.assetId, byAssetId: by.assetId }));
  };
  expect(await attempt({})).toEqual(['photo_undescribed']);
  expect(await attempt({ ...described, withdrawnAt: now() })).toEqual(['photo_unusable']);
  expect(await attempt({ ...described, rightsUntil: '2020-01-01' })).toEqual(['rights_expired']);
  const same = prepareReplacement(office.contributor, { assetId: old.assetId, byAssetId: old.assetId });
  expect(await issueCodes(same)).toEqual(['same_photo']);
  const elsewhere = await anOffice();
  const foreign = await anAssetRow(elsewhere, elsewhere.contributor, described);
  expect(
    await codeOf(prepareReplacement(office.contributor, { assetId: old.assetId, byAssetId: foreign.assetId })),
  ).toBe('not_found');
  const good = await anAssetRow(office, office.contributor, described);
  expect(await codeOf(prepareReplacement(office.leader, { assetId: old.assetId, byAssetId: good.assetId }))).toBe(
    'not_allowed',
  );
});

test('a shared photo may stand in another agency’s article, one that is not shared may not', async () => {
  const office = await anOffice();
  const { agencyId } = await anAgency(office.portalId);
  const guest = await aPerson({ name: 'Tono', role: 'contributor', portalId: office.portalId, agencyId });
  const own = await anAssetRow(office, office.contributor);
  const shared = await anAssetRow(office, office.contributor, { sharedAt: now() });
  const { editionId } = await aDraft({ ...office, agencyId }, { by: guest });
  const attempt = (photo: typeof own) =>
    issueCodes(type(guest, editionId, readyWords(office, { cover: coverOf(photo) })));
  expect(await attempt(own)).toEqual(['photo_foreign']);
  await type(guest, editionId, readyWords(office, { cover: coverOf(shared) }));
  expect((await editionRow(editionId)).cover?.assetHash).toBe(shared.hash);
});

test('what a picture is comes from the library, whatever was sent, and is signed', async () => {
  const office = await anOffice();
  const photo = await anAssetRow(office, office.contributor);
  const made = await anAssetRow(office, office.contributor, { origin: 'ai_made' });
  const lie = figureOf(photo);
  const { slug, editionId } = await aPublishedArticle(office, {
    words: {
      cover: coverOf(made),
      body: body({ ...lie, attrs: { ...lie.attrs, origin: 'illustration' } }, figureOf(made)),
    },
  });
  const row = await editionRow(editionId);
  expect(row.cover?.origin).toBe('ai_made');
  expect(figuresOf(row.body).map(({ origin }) => origin)).toEqual(['photo', 'ai_made']);
  const page = await articlePage(office.portalId, slug);
  expect(page?.cover).toMatchObject({ origin: 'ai_made' });
  // A label changed afterwards changes nothing that was signed.
  await describeAsset(
    office.contributor,
    libraryInputs.describe.parse({ ...plainFacts, assetId: made.assetId, version: 1 }),
  );
  expect((await articlePage(office.portalId, slug))?.cover).toMatchObject({ origin: 'ai_made' });
});

const plainFacts = { caption: '', alt: '', credit: '', terms: '', takenOn: '', takenAt: '', rightsUntil: '' };

test('a label set after the last typing is signed with the words', async () => {
  const office = await anOffice();
  const photo = await anAssetRow(office, office.contributor);
  const draft = await aDraft(office, { words: { cover: coverOf(photo) } });
  expect((await editionRow(draft.editionId)).cover).not.toHaveProperty('origin');
  await database().update(assets).set({ origin: 'ai_made' }).where(eq(assets.id, photo.assetId));
  await submit(office.contributor, draft);
  expect((await editionRow(draft.editionId)).cover?.origin).toBe('ai_made');
  expect((await photosFor(database(), [photo.assetId])).get(photo.assetId)?.origin).toBe('ai_made');
});
