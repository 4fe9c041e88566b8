import { and, desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { assets, revisions } from '#db/schema/index.ts';
import type { AssetId, EditionId } from '#lib/ids.ts';
import { emptyDocument } from '#lib/richtext/document.ts';
import { anAssetRow, cardOf, coverOf, figureOf, pdfRow } from '#lib/testing/asset-rows.ts';
import { testDatabase } from '#lib/testing/database.ts';
import {
  aDraft,
  anOffice,
  aPublishedArticle,
  editionRow,
  type Office,
  readyWords,
  type,
} from '#lib/testing/newsroom.ts';
import type { Words } from './article-input.ts';
import { editionForActor } from './edition-view.ts';
import { countIn, lists } from './listing.ts';
import { previewOf } from './preview.ts';
import { articlePage } from './public-article.ts';
import { approve, claim, confirm, publishNow, submit } from './publishing.ts';

testDatabase();

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});

const banner = { kind: 'banner', details: { bannerUntil: '2030-01-01T00:00:00+08:00' } } as const;
const fast = { fastLaneReason: 'disaster', reason: 'Banjir menutup jalan utama.' } as const;

/** Words as of an article that is half done: photos nobody described, uploads that are not ready. */
async function halfDone() {
  const photo = await anAssetRow(office, office.contributor);
  const unfinished = await anAssetRow(office, office.contributor, { state: 'processing' });
  const letter = await anAssetRow(office, office.contributor, { ...pdfRow });
  const body: Words['body'] = {
    type: 'doc',
    content: [{ type: 'figure', attrs: { ...figureOf(photo).attrs, alt: '' } }, cardOf(letter)],
  };
  const cover = coverOf(unfinished, { credit: '', alt: '' });
  const attachments = [{ assetId: letter.assetId, assetHash: letter.hash, title: '' }];
  const words = { title: 'Jalan utama ditutup banjir', body, cover, attachments };
  return { words, uploads: [photo.assetId, unfinished.assetId, letter.assetId] };
}

async function publicOnes(ids: readonly AssetId[]): Promise<AssetId[]> {
  const found: AssetId[] = [];
  for (const id of ids) {
    const [row] = await database().select().from(assets).where(eq(assets.id, id));
    if (row?.publicSince) found.push(id);
  }
  return found;
}

async function wordsKept(editionId: EditionId, reason: 'typing' | 'transition'): Promise<Words | undefined> {
  const [row] = await database()
    .select({ words: revisions.words })
    .from(revisions)
    .where(and(eq(revisions.editionId, editionId), eq(revisions.reason, reason)))
    .orderBy(desc(revisions.id))
    .limit(1);
  return row?.words;
}

describe('an article half done that becomes a banner', () => {
  test('keeps all that was written while it is a draft, and none of it stands in the way', async () => {
    const { words } = await halfDone();
    const draft = await aDraft(office, { words });
    const codes = async () =>
      (await editionForActor(office.contributor, draft.articleId)).readiness.blocking.map(({ code }) => code);
    expect(await codes()).toEqual(['alt_missing', 'alt_missing', 'credit_missing', 'attachment_title_missing']);
    await type(office.contributor, draft.editionId, readyWords(office, { ...words, ...banner }));
    expect(await codes()).toEqual([]);
    expect(await editionRow(draft.editionId)).toMatchObject(words);
    // A slip: back to what it was, everything is there.
    await type(office.contributor, draft.editionId, readyWords(office, words));
    expect((await codes()).length).toBe(4);
  });

  test('is previewed and published as its title alone; nothing else becomes public, and the history has it', async () => {
    const { words, uploads } = await halfDone();
    const draft = await aDraft(office, { words });
    const version = await type(office.contributor, draft.editionId, readyWords(office, { ...words, ...banner }));
    const { article } = await previewOf(office.editor, draft.articleId);
    expect(article).toMatchObject({ lead: '', cover: null, attachments: [], photos: {}, documents: {} });
    expect(await publishNow(office.editor, { editionId: draft.editionId, version, ...fast })).toMatchObject({
      state: 'published',
    });
    const nothing = { lead: '', body: emptyDocument(), cover: null, attachments: [], sectionId: null };
    expect(await editionRow(draft.editionId)).toMatchObject({ ...nothing, ...banner });
    expect(await publicOnes(uploads)).toEqual([]);
    expect(await countIn(office.portalId, lists.documents, 10)).toBe(0);
    expect(await wordsKept(draft.editionId, 'typing')).toMatchObject({ ...words, kind: 'banner' });
    expect(await wordsKept(draft.editionId, 'transition')).toMatchObject({ cover: null, attachments: [] });
  });

  test('in the hands of an editor is signed as readers get it, and asks for a second signature on that', async () => {
    const { words, uploads } = await halfDone();
    const whole = { title: words.title };
    const draft = await aDraft(office, { words: whole });
    const claimed = await claim(office.editor, await submit(office.contributor, draft));
    const version = await type(office.editor, claimed.editionId, readyWords(office, { ...words, ...banner }));
    const approved = await approve(office.editor, { editionId: claimed.editionId, version, outcome: 'publish' });
    expect(approved.state).toBe('approved');
    const published = await confirm(office.contributor, approved);
    expect(published.state).toBe('published');
    expect(await editionRow(claimed.editionId)).toMatchObject({ lead: '', cover: null, attachments: [] });
    expect(await publicOnes(uploads)).toEqual([]);
  });
});

describe('other kinds', () => {
  test('a release that becomes news leaves its contact behind and keeps its embargo', async () => {
    const embargoUntil = '2020-01-14T10:00:00+08:00';
    const details = { contactName: 'Ani', contactPhone: '0812', embargoUntil };
    const { slug } = await aPublishedArticle(office, { words: { kind: 'news', details } });
    const page = await articlePage(office.portalId, slug);
    expect([page?.kind, page?.details]).toEqual(['news', { embargoUntil }]);
  });

  test('news that becomes a lasting page takes neither section nor place and day along', async () => {
    const words = { kind: 'page', details: { pageRole: 'about' }, eventDate: '2026-01-14' } as const;
    const { slug } = await aPublishedArticle(office, { words });
    const page = await articlePage(office.portalId, slug);
    expect(page).toMatchObject({ kind: 'page', section: null, datelinePlace: '', eventDate: null });
  });

  test.each([
    { kind: 'page', details: { pageRole: 'other' } },
    { kind: 'agenda_event', details: { startsAt: '2030-01-14T10:00:00+08:00', venue: 'Aula' } },
    { kind: 'infographic', details: { textAlternative: 'Air naik dua meter.' } },
    { kind: 'speech', details: { speaker: 'Gubernur' } },
  ] as const)('a text, a cover and attachments belong to a $kind, and stay', async (kind) => {
    const cover = coverOf(await anAssetRow(office, office.contributor));
    const letter = await anAssetRow(office, office.contributor, { ...pdfRow });
    const attachments = [{ assetId: letter.assetId, assetHash: letter.hash, title: 'Surat' }];
    const { slug } = await aPublishedArticle(office, { words: { ...kind, cover, attachments } });
    const page = await articlePage(office.portalId, slug);
    expect(page).toMatchObject({ ...kind, attachments: [{ title: 'Surat' }], cover: { withdrawn: false } });
    expect(page?.body.content).toHaveLength(1);
  });
});
