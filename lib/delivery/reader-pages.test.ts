import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { asOwner, testDatabase } from '#lib/testing/database.ts';
import { removeFolder } from '#lib/testing/remove-folder.ts';
import { prepareTrial, publish, startTrial, type Trial, type TrialOptions } from './trial.ts';

const database = testDatabase();
let folder: string;
let trials: Trial[] = [];

beforeAll(() => prepareTrial(database.url()));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hantar-'));
});
afterEach(async () => {
  for (const trial of trials) await trial.stop();
  trials = [];
  await removeFolder(folder);
});

async function start(options: Partial<TrialOptions> = {}): Promise<Trial> {
  const trial = await startTrial({ databaseUrl: database.url(), folder, ...options });
  trials.push(trial);
  return trial;
}

async function stop(trial: Trial): Promise<void> {
  trials = trials.filter((other) => other !== trial);
  await trial.stop();
}

const put = (address: string, words: string, names: readonly string[], state?: string) =>
  publish(database.url(), address, words, names, state);

const times = (trial: Trial, path: string) => trial.rendered.filter((other) => other === path).length;

const name = new URL(database.url()).pathname.slice(1);
const server = () => new URL('/postgres', database.url()).href;

/** The database refuses everybody, as if it were away. */
async function takeDatabaseAway(): Promise<void> {
  await asOwner(server(), async (sql) => {
    await sql.unsafe(`alter database ${name} with allow_connections false`);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
  });
}

async function bringDatabaseBack(): Promise<void> {
  await asOwner(server(), (sql) => sql.unsafe(`alter database ${name} with allow_connections true`));
}

test('a page is a finished document, compressed, tagged, and the same for all', async () => {
  await put('/berita/satu', 'Jembatan baru', ['article:satu']);
  const trial = await start();
  const plain = await trial.get('/berita/satu');
  expect(plain.status).toBe(200);
  expect(plain.text).toContain('<p>Jembatan baru</p>');
  expect(plain.text).not.toContain('script');
  expect(plain.headers['content-security-policy']).toBe(
    "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; report-uri /laporan-kebijakan; report-to kebijakan",
  );
  expect(plain.headers['set-cookie']).toBeUndefined();
  expect(plain.headers.vary).toBe('Accept-Encoding');
  expect(plain.headers['cache-tag']).toContain('article:satu');
  expect(plain.headers['strict-transport-security']).toContain('includeSubDomains');
  expect(plain.headers['x-robots-tag']).toBeUndefined();

  const brotli = await trial.get('/berita/satu', { 'accept-encoding': 'gzip, deflate, br' });
  const zipped = await trial.get('/berita/satu', { 'accept-encoding': 'gzip' });
  expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
  expect(gunzipSync(zipped.body)).toEqual(plain.body);
  expect(new Set([plain, brotli, zipped].map((answer) => answer.headers.etag)).size).toBe(3);
  expect(times(trial, '/berita/satu')).toBe(1);
});

test('a program of any origin is told what is wrong with what it asked for; a reader never is', async () => {
  await put('/api/v1/artikel?kursor=abc', 'salah', ['all']);
  await put('/kanal/salah', 'salah', ['section:salah']);
  const trial = await start();
  const refused = await trial.get('/api/v1/artikel?kursor=abc');
  expect([refused.status, refused.text]).toEqual([400, '{"kode":"salah"}']);
  expect(refused.headers['content-type']).toBe('application/json');
  expect(refused.headers['access-control-allow-origin']).toBe('*');
  expect((await trial.get('/kanal/salah')).status).toBe(503);
});

test('HEAD is answered from GET, and a known page with 304', async () => {
  await put('/berita/kepala', 'Isi', ['article:kepala']);
  const trial = await start();
  const get = await trial.get('/berita/kepala');
  const head = await trial.get('/berita/kepala', {}, 'HEAD');
  expect([head.status, head.text]).toEqual([200, '']);
  expect(head.headers['content-length']).toBe(get.headers['content-length']);
  const etag = String(get.headers.etag);
  for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
    const answer = await trial.get('/berita/kepala', { 'if-none-match': known });
    expect([answer.status, answer.text, answer.headers.etag]).toEqual([304, '', etag]);
    expect(answer.headers['content-security-policy']).toBeDefined();
  }
  expect((await trial.get('/berita/kepala', { 'if-none-match': '"lain"' })).status).toBe(200);
});

test('a hundred readers of a new page cause one rendering', async () => {
  await put('/berita/ramai', 'Ramai', ['article:ramai']);
  const trial = await start();
  const answers = await Promise.all(Array.from({ length: 100 }, () => trial.get('/berita/ramai')));
  expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
  expect(times(trial, '/berita/ramai')).toBe(1);
});

test('a publication is seen at once where its names are shown, and other pages are refreshed behind', async () => {
  await put('/', 'depan 1', ['front']);
  await put('/opd/dinkes', 'dinkes 1', ['agency:dinkes']);
  const trial = await start();
  expect((await trial.get('/')).text).toContain('depan 1');
  expect((await trial.get('/opd/dinkes')).text).toContain('dinkes 1');

  await put('/', 'depan 2', ['front']);
  await expect.poll(async () => (await trial.get('/')).text, { timeout: 1_000 }).toContain('depan 2');
  const before = times(trial, '/opd/dinkes');
  const served = await trial.get('/opd/dinkes');
  expect(served.headers['x-page-age']).toBeUndefined();
  await expect.poll(() => times(trial, '/opd/dinkes')).toBe(before + 1);
});

test('refreshing what is behind leaves the processor to readers, who get their pages meanwhile', async () => {
  const others = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `/opd/${letter}`);
  for (const path of others) await put(path, path, ['front']);
  const trial = await start({ limits: { restAfterRefresh: 1e9 } });
  for (const path of others) await trial.get(path);
  await put('/berita/terbit', 'satu', ['article:terbit']);
  await expect.poll(async () => (await trial.get('/berita/terbit')).status).toBe(200);
  const renderedAgain = () => trial.rendered.filter((path) => others.includes(path)).length - others.length;

  for (const path of others) expect((await trial.get(path)).text).toContain(path);
  await expect.poll(renderedAgain).toBe(2);
  // What a reader waits for has its turn at once, though the others rest.
  await put('/opd/f', 'baru', ['agency:f']);
  await expect.poll(async () => (await trial.get('/opd/f')).text).toContain('baru');
  expect(renderedAgain()).toBe(3);
});

test('a change of everything renders everything anew', async () => {
  await put('/kanal/jalan', 'jalan 1', ['section:jalan']);
  const trial = await start();
  await trial.get('/kanal/jalan');
  await put('/kanal/jalan', 'jalan 2', ['site']);
  await expect.poll(async () => (await trial.get('/kanal/jalan')).text, { timeout: 1_000 }).toContain('jalan 2');
});

test('a reader who comes after a change does not get the page whose rendering had begun before', async () => {
  await put('/berita/lomba', 'lama', ['article:lomba']);
  await put('/opd/lomba', 'opd lama', ['agency:lomba']);
  const trial = await start();
  await trial.get('/opd/lomba');
  const begun = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  trial.whileRendering = async (path) => {
    if (path !== '/berita/lomba') return;
    begun.resolve();
    await goOn.promise;
  };
  const early = trial.get('/berita/lomba');
  await begun.promise;
  await put('/berita/lomba', 'baru', ['article:lomba', 'agency:lomba']);
  await put('/opd/lomba', 'opd baru', ['agency:lomba']);
  // The instance has heard of the change when it renders the list anew.
  await expect.poll(async () => (await trial.get('/opd/lomba')).text).toContain('opd baru');
  const late = trial.get('/berita/lomba');
  goOn.resolve();
  expect((await early).text).toContain('lama');
  expect((await late).text).toContain('baru');
  expect((await trial.get('/berita/lomba')).text).toContain('baru');
});

test('an old address leads on, a retracted one is gone, an unknown one shares one page', async () => {
  await put('/berita/baru', 'Isi', ['article:baru']);
  await put('/berita/lama', 'baru', ['article:lama'], 'moved');
  await put('/berita/tarik', 'Isi', ['article:tarik']);
  const trial = await start();
  const moved = await trial.get('/berita/lama?utm_source=wa');
  expect([moved.status, moved.headers.location, moved.text]).toEqual([301, '/berita/baru', '']);
  for (const [copy, to] of [
    ['/berita/lama.md', '/berita/baru.md'],
    ['/api/v1/artikel/lama', '/api/v1/artikel/baru'],
  ]) {
    expect((await trial.get(copy ?? '')).headers.location, copy).toBe(to);
  }

  expect((await trial.get('/berita/tarik')).status).toBe(200);
  await put('/berita/tarik', 'x', ['article:tarik', 'front'], 'gone');
  await expect.poll(async () => (await trial.get('/berita/tarik')).status, { timeout: 1_000 }).toBe(410);
  expect((await trial.get('/berita/tarik')).text).toContain('/sistem/ditarik/tarik');

  const unknown = await Promise.all(
    ['/berita/tak-ada', '/apa', '/opd/tak-ada', '/berita/tak-ada-2'].map((path) => trial.get(path)),
  );
  expect(unknown.map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
  expect(new Set(unknown.map((answer) => answer.text)).size).toBe(1);
  expect(unknown[0]?.text).toContain('/sistem/tidak-ditemukan');
  expect(times(trial, '/sistem/tidak-ditemukan')).toBe(1);
});

test('an address that was unknown is known as soon as something is published there', async () => {
  const trial = await start();
  expect((await trial.get('/berita/nanti')).status).toBe(404);
  await put('/berita/nanti', 'Kini ada', ['article:nanti']);
  await expect.poll(async () => (await trial.get('/berita/nanti')).status, { timeout: 1_000 }).toBe(200);
});

test('pages of the system cannot be asked for', async () => {
  const trial = await start();
  for (const path of ['/sistem/tidak-ditemukan', '/sistem/ditarik/x']) expect((await trial.get(path)).status).toBe(404);
});

test('the last good page stays when it cannot be rendered, with its age', async () => {
  await put('/berita/kuat', 'Isi baik', ['article:kuat']);
  const trial = await start({ limits: { holds: 0 } });
  await trial.get('/berita/kuat');
  trial.whileRendering = async () => {
    throw new Error('words do not fit their signatures');
  };
  await expect.poll(async () => (await trial.get('/berita/kuat')).headers['x-page-age']).toBeDefined();
  const answer = await trial.get('/berita/kuat');
  expect([answer.status, answer.text.includes('Isi baik')]).toEqual([200, true]);
});

test('a changed article does not fall back to its older page', async () => {
  await put('/berita/ralat', 'Salah', ['article:ralat']);
  const trial = await start();
  await trial.get('/berita/ralat');
  await put('/berita/ralat', 'rusak', ['article:ralat']);
  await expect.poll(async () => (await trial.get('/berita/ralat')).status, { timeout: 1_000 }).toBe(503);
  const answer = await trial.get('/berita/ralat');
  expect([answer.status, answer.headers['retry-after'], answer.text.includes('Salah')]).toEqual([503, '5', false]);
  await put('/berita/ralat', 'Betul', ['article:ralat']);
  await expect.poll(async () => (await trial.get('/berita/ralat')).text, { timeout: 1_000 }).toContain('Betul');
});

test('a list falls back to its older page, but not after something was taken down', async () => {
  await put('/', 'daftar lama', ['front']);
  await put('/berita/batal', 'Isi', ['article:batal']);
  const trial = await start();
  await trial.get('/');
  await put('/', 'rusak', ['front', 'article:batal']);
  await expect.poll(async () => (await trial.get('/')).headers['x-page-age'], { timeout: 1_000 }).toBeDefined();
  expect((await trial.get('/')).text).toContain('daftar lama');
  await put('/berita/batal', 'x', ['front', 'article:batal'], 'gone');
  await expect.poll(async () => (await trial.get('/')).status, { timeout: 1_000 }).toBe(503);
});

test('while the database is away readers get the last good pages, and afterwards new ones', async () => {
  await put('/', 'depan tersimpan', ['front']);
  await put('/berita/tahan', 'Isi tahan', ['article:tahan']);
  await put('/berita/dingin', 'Belum dibaca', ['article:dingin']);
  const trial = await start();
  await trial.get('/');
  await trial.get('/berita/tahan');
  await takeDatabaseAway();
  try {
    await expect.poll(async () => (await trial.get('/')).headers['x-page-age']).toBeDefined();
    const [front, article, cold] = await Promise.all(
      ['/', '/berita/tahan', '/berita/dingin'].map((path) => trial.get(path)),
    );
    expect([front?.status, front?.text.includes('depan tersimpan')]).toEqual([200, true]);
    expect([article?.status, article?.headers['x-page-age']]).toEqual([200, expect.any(String)]);
    expect([cold?.status, cold?.headers['retry-after'], cold?.headers['cache-control']]).toEqual([
      503,
      '5',
      'no-store',
    ]);
  } finally {
    await bringDatabaseBack();
  }
  await expect.poll(async () => (await trial.get('/berita/dingin')).status, { timeout: 5_000 }).toBe(200);
  await put('/', 'depan sesudahnya', ['front']);
  await expect.poll(async () => (await trial.get('/')).text, { timeout: 1_000 }).toContain('depan sesudahnya');
});

test('what changed while the connection was lost is caught up with', async () => {
  await put('/berita/susul', 'sebelum', ['article:susul']);
  const trial = await start();
  await trial.get('/berita/susul');
  await asOwner(
    server(),
    (sql) =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ruang-warta-generasi'`,
  );
  await put('/berita/susul', 'sesudah', ['article:susul']);
  await expect.poll(async () => (await trial.get('/berita/susul')).text, { timeout: 2_000 }).toContain('sesudah');
});

test('after a restart without a database, popular pages come from disk, and retracted ones never', async () => {
  await put('/', 'depan awet', ['front']);
  await put('/berita/awet', 'Isi awet', ['article:awet']);
  await put('/berita/cabut', 'Isi cabut', ['article:cabut']);
  const first = await start();
  for (const path of ['/', '/berita/awet', '/berita/cabut'])
    for (let reader = 0; reader < 3; reader += 1) await first.get(path);
  await put('/berita/cabut', 'x', ['article:cabut'], 'gone');
  await expect.poll(async () => (await first.get('/berita/cabut')).status, { timeout: 1_000 }).toBe(410);
  await stop(first);

  await takeDatabaseAway();
  try {
    const second = await start();
    const [front, article, retracted] = await Promise.all(
      ['/', '/berita/awet', '/berita/cabut'].map((path) => second.get(path)),
    );
    expect([front?.status, article?.status]).toEqual([200, 200]);
    expect(article?.text).toContain('Isi awet');
    expect(article?.headers['x-page-age']).toBeDefined();
    expect(retracted?.text).not.toContain('Isi cabut');
    expect(second.rendered).not.toContain('/berita/awet');
    const cold = await second.get('/berita/belum-pernah');
    expect([cold.status, cold.text.includes('/sistem/gangguan')]).toEqual([503, true]);
  } finally {
    await bringDatabaseBack();
  }
});

test('a page retracted while this instance was down does not come back from its disk', async () => {
  await put('/berita/absen', 'Isi absen', ['article:absen']);
  const first = await start();
  for (let reader = 0; reader < 3; reader += 1) await first.get('/berita/absen');
  await stop(first);
  await put('/berita/absen', 'x', ['article:absen'], 'gone');
  const second = await start();
  expect((await second.get('/berita/absen')).status).toBe(410);
  await takeDatabaseAway();
  try {
    await stop(second);
    const third = await start();
    expect((await third.get('/berita/absen')).text).not.toContain('Isi absen');
  } finally {
    await bringDatabaseBack();
  }
});

test('a database put back to an earlier state outdates everything', async () => {
  await put('/berita/mundur', 'Isi mundur', ['article:mundur']);
  const trial = await start();
  await trial.get('/berita/mundur');
  await asOwner(database.url(), async (sql) => {
    await sql`update trial_pages set words = 'Isi dari cadangan' where address = '/berita/mundur'`;
    await sql`update portals set generation = generation - 1`;
  });
  await expect
    .poll(async () => (await trial.get('/berita/mundur')).text, { timeout: 3_000 })
    .toContain('Isi dari cadangan');
});
