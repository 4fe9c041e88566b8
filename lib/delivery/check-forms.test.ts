import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TextCheck } from '#lib/authenticity/text-check.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { removeFolder } from '#lib/testing/remove-folder.ts';
import type { TextSource } from './check-forms.ts';
import { ask, prepareTrial, startTrial, type Trial, trialHost } from './trial.ts';

const database = testDatabase();
let folder: string;
let trial: Trial;
let sent: Parameters<TextSource>[0][] = [];
let told: TextCheck['kind'] = 'unknown';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cek-'));
  await prepareTrial(database.url());
  trial = await startTrial({
    databaseUrl: database.url(),
    folder,
    texts: async (form) => {
      sent.push(form);
      return { id: 'abc', kind: told };
    },
  });
});
afterAll(async () => {
  await trial.stop();
  await removeFolder(folder);
});

const own = { origin: `https://${trialHost}`, 'sec-fetch-site': 'same-origin' };
const typed = { ...own, 'content-type': 'application/x-www-form-urlencoded' };
const post = (body: string, headers: Record<string, string> = typed, path = '/cek') =>
  ask(trial.port, path, headers, 'POST', body);

const multipart = (file: string) =>
  [
    '--x',
    'content-disposition: form-data; name="teks"',
    '',
    'halo',
    '--x',
    `content-disposition: form-data; name="berkas"; filename="a.txt"`,
    'content-type: text/plain',
    '',
    file,
    '--x--',
    '',
  ].join('\r\n');

test('a text from our own page is checked, answered by a finished page, and kept by nobody', async () => {
  sent = [];
  const answer = await post('teks=Puskesmas+buka+%26+gratis');
  expect(sent).toMatchObject([{ typed: 'Puskesmas buka & gratis', file: null, network: '127.0.0.1' }]);
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' });
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  expect(answer.text).not.toMatch(/<script/i);
  expect(trial.rendered.at(-1)).toBe('/sistem/cek/abc');
});

test('a file is read as its bytes; an empty one is none', async () => {
  sent = [];
  const headers = { ...own, 'content-type': 'multipart/form-data; boundary=x' };
  await post(multipart('isi berkas'), headers);
  await post(multipart(''), headers);
  expect(sent.map(({ typed: text, file }) => [text, file === null ? null : new TextDecoder().decode(file)])).toEqual([
    ['halo', 'isi berkas'],
    ['halo', null],
  ]);
});

test.each([
  ['too_often', 429],
  ['too_long', 413],
  ['empty', 422],
] as const)('%s has its status', async (kind, status) => {
  told = kind;
  expect((await post('teks=a')).status).toBe(status);
  told = 'unknown';
});

test('what comes from elsewhere, in another shape, too large, or to another address is refused before anything is read', async () => {
  sent = [];
  expect((await post('teks=a', { ...typed, origin: 'https://lain.example' })).status).toBe(403);
  expect((await post('teks=a', { 'content-type': typed['content-type'] })).status).toBe(403);
  expect((await post('{}', { ...own, 'content-type': 'application/json' })).status).toBe(400);
  expect((await post('rusak', { ...own, 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(400);
  expect((await post(`teks=${'a'.repeat(1_000_000)}`)).status).toBe(413);
  expect((await post('teks=a', { ...typed, 'next-action': 'x' })).status).toBe(405);
  expect((await post('teks=a', typed, '/cek/0123456789abcdef')).status).toBe(405);
  expect((await post('teks=a', typed, '/cari')).status).toBe(405);
  expect((await ask(trial.port, '/cek', typed, 'PUT', 'teks=a')).status).toBe(405);
  expect(sent).toEqual([]);
});

test('the page of an answer cannot be asked for from outside', async () => {
  expect((await trial.get('/sistem/cek/abc')).status).toBe(404);
});
