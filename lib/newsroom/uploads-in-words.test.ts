import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { documentsOf, figuresOf } from '#lib/richtext/document.ts';
import { anAssetRow, cardOf, figureOf, pdfRow } from '#lib/testing/asset-rows.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aDraft, anOffice, editionRow, readyWords } from '#lib/testing/newsroom.ts';
import { issueCodes } from '#lib/testing/refusals.ts';
import type { Words } from './article-input.ts';
import { saveWords } from './drafting.ts';

testDatabase();

/** A draft and its only office, and a way to save changed words into it. */
async function anOpenDraft() {
  const office = await anOffice();
  const { editionId, version } = await aDraft(office);
  const save = (changes: Partial<Words>) =>
    saveWords(office.contributor, {
      editionId,
      baseVersion: version,
      saveId: randomUUID(),
      words: readyWords(office, changes),
    });
  return { office, editionId, save };
}

test('photos of galleries, documents of the text and attachments are kept under their true hash', async () => {
  const { office, editionId, save } = await anOpenDraft();
  const [first, second] = [await anAssetRow(office, office.contributor), await anAssetRow(office, office.contributor)];
  const document = await anAssetRow(office, office.contributor, pdfRow);
  const lie = '0'.repeat(64);
  await save({
    body: {
      type: 'doc',
      content: [
        { type: 'gallery', content: [figureOf({ ...first, hash: lie }), figureOf({ ...second, hash: lie })] },
        cardOf({ ...document, hash: lie }),
      ],
    },
    attachments: [{ assetId: document.assetId, assetHash: lie, title: 'Surat' }],
  });
  const { body, attachments } = await editionRow(editionId);
  expect(figuresOf(body).map((figure) => figure.assetHash)).toEqual([first.hash, second.hash]);
  expect(documentsOf(body).map((card) => card.assetHash)).toEqual([document.hash]);
  expect(attachments.map((attachment) => attachment.assetHash)).toEqual([document.hash]);
});

test('nothing of another portal, and no photo and document in each other’s place', async () => {
  const { office, save } = await anOpenDraft();
  const elsewhere = await anOffice();
  const foreign = {
    photo: await anAssetRow(elsewhere, elsewhere.contributor),
    document: await anAssetRow(elsewhere, elsewhere.contributor, pdfRow),
  };
  const photo = await anAssetRow(office, office.contributor);
  const document = await anAssetRow(office, office.contributor, pdfRow);
  const attempt = (...content: Words['body']['content']) => issueCodes(save({ body: { type: 'doc', content } }));
  expect(await attempt({ type: 'gallery', content: [figureOf(photo), figureOf(foreign.photo)] })).toEqual([
    'photo_foreign',
  ]);
  expect(await attempt(cardOf(foreign.document))).toEqual(['document_foreign']);
  expect(await attempt(cardOf(photo))).toEqual(['document_foreign']);
  expect(await attempt(figureOf(document))).toEqual(['photo_foreign']);
  expect(
    await issueCodes(
      save({ attachments: [{ assetId: foreign.document.assetId, assetHash: '1'.repeat(64), title: 'x' }] }),
    ),
  ).toEqual(['document_foreign']);
});
