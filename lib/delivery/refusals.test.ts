import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiError } from '#lib/feeds/api-shapes.ts';
import { asOwner, testDatabase } from '#lib/testing/database.ts';
import { removeFolder } from '#lib/testing/remove-folder.ts';
import { ask, prepareTrial, publish, startTrial, type Trial, type TrialAnswer } from './trial.ts';

const database = testDatabase();
let folder: string;
let trial: Trial;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tolak-'));
  await prepareTrial(database.url());
  await publish(database.url(), '/berita/ada', 'Isi', ['article:ada']);
  await publish(database.url(), '/api/v1/artikel/ada', 'Isi', ['article:ada']);
  await publish(database.url(), '/berita/pindah', 'ada', ['article:pindah'], 'moved');
  await publish(database.url(), '/berita/lepas', 'Ditarik', ['article:lepas'], 'gone');
  await publish(database.url(), '/api/v1/artikel?kanal=rusak', 'rusak', []);
  trial = await startTrial({ databaseUrl: database.url(), folder });
});
afterAll(async () => {
  await trial.stop();
  await removeFolder(folder);
});

/** Sees that a program of any origin can read why it was refused, and returns the code. */
function codeOf(answer: TrialAnswer): string {
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(answer.headers['access-control-allow-origin']).toBe('*');
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
  const { kode, pesan } = apiError.parse(JSON.parse(answer.text));
  expect(pesan).toMatch(/^[A-Z].+\.$/);
  return kode;
}

const refused: [method: string, path: string, status: number, code: string][] = [
  ['GET', '/api/v1/artikel/tidak-ada', 404, 'tidak_ditemukan'],
  ['GET', '/api/v1/artikel/ada/lagi', 404, 'tidak_ditemukan'],
  ['GET', '/api/v1/artikel/ADA', 404, 'tidak_ditemukan'],
  ['GET', '/api/v1/apa?x=1', 404, 'tidak_ditemukan'],
  ['GET', '/api/v1/', 404, 'tidak_ditemukan'],
  ['GET', '/api/v1', 404, 'tidak_ditemukan'],
  ['GET', '/api/v1?x=1', 404, 'tidak_ditemukan'],
  ['GET', '/api/v1/artikel/lepas', 410, 'ditarik'],
  ['GET', '/api/v1/%2e%2e/x', 400, 'permintaan_salah'],
  ['POST', '/api/v1/artikel', 405, 'hanya_dibaca'],
  ['OPTIONS', '/api/v1/artikel/ada', 405, 'hanya_dibaca'],
  ['DELETE', '/api/v1/apa', 405, 'hanya_dibaca'],
  ['GET', '/api/v1/artikel?kanal=rusak', 503, 'gangguan'],
];

test.each(refused)('%s %s is refused with %i %s, in JSON', async (method, path, status, code) => {
  const answer = await trial.get(path, { origin: 'https://lain.example' }, method);
  expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  expect(answer.headers.allow).toBe(status === 405 ? 'GET, HEAD' : undefined);
  expect(answer.headers['retry-after']).toBe(status === 503 ? '5' : undefined);
});

test.each(refused.filter(([method]) => method === 'GET'))('HEAD is refused as %s %s is', async (_, path, status) => {
  const [get, head] = [await trial.get(path), await trial.get(path, {}, 'HEAD')];
  expect([head.status, head.text]).toEqual([status, '']);
  for (const name of ['content-type', 'content-length', 'etag', 'access-control-allow-origin']) {
    expect([name, head.headers[name]]).toEqual([name, get.headers[name]]);
  }
  // Whoever has the words of a refusal is still refused.
  expect((await trial.get(path, { 'if-none-match': String(get.headers.etag) })).status).toBe(status);
});

test('a foreign host and a body are refused in JSON too', async () => {
  const foreign = await trial.get('/api/v1/artikel', { host: 'evil.example' });
  expect([foreign.status, codeOf(foreign)]).toEqual([421, 'situs_tidak_dikenal']);
  const withBody = await ask(trial.port, '/api/v1/artikel', { 'content-length': '2' }, 'GET', 'ab');
  expect([withBody.status, codeOf(withBody), withBody.headers.connection]).toEqual([400, 'permintaan_salah', 'close']);
});

test('what is there keeps its ETag, and is led to where a script of another origin may follow', async () => {
  const whole = await trial.get('/api/v1/artikel/ada');
  const again = await trial.get('/api/v1/artikel/ada', { 'if-none-match': String(whole.headers.etag) });
  expect([whole.status, again.status, again.text]).toEqual([200, 304, '']);
  for (const [path, to] of [
    ['/api/v1/artikel/pindah', '/api/v1/artikel/ada'],
    ['/api/v1/artikel/ada/', '/api/v1/artikel/ada'],
  ] as const) {
    const { status, headers } = await trial.get(path);
    expect([status, headers.location, headers['access-control-allow-origin']]).toEqual([301, to, '*']);
  }
});

test('a retracted article says where the reason stands', async () => {
  expect((await trial.get('/api/v1/artikel/lepas')).text).toContain('/berita/lepas');
});

test('what is wrong with a parameter is left to the API to say, not left out', async () => {
  await publish(database.url(), '/api/v1/artikel?jumlah=banyak&sejak=kemarin', 'salah', []);
  const answer = await trial.get('/api/v1/artikel?sejak=kemarin&jumlah=+banyak&kursor=&utm_source=x');
  expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([400, '*']);
});

test('other formats for programs are refused in a line of plain text, pages in the look of the site', async () => {
  for (const [path, status, text] of [
    ['/berita/tidak-ada.md', 404, 'Tidak ada apa pun di alamat ini.\n'],
    ['/berita/tidak-ada.ics', 404, 'Tidak ada apa pun di alamat ini.\n'],
    ['/berita/lepas.ics', 410, 'Artikel ini telah ditarik.\n'],
  ] as const) {
    const answer = await trial.get(path);
    expect([path, answer.status, answer.text]).toEqual([path, status, text]);
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.headers['access-control-allow-origin']).toBe('*');
  }
  for (const [path, status] of [
    ['/berita/tidak-ada', 404],
    ['/berita/lepas', 410],
    ['/api/v2/artikel', 404],
    ['/api/v1x', 404],
  ] as const) {
    const answer = await trial.get(path);
    expect([path, answer.status, answer.headers['content-type']]).toEqual([path, status, 'text/html; charset=utf-8']);
  }
});

test('while the database is away programs are told in their own form', async () => {
  const name = new URL(database.url()).pathname.slice(1);
  const server = new URL('/postgres', database.url()).href;
  await asOwner(server, async (sql) => {
    await sql.unsafe(`alter database ${name} with allow_connections false`);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
  });
  try {
    await expect.poll(async () => (await trial.get('/api/v1/artikel/dingin')).status).toBe(503);
    const answer = await trial.get('/api/v1/artikel?jenis=berita');
    expect([answer.status, codeOf(answer), answer.headers['cache-control']]).toEqual([503, 'gangguan', 'no-store']);
    const copy = await trial.get('/berita/dingin.md');
    expect([copy.status, copy.headers['content-type'], copy.headers['retry-after']]).toEqual([
      503,
      'text/plain; charset=utf-8',
      '5',
    ]);
  } finally {
    await asOwner(server, (sql) => sql.unsafe(`alter database ${name} with allow_connections true`));
  }
  await expect.poll(async () => (await trial.get('/api/v1/artikel/ada')).status, { timeout: 5_000 }).toBe(200);
});
