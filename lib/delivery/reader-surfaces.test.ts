import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#lib/testing/database.ts';
import { removeFolder } from '#lib/testing/remove-folder.ts';
import { prepareTrial, publish, startTrial, type Trial } from './trial.ts';

const database = testDatabase();
let folder: string;
let trial: Trial;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muka-'));
  await prepareTrial(database.url());
  await publish(database.url(), '/berita/satu', 'Isi satu', ['article:satu']);
  await publish(database.url(), '/berita/lepas', 'Ditarik', ['article:lepas'], 'gone');
  await publish(database.url(), '/kanal/a?halaman=2', 'Kanal', ['section:a']);
  await publish(database.url(), '/2020/11/25/judul-lama', '/berita/satu', []);
  trial = await startTrial({ databaseUrl: database.url(), folder });
});
afterAll(async () => {
  await trial.stop();
  await removeFolder(folder);
});

test('what machines read may be read from any origin, runs nothing and has its own renderer', async () => {
  for (const [path, rendered] of [
    ['/rss.xml', '/sistem/umpan/rss?daftar=%2F'],
    ['/berita/satu.md', '/sistem/salinan/satu/md'],
    ['/robots.txt', '/sistem/teks/robots'],
  ] as const) {
    const answer = await trial.get(path, { origin: 'https://lain.example' });
    expect([answer.status, answer.headers['access-control-allow-origin']], path).toEqual([200, '*']);
    expect(answer.headers['content-security-policy'], path).toContain('sandbox');
    expect(trial.rendered).toContain(rendered);
  }
  expect((await trial.get('/berita/satu')).headers['access-control-allow-origin']).toBeUndefined();
});

test('the renderer of machine answers cannot be asked for by its own address', async () => {
  for (const path of [
    '/sistem/umpan/rss?daftar=/',
    '/sistem/salinan/satu/md',
    '/sistem/teks/robots',
    '/sistem/arsip/2026',
  ]) {
    expect((await trial.get(path)).status, path).toBe(404);
  }
});

test('copies of a retracted article are gone with it, and those of an unknown one are not there', async () => {
  for (const form of ['md', 'txt', 'ics']) {
    const answer = await trial.get(`/berita/lepas.${form}`);
    expect([answer.status, answer.text]).toEqual([410, 'Artikel ini telah ditarik.\n']);
    expect((await trial.get(`/berita/entah.${form}`)).status).toBe(404);
  }
});

test('an article stands under one address only', async () => {
  const elsewhere = await trial.get('/halaman/satu');
  expect([elsewhere.status, elsewhere.headers.location]).toEqual([301, '/berita/satu']);
});

test('an address of an earlier site leads to where its article stands; others are not found', async () => {
  const found = await trial.get('/2020/11/25/Judul-Lama/?utm_source=wa');
  expect([found.status, found.headers.location]).toEqual([301, '/berita/satu']);
  expect((await trial.get('/2020/11/25/tidak-ada')).status).toBe(404);
  expect((await trial.get('/?p=99')).status).toBe(404);
});

test('without pictures is another page of the same rendering', async () => {
  const answer = await trial.get('/kanal/a?hemat=1&halaman=2');
  expect([answer.status, answer.text.includes('<p>Kanal</p>')]).toEqual([200, true]);
  expect(trial.rendered).toContain('/kanal/a?halaman=2');
  expect(trial.rendered).not.toContain('/kanal/a?halaman=2&hemat=1');
});

test('a flood of searches takes neither the room nor the renderers of other pages', async () => {
  await trial.get('/berita/satu');
  const before = trial.rendered.filter((path) => path === '/berita/satu').length;
  const open = Promise.withResolvers<void>();
  let held = 0;
  trial.whileRendering = async (path) => {
    if (!path.startsWith('/cari')) return;
    held += 1;
    await open.promise;
  };
  const searches = Array.from({ length: 80 }, (_, index) => trial.get(`/cari?q=kata${index}`));
  await expect.poll(() => held).toBe(2);
  const other = await trial.get('/berita/satu');
  expect(other.status).toBe(200);
  expect((await trial.get('/kanal/a?halaman=2')).status).toBe(200);
  open.resolve();
  trial.whileRendering = async () => undefined;
  const answers = await Promise.all(searches);
  expect(answers.filter((answer) => answer.status === 503).length).toBeGreaterThan(0);
  for (const answer of answers) expect([404, 503]).toContain(answer.status);
  expect(trial.rendered.filter((path) => path === '/berita/satu').length).toBe(before);
});
