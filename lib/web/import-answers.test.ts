import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Actor } from '#lib/accounts/actor.ts';
import type { AgencyId } from '#lib/ids.ts';
import { uploadLimits } from '#lib/media/table.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anActor, anAgency, aPortal } from '#lib/testing/people.ts';
import { testMediaFolders } from '#lib/testing/photos.ts';
import { aWordFile } from '#lib/testing/word-files.ts';
import { takeImport } from './import-answers.ts';
import { answerRequest } from './request-answer.ts';

testDatabase();
testMediaFolders();

const origin = 'https://warta.example.go.id';
const file = aWordFile([
  { text: 'Judul naskah' },
  { text: 'Paragraf pertama yang cukup panjang.' },
  { text: 'Paragraf kedua.' },
]);

let agencyId: AgencyId;
let contributor: Actor;
let stranger: Actor;
beforeAll(async () => {
  const portalId = await aPortal();
  agencyId = await anAgency(portalId);
  contributor = await anActor('contributor', portalId, agencyId);
  stranger = await anActor('contributor', portalId, await anAgency(portalId));
});

function post(bytes: Uint8Array, headers: Record<string, string> = {}): Request {
  return new Request(`${origin}/redaksi/impor?opd=${agencyId}`, {
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: {
      host: 'warta.example.go.id',
      origin,
      'content-length': String(bytes.length),
      'x-nama-berkas': encodeURIComponent('Rilis – puskesmas.docx'),
      ...headers,
    },
  });
}

const send = (request: Request, actor: Actor | null = contributor) =>
  answerRequest(request, {}, async () => actor, takeImport, { maxBytes: uploadLimits.bytes * 2 });

const refused = z.object({ code: z.string(), issues: z.array(z.object({ code: z.string(), text: z.string() })) });

test('a document becomes a draft, and the answer leads to its report', async () => {
  const answer = await send(post(file));
  expect(answer.status).toBe(201);
  expect(await answer.json()).toEqual({ goTo: expect.stringMatching(/^\/redaksi\/naskah\/[0-9a-f-]{36}\/impor$/) });
});

test('what is no document is refused in words', async () => {
  const answer = await send(post(Buffer.from('bukan dokumen')));
  expect(answer.status).toBe(422);
  expect(refused.parse(await answer.json()).issues).toMatchObject([{ code: 'unknown_kind' }]);
});

test('foreign pages, strangers and the signed-out get nowhere', async () => {
  expect((await send(post(file, { origin: 'https://jauh.example' }))).status).toBe(403);
  expect((await send(post(file), null)).status).toBe(401);
  expect((await send(post(file), stranger)).status).toBe(404);
});

test('a length that lies, or is too large, is refused', async () => {
  expect((await send(post(file, { 'content-length': String(file.length + 5) }))).status).toBe(422);
  expect((await send(post(file, { 'content-length': String(uploadLimits.bytes + 1) }))).status).toBe(422);
  expect((await send(post(file, { 'content-length': String(uploadLimits.bytes * 3) }))).status).toBe(413);
});

test('one document of a person is read at a time', async () => {
  const statuses = (await Promise.all([send(post(file)), send(post(file))])).map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([201, 503]);
});
