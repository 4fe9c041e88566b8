import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Actor } from '#lib/accounts/actor.ts';
import { config, useConfig } from '#lib/config.ts';
import { type AgencyId, assetId } from '#lib/ids.ts';
import { namesIn } from '#lib/media/disk-storage.ts';
import { resumableFolder } from '#lib/media/resumable-folder.ts';
import { sweepMedia } from '#lib/media/sweep.ts';
import { resumableLimits, uploadLimits } from '#lib/media/table.ts';
import { unfinishedUploads } from '#lib/media/unfinished-uploads.ts';
import { sweepPieces } from '#lib/media/upload-pieces.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { startTestStore, type TestStore } from '#lib/testing/object-store.ts';
import { anActor, anAgency, aPortal } from '#lib/testing/people.ts';
import { aPhoto, testMediaFolders } from '#lib/testing/photos.ts';
import { answerRequest } from './request-answer.ts';
import { beginResumable, continueResumable, finishResumable } from './resumable-answers.ts';

testDatabase();
testMediaFolders();

const origin = 'https://warta.example.go.id';

let agencyId: AgencyId;
let contributor: Actor;
let stranger: Actor;
let photo: Buffer;
beforeAll(async () => {
  const portalId = await aPortal();
  agencyId = await anAgency(portalId);
  contributor = await anActor('contributor', portalId, agencyId);
  stranger = await anActor('contributor', portalId, await anAgency(portalId));
  photo = await (await aPhoto(800, 600)).jpeg().toBuffer();
});

function request(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: Uint8Array<ArrayBuffer>,
): Request {
  return new Request(`${origin}/redaksi/unggah/berkas${path}`, {
    method,
    headers: { host: 'warta.example.go.id', origin, 'tus-resumable': '1.0.0', ...headers },
    ...(body === undefined ? {} : { body }),
  });
}

const begin = (length: number, actor: Actor | null = contributor, agency: string = agencyId) =>
  answerRequest(
    request('POST', `?opd=${agency}`, { 'upload-length': String(length) }),
    {},
    async () => actor,
    beginResumable,
  );

async function begun(length: number): Promise<string> {
  const response = await begin(length);
  expect(response.status).toBe(201);
  return response.headers.get('location')?.split('/').at(-1) ?? '';
}

const ask = (id: string, actor = contributor) =>
  answerRequest(request('HEAD', `/${id}`, {}), { id }, async () => actor, continueResumable);

function patch(id: string, offset: number, piece: Buffer, actor = contributor) {
  const headers = {
    'upload-offset': String(offset),
    'content-type': 'application/offset+octet-stream',
    'content-length': String(piece.length),
  };
  return answerRequest(
    request('PATCH', `/${id}`, headers, new Uint8Array(piece)),
    { id },
    async () => actor,
    continueResumable,
    { maxBytes: uploadLimits.bytes },
  );
}

const finish = (id: string, actor = contributor) =>
  answerRequest(
    request('POST', `/${id}?opd=${agencyId}`, { 'x-nama-berkas': 'kapal.jpg' }),
    { id },
    async () => actor,
    finishResumable,
  );

const taken = z.object({ assetId, fileName: z.string() });
const refusal = z.object({ code: z.string(), issues: z.array(z.object({ code: z.string() })) });

test('a photo arrives in pieces with a break between them, and is taken once', async () => {
  const id = await begun(photo.length);
  const half = Math.floor(photo.length / 2);
  expect((await patch(id, 0, photo.subarray(0, half))).status).toBe(204);
  expect((await ask(id)).headers.get('upload-offset')).toBe(String(half));
  expect(refusal.parse(await (await finish(id)).json()).issues[0]?.code).toBe('photo_incomplete');
  // What was sent already is not taken twice.
  expect((await patch(id, 0, photo.subarray(0, half))).status).toBe(409);
  expect((await patch(id, half, photo.subarray(half))).status).toBe(204);
  const first = await finish(id);
  expect(first.status).toBe(201);
  const view = taken.parse(await first.json());
  expect(view.fileName).toBe('kapal.jpg');
  // The answer may be lost with the connection; the same question has the same answer.
  expect(taken.parse(await (await finish(id)).json()).assetId).toBe(view.assetId);
  expect(await namesIn(resumableFolder())).not.toContain(id);
});

test('what is no photo is refused at the end in words, and nothing of it stays', async () => {
  const text = Buffer.from('bukan foto sama sekali, hanya tulisan');
  const id = await begun(text.length);
  await patch(id, 0, text);
  expect(refusal.parse(await (await finish(id)).json()).code).toBe('invalid');
  expect((await ask(id)).status).toBe(404);
  expect((await finish(id)).status).toBe(404);
});

describe('nobody else goes on with it', () => {
  test('not a colleague, and not an address somebody made up', async () => {
    const id = await begun(photo.length);
    for (const answer of [await ask(id, stranger), await patch(id, 0, photo, stranger), await finish(id, stranger)]) {
      expect(answer.status).toBe(404);
    }
    for (const wrong of ['..%2f..%2fkonfigurasi', `${id}.json`, id.replaceAll(/[0-9]/g, 'f')]) {
      expect((await ask(wrong)).status).toBe(404);
    }
  });

  test('nobody who may not upload for the agency begins one', async () => {
    expect((await begin(1_000, null)).status).toBe(401);
    expect((await begin(1_000, stranger)).status).toBe(403);
    expect((await begin(1_000, contributor, 'bukan')).status).toBe(422);
  });
});

test('one above the limit is refused before a byte has come, and one without a length', async () => {
  const code = async (length: number) => refusal.parse(await (await begin(length)).json()).issues[0]?.code;
  expect(await code(uploadLimits.bytes + 1)).toBe('photo_too_large');
  expect(await code(0)).toBe('photo_empty');
  expect(await code(Number.NaN)).toBe('photo_length_missing');
});

test('no more bytes are taken than were announced', async () => {
  const id = await begun(100);
  expect((await patch(id, 0, photo)).status).toBeGreaterThanOrEqual(400);
  expect(Number((await ask(id)).headers.get('upload-offset'))).toBeLessThanOrEqual(100);
});

test('answers tell other origins nothing', async () => {
  const names = [...(await begin(1_000)).headers.keys()];
  expect(names.filter((name) => name.startsWith('access-control'))).toEqual([]);
});

test('too many unfinished ones wait for each other, and those nobody goes on with are swept', async () => {
  let last = await begin(1_000);
  for (let at = 0; at < resumableLimits.perPerson && last.status === 201; at += 1) last = await begin(1_000);
  expect(last.status).toBe(403);
  const long = new Date(Date.now() - resumableLimits.keptFor - 60_000);
  for (const name of await namesIn(resumableFolder())) await utimes(join(resumableFolder(), name), long, long);
  await sweepMedia();
  expect(await namesIn(resumableFolder())).toEqual([]);
  expect((await begin(1_000)).status).toBe(201);
});

describe('in a store that machines share', () => {
  let store: TestStore;
  let putBack: () => void;
  beforeAll(async () => {
    store = await startTestStore();
    putBack = useConfig({ ...config(), objectStore: store.settings });
  });
  afterAll(async () => {
    putBack();
    await store.stop();
  });

  /** Another process: it shares the database and the store, and nothing on this machine's disk. */
  async function elsewhere<T>(work: () => Promise<T>): Promise<T> {
    const dataDir = await mkdtemp(join(tmpdir(), 'ruang-warta-lain-'));
    const back = useConfig({
      ...config(),
      dataDir,
      mediaDir: join(dataDir, 'media'),
      cacheDir: join(dataDir, 'cache'),
    });
    try {
      return await work();
    } finally {
      back();
      await rm(dataDir, { recursive: true, force: true });
    }
  }

  test('each piece may reach another process, and so may the end', async () => {
    const large = await (await aPhoto(2_600, 2_000)).jpeg({ quality: 95 }).toBuffer();
    const id = await begun(large.length);
    const thirds = [0, 1, 2].map((at) => Math.floor((large.length * at) / 3));
    const [, second = 0, third = 0] = thirds;
    expect((await patch(id, 0, large.subarray(0, second))).status).toBe(204);
    await elsewhere(async () => {
      expect((await ask(id)).headers.get('upload-offset')).toBe(String(second));
      expect((await patch(id, second, large.subarray(second, third))).status).toBe(204);
    });
    expect(refusal.parse(await (await finish(id)).json()).issues[0]?.code).toBe('photo_incomplete');
    // A piece whose answer was lost is sent again, to whomever: it is told apart.
    expect((await elsewhere(() => patch(id, second, large.subarray(second, third)))).status).toBe(409);
    expect((await patch(id, third, large.subarray(third))).status).toBe(204);
    const first = await elsewhere(() => finish(id));
    expect(first.status).toBe(201);
    expect(taken.parse(await first.json()).assetId).toBe(taken.parse(await (await finish(id)).json()).assetId);
    expect(await unfinishedUploads().names()).toEqual([]);
  });

  test('what is refused leaves nothing, what is dropped is gone, and what nobody goes on with is swept', async () => {
    const words = Buffer.from('bukan foto');
    const refused = await begun(words.length);
    await patch(refused, 0, words);
    expect((await finish(refused)).status).toBe(422);
    expect((await ask(refused)).status).toBe(404);
    const dropped = await begun(1_000);
    const drop = await answerRequest(
      request('DELETE', `/${dropped}`, {}),
      { id: dropped },
      async () => contributor,
      continueResumable,
    );
    expect([drop.status, (await ask(dropped)).status]).toEqual([204, 404]);
    await begun(1_000);
    expect(await sweepPieces(store.settings, new Date(Date.now() - 60_000))).toBe(0);
    expect(await sweepPieces(store.settings, new Date(Date.now() + 60_000))).toBeGreaterThan(0);
    expect(await unfinishedUploads().names()).toEqual([]);
  });

  test('while the store is away the sender is asked to come again', async () => {
    const id = await begun(photo.length);
    const gone = await startTestStore();
    await gone.stop();
    const back = useConfig({ ...config(), objectStore: { ...store.settings, endpoint: gone.settings.endpoint } });
    try {
      for (const answer of [await ask(id), await patch(id, 0, photo), await finish(id), await begin(1_000)]) {
        expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '3']);
      }
    } finally {
      back();
    }
    expect((await patch(id, 0, photo)).status).toBe(204);
    expect((await finish(id)).status).toBe(201);
  });
});
