import { Readable } from 'node:stream';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '#lib/accounts/actor.ts';
import type { ArticleId } from '#lib/ids.ts';
import { ingestPhoto } from '#lib/media/ingest.ts';
import { makeRenditions } from '#lib/media/renditions.ts';
import { approve, claim } from '#lib/newsroom/publishing.ts';
import { embargoView, letInAccount, revokePass } from '#lib/press/embargo-passes.ts';
import { embargoPageForActor } from '#lib/press/embargo-reading.ts';
import { coverOf } from '#lib/testing/asset-rows.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anArticleInEditing, anOffice, type Office } from '#lib/testing/newsroom.ts';
import { aPhoto, testMediaFolders } from '#lib/testing/photos.ts';
import { embargoPicture } from './embargo-answers.ts';
import { answerRequest } from './request-answer.ts';

testDatabase();
testMediaFolders();

let office: Office;
let reader: Actor;
let key: string;
let cover: ReturnType<typeof coverOf>;
beforeAll(async () => {
  office = await anOffice();
  reader = office.admin;
  const jpeg = await (await aPhoto(640, 400)).jpeg().toBuffer();
  const upload = { agencyId: office.agencyId, fileName: 'pelabuhan.jpg', declaredLength: jpeg.length };
  const { assetId, hash } = await ingestPhoto(office.contributor, { ...upload, body: Readable.from([jpeg]) });
  await makeRenditions(assetId);
  cover = coverOf({ assetId, hash });
  const { articleId } = await anEmbargoedArticle();
  const { preview } = await reading(articleId);
  key = /r\/[0-9a-f]{2}\/[\w.-]+/.exec(JSON.stringify(preview.article.cover))?.[0] ?? '';
});

async function anEmbargoedArticle() {
  const embargoUntil = new Date(Date.now() + 3_600_000).toISOString();
  const editing = await anArticleInEditing(office, { words: { cover, details: { embargoUntil } } });
  return { ...editing, ...(await approve(office.editor, { ...editing, outcome: 'wait' })) };
}

/** Lets the reader in, who opens the page. */
async function reading(articleId: ArticleId) {
  await letInAccount(office.editor, { articleId, userId: reader.userId });
  const page = await embargoPageForActor(reader, articleId, { device: 'Chrome di Android' });
  if (page.kind !== 'open') throw new Error('The page is not open.');
  return page;
}

/** The request as the route sends it on. */
const ask = (articleId: ArticleId, actor: Actor | null, path = key) =>
  answerRequest(
    new Request(`https://warta.example.go.id/redaksi/naskah/${articleId}/embargo/media/${path}`),
    { articleId, key: path.split('/') },
    async () => actor,
    (who, _request, params) => embargoPicture(who, params),
  );

test('a picture under embargo goes to whoever was let in, is kept by nobody, and each reading of its page is marked', async () => {
  const { articleId } = await anEmbargoedArticle();
  const page = await reading(articleId);
  const { passes } = await embargoView(office.editor, articleId);
  expect(passes.map(({ readings }) => readings)).toMatchObject([
    [{ mark: page.reader.mark, device: 'Chrome di Android' }],
  ]);

  const answer = await ask(articleId, reader);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toContain('no-store');
  expect(answer.headers.get('content-type')).toMatch(/^image\//);
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect((await answer.arrayBuffer()).byteLength).toBe(Number(answer.headers.get('content-length')));
});

test('it is there for nobody else, nor without the embargoed article around it', async () => {
  const { articleId, ...approved } = await anEmbargoedArticle();
  const unread = await anEmbargoedArticle();
  expect((await ask(articleId, reader)).status).toBe(404);
  await reading(articleId);
  const statuses = [];
  for (const actor of [null, (await anOffice()).editor, office.auditor]) {
    statuses.push((await ask(articleId, actor)).status);
  }
  expect(statuses).toEqual([401, 404, 404]);
  expect((await ask(unread.articleId, reader)).status).toBe(404);
  for (const path of ['../../etc/passwd', 'r/aa/lain.webp', key.replace('r/', 'o/')]) {
    expect((await ask(articleId, reader, path)).status).toBe(404);
  }
  const answer = await embargoPicture(reader, { articleId, key: key.split('/') });
  expect(answer.status).toBe(200);

  // The desk changes the words: they are signed no more.
  const taken = await claim(office.otherEditor, approved);
  expect((await ask(articleId, reader)).status).toBe(404);
  await approve(office.otherEditor, { ...taken, outcome: 'wait' });
  expect((await ask(articleId, reader)).status).toBe(200);

  const [pass] = (await embargoView(office.editor, articleId)).passes;
  if (pass === undefined) throw new Error('There is no pass.');
  await revokePass(office.editor, { passId: pass.id });
  expect((await ask(articleId, reader)).status).toBe(404);
});
