import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Actor } from '#lib/accounts/actor.ts';
import { type AgencyId, assetId } from '#lib/ids.ts';
import { makeRenditions } from '#lib/media/renditions.ts';
import { uploadLimits } from '#lib/media/table.ts';
import { takeUploadTurn } from '#lib/media/upload-turns.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aPdf } from '#lib/testing/pdfs.ts';
import { anActor, anAgency, aPortal } from '#lib/testing/people.ts';
import { aPhoto, svgWithScript, testMediaFolders } from '#lib/testing/photos.ts';
import { answerRequest } from './request-answer.ts';
import { newsroomFile, takeUpload, uploadStatus } from './upload-answers.ts';

testDatabase();
testMediaFolders();

const origin = 'https://warta.example.go.id';

let agencyId: AgencyId;
let contributor: Actor;
let stranger: Actor;
beforeAll(async () => {
  const portalId = await aPortal();
  agencyId = await anAgency(portalId);
  contributor = await anActor('contributor', portalId, agencyId);
  stranger = await anActor('contributor', portalId, await anAgency(portalId));
});

function post(bytes: Buffer, headers: Record<string, string> = {}, query = `?opd=${agencyId}`): Request {
  return new Request(`${origin}/redaksi/unggah${query}`, {
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: {
      host: 'warta.example.go.id',
      origin,
      'content-length': String(bytes.length),
      'x-nama-berkas': encodeURIComponent('Rapat – Samarinda.jpg'),
      ...headers,
    },
  });
}

const send = (request: Request, actor: Actor | null = contributor) =>
  answerRequest(request, {}, async () => actor, takeUpload, { maxBytes: uploadLimits.bytes * 2 });

const view = z.object({
  assetId,
  assetHash: z.string(),
  fileName: z.string(),
  state: z.string(),
  source: z.string().nullable(),
});
const documentAnswer = z.strictObject({
  kind: z.literal('document'),
  assetId,
  assetHash: z.string(),
  fileName: z.string(),
  bytes: z.number(),
  state: z.string(),
  source: z.string(),
  version: z.number(),
});
const refusal = z.object({ code: z.string(), issues: z.array(z.object({ code: z.string() })) });

const get = <T>(actor: Actor, answer: (actor: Actor) => Promise<T>, respond: (value: T) => Response) =>
  answerRequest(
    new Request(`${origin}/redaksi/media`),
    {},
    async () => actor,
    async (who) => respond(await answer(who)),
  );
const status = (actor: Actor, id: string) =>
  get(
    actor,
    (who) => uploadStatus(who, { assetId: id }),
    (response) => response,
  );
const picture = (actor: Actor, path: string) =>
  get(
    actor,
    (who) => newsroomFile(who, { key: path.replace('/redaksi/media/', '').split('/') }),
    (response) => response,
  );

test('a photo goes up, its state is told, and its picture is served to who may see it', async () => {
  const bytes = await (await aPhoto(900, 500)).jpeg().toBuffer();
  const taken = await send(post(bytes));
  expect(taken.status).toBe(201);
  const photo = view.parse(await taken.json());
  expect(photo).toMatchObject({
    state: 'processing',
    fileName: 'Rapat – Samarinda.jpg',
    assetHash: createHash('sha256').update(bytes).digest('hex'),
    source: null,
  });

  await makeRenditions(photo.assetId);
  const ready = view.parse(await (await status(contributor, photo.assetId)).json());
  expect(ready.state).toBe('ready');
  expect((await status(stranger, photo.assetId)).status).toBe(404);

  const shown = await picture(contributor, ready.source ?? '');
  expect(shown.status).toBe(200);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/webp',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'cache-control': 'no-store',
  });
  const served = Buffer.from(await shown.arrayBuffer());
  expect(served.subarray(8, 12).toString()).toBe('WEBP');
  expect(served.equals(bytes)).toBe(false);
  expect((await picture(stranger, ready.source ?? '')).status).toBe(404);
});

test('a PDF goes up by the same door and comes back only as a download', async () => {
  const bytes = aPdf();
  const taken = await send(post(bytes, { 'x-nama-berkas': encodeURIComponent('Surat "Edaran" – März.pdf') }));
  expect(taken.status).toBe(201);
  const document = documentAnswer.parse(await taken.json());
  expect(document).toMatchObject({ state: 'ready', bytes: bytes.length });
  expect(documentAnswer.parse(await (await status(contributor, document.assetId)).json())).toEqual(document);
  expect((await status(stranger, document.assetId)).status).toBe(404);

  const shown = await picture(contributor, document.source);
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(bytes.length),
    'content-disposition': `attachment; filename="Surat _Edaran_ _ M_rz.pdf"; filename*=UTF-8''Surat%20%22Edaran%22%20%E2%80%93%20M%C3%A4rz.pdf`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  });
  expect(Buffer.from(await shown.arrayBuffer()).equals(bytes)).toBe(true);
  expect((await picture(stranger, document.source)).status).toBe(404);
});

describe('what is refused says why', () => {
  const png = Buffer.from(svgWithScript);
  const cases: [string, () => Request, number, string][] = [
    ['an SVG named as PNG', () => post(png, { 'x-nama-berkas': 'a.png' }), 422, 'photo_svg'],
    ['a PDF with a script', () => post(aPdf({ catalog: '/JS (x)' })), 422, 'pdf_active'],
    ['no body', () => post(Buffer.alloc(0)), 422, 'photo_empty'],
    ['a body shorter than announced', () => post(png, { 'content-length': '5000' }), 422, 'photo_incomplete'],
    [
      'more than the limit',
      () => post(png, { 'content-length': String(uploadLimits.bytes + 1) }),
      422,
      'photo_too_large',
    ],
    ['a length in words', () => post(png, { 'content-length': 'banyak' }), 422, 'invalid_format'],
    ['no agency', () => post(png, {}, ''), 422, 'invalid_format'],
    ['an agency that is no id', () => post(png, {}, "?opd=' or 1=1"), 422, 'invalid_format'],
  ];
  test.each(cases)('%s', async (_, request, code, issue) => {
    const response = await send(request());
    expect(response.status).toBe(code);
    const { issues } = refusal.parse(await response.json());
    expect(issues.map((each) => each.code)).toContain(issue);
  });

  test('another origin, nobody, and a stranger', async () => {
    const bytes = await (await aPhoto(60, 50)).jpeg().toBuffer();
    expect((await send(post(bytes, { origin: 'https://jahat.example' }))).status).toBe(403);
    expect((await send(post(bytes), null)).status).toBe(401);
    expect((await send(post(bytes), stranger)).status).toBe(403);
  });

  test.each(['bukan-id', '00000000-0000-7000-8000-000000000000'])('the state of %s is not there', async (id) => {
    expect((await status(contributor, id)).status).toBe(404);
  });

  test.each(['../../../etc/passwd', 'r/aa/x.webp', `o/aa/${'aa'.repeat(32)}.jpg`])('%s is not there', async (path) => {
    expect((await picture(contributor, path)).status).toBe(404);
  });
});

test('too many uploads of one person at once are asked to come again', async () => {
  const turns = Array.from({ length: uploadLimits.atOncePerPerson }, () => takeUploadTurn(contributor.userId));
  expect(turns.every((turn) => turn !== null)).toBe(true);
  const bytes = await (await aPhoto(70, 50)).jpeg().toBuffer();
  const busy = await send(post(bytes));
  expect(busy.status).toBe(503);
  expect(busy.headers.get('retry-after')).toBe('5');
  for (const end of turns) {
    end?.();
    end?.();
  }
  expect((await send(post(bytes))).status).toBe(201);
});
