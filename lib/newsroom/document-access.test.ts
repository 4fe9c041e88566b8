import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { isPublicDocument } from '#lib/media/documents.ts';
import { ingestDocument } from '#lib/media/ingest.ts';
import { documentKey } from '#lib/media/storage.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, aPublishedArticle, type Office, readyWords, type } from '#lib/testing/newsroom.ts';
import { aPdf } from '#lib/testing/pdfs.ts';
import { testMediaFolders } from '#lib/testing/photos.ts';
import type { Words } from './article-input.ts';
import { reopenDocument } from './document-access.ts';
import { articlePage } from './public-article.ts';
import { approve, claim, restore, retract, startEdition, submit } from './publishing.ts';

testDatabase();
testMediaFolders();

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});

type Attachment = Words['attachments'][number];

let documents = 0;
async function anAttachment(): Promise<Attachment> {
  documents += 1;
  const bytes = aPdf({ catalog: `/Lang (${documents})` });
  async function* body() {
    yield bytes;
  }
  const upload = { agencyId: office.agencyId, fileName: 'sk.pdf', declaredLength: bytes.length, body: body() };
  const { assetId, hash } = await ingestDocument(office.contributor, upload);
  return { assetId, assetHash: hash, title: 'Surat keputusan' };
}

const isOpen = ({ assetHash }: Attachment) => isPublicDocument(documentKey(assetHash));
const inCard = ({ assetId, assetHash, title }: Attachment): Words['body'] => ({
  type: 'doc',
  content: [{ type: 'documentCard', attrs: { assetId, assetHash, title } }],
});

async function jobsFor({ assetId }: Attachment): Promise<number> {
  const rows = await database().execute(sql`
    select 1 from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = 'reopen_document' and job.payload ->> 'assetId' = ${assetId}`);
  return rows.length;
}

test('documents beside and in the text are open from publication on, and no earlier', async () => {
  const beside = await anAttachment();
  const within = await anAttachment();
  expect([await isOpen(beside), await isOpen(within)]).toEqual([false, false]);
  const words = { attachments: [beside], body: inCard(within) };
  const { slug } = await aPublishedArticle(office, { words });
  expect([await isOpen(beside), await isOpen(within)]).toEqual([true, true]);
  const page = await articlePage(office.portalId, slug);
  expect(page?.attachments).toEqual([{ assetId: beside.assetId, title: 'Surat keputusan' }]);
  for (const { assetId, assetHash } of [beside, within]) {
    expect(page?.documents[assetId]).toMatchObject({ key: documentKey(assetHash), withdrawn: false });
  }
});

test('a retraction closes them at once, and restoring opens them again', async () => {
  const beside = await anAttachment();
  const within = await anAttachment();
  const article = await aPublishedArticle(office, { words: { attachments: [beside], body: inCard(within) } });
  const gone = await retract(office.editor, { ...article, reason: 'Memuat data pribadi.', hidesTitle: false });
  expect([await isOpen(beside), await isOpen(within)]).toEqual([false, false]);
  await reopenDocument(beside.assetId);
  expect(await isOpen(beside)).toBe(false);
  await restore(office.managingEditor, gone);
  expect([await isOpen(beside), await isOpen(within)]).toEqual([true, true]);
});

test('one that another live article brings too is opened again by the job', async () => {
  const shared = await anAttachment();
  const first = await aPublishedArticle(office, { words: { attachments: [shared] } });
  await aPublishedArticle(office, { words: { body: inCard(shared) } });
  await retract(office.editor, { ...first, reason: 'Keliru.', hidesTitle: false });
  expect(await isOpen(shared)).toBe(false);
  expect(await jobsFor(shared)).toBe(1);
  await reopenDocument(shared.assetId);
  expect(await isOpen(shared)).toBe(true);
});

test('an edition that leaves one out closes it, and keeps the others open', async () => {
  const [wrong, right, kept] = [await anAttachment(), await anAttachment(), await anAttachment()];
  const article = await aPublishedArticle(office, { words: { attachments: [wrong, kept] } });
  const note = 'Lampiran keliru diganti.';
  const next = await startEdition(office.contributor, { ...article, changeType: 'correction', publicNote: note });
  const words = readyWords(office, { attachments: [right, kept], publicNote: note });
  const version = await type(office.contributor, next.editionId, words);
  expect(await isOpen(wrong)).toBe(true);
  const claimed = await claim(office.editor, await submit(office.contributor, { editionId: next.editionId, version }));
  await approve(office.editor, { ...claimed, outcome: 'publish' });
  expect([await isOpen(wrong), await isOpen(right), await isOpen(kept)]).toEqual([false, true, true]);
  await reopenDocument(wrong.assetId);
  expect(await isOpen(wrong)).toBe(false);
});
