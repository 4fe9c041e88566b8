import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collectLog } from '#lib/testing/captured-log.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { removeFolder } from '#lib/testing/remove-folder.ts';
import { prepareTrial, publish, startTrial, type Trial } from './trial.ts';

const database = testDatabase();
const ours = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}$/;
let folder: string;
let open: Trial;
let behindProxy: Trial;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nomor-'));
  await prepareTrial(database.url());
  await publish(database.url(), '/berita/satu', 'Isi satu', ['article:satu']);
  await publish(database.url(), '/berita/dua', 'Isi dua', ['article:dua']);
  await publish(database.url(), '/cari?q=kata-rahasia', 'Hasil', ['search']);
  const databaseUrl = database.url();
  open = await startTrial({ databaseUrl, folder: join(folder, 'a') });
  behindProxy = await startTrial({ databaseUrl, folder: join(folder, 'b'), trustedProxies: ['127.0.0.1'] });
});
afterAll(async () => {
  await open.stop();
  await behindProxy.stop();
  await removeFolder(folder);
});

test('every answer names its request anew, whatever became of it', async () => {
  const names = new Set<unknown>();
  const paths = ['/berita/satu', '/berita/satu', '/tak-ada', '/media/x', '/a%00', '/favicon.ico', '/redaksi'];
  for (const path of [...paths, '/api/health/live']) {
    const { headers } = await open.get(path, { 'x-request-id': 'karangan-orang' });
    expect(headers['x-request-id'], path).toMatch(ours);
    names.add(headers['x-request-id']);
  }
  const known = await open.get('/berita/satu');
  const held = await open.get('/berita/satu', { 'if-none-match': String(known.headers.etag) });
  expect([held.status, held.headers['x-request-id']]).toEqual([304, expect.stringMatching(ours)]);
  expect((await open.get('/', { host: 'evil.example' })).headers['x-request-id']).toMatch(ours);
  expect((await open.get('/', {}, 'DELETE')).headers['x-request-id']).toMatch(ours);
  expect(names.size).toBe(paths.length + 1);
  open.handed.length = 0;
});

test('the name that a trusted proxy gave stays, if it is one', async () => {
  const given = async (id: string) =>
    (await behindProxy.get('/berita/satu', { 'x-request-id': id })).headers['x-request-id'];
  expect(await given('9f86d081884c7d659a2feaa0c55ad015')).toBe('9f86d081884c7d659a2feaa0c55ad015');
  for (const id of ['pendek', 'a'.repeat(65), 'ada spasi di sini', '"};alarm', ''])
    expect(await given(id)).toMatch(ours);
});

test('the log of a page that could not be made bears the name, and not what the reader searched for', async () => {
  open.whileRendering = async () => {
    throw new Error('broken');
  };
  const captured = collectLog();
  const { status, headers } = await open.get('/cari?q=kata-rahasia');
  captured.stop();
  open.whileRendering = async () => undefined;
  expect(status).toBe(503);
  const lines = captured.text().trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ event: 'page_not_made', address: '/cari', request: headers['x-request-id'] }),
  );
  expect(captured.text()).not.toContain('kata-rahasia');
});

test('whatever readers ask for, the log keeps nothing that tells who they are', async () => {
  const reader = {
    'user-agent': 'PenandaPeramban/9.9',
    'x-forwarded-for': '203.0.113.77',
    cookie: 'penanda-kuki=1',
    referer: 'https://penanda-asal.example/',
    'accept-language': 'penanda-bahasa',
    authorization: 'Bearer penanda-izin',
  };
  const captured = collectLog();
  const visits = ['/berita/satu', '/berita/tak-ada', '/cari?q=kata-rahasia', '/media/x', '/a%00', '/api/v1/artikel'];
  for (const path of visits) for (const method of ['GET', 'POST']) await behindProxy.get(path, reader, method);
  behindProxy.whileRendering = async () => {
    throw new Error('broken');
  };
  for (const path of ['/berita/dua', '/cari?q=kata-rahasia&halaman=2']) await behindProxy.get(path, reader);
  behindProxy.whileRendering = async () => undefined;
  captured.stop();
  expect(captured.text()).toContain('page_not_made');
  expect(captured.text()).not.toMatch(/penanda|203\.0\.113|127\.0\.0\.1|kata-rahasia/i);
  const known = ['time', 'level', 'event', 'request', 'address', 'reason', 'olderStays', 'id'];
  for (const line of captured.text().trim().split('\n'))
    expect(Object.keys(JSON.parse(line)).filter((field) => !known.includes(field))).toEqual([]);
});
