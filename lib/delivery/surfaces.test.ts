import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '#lib/testing/database.ts';
import { removeFolder } from '#lib/testing/remove-folder.ts';
import { ask, prepareTrial, publish, startTrial, type Trial, trialHost, trialPortal } from './trial.ts';

const database = testDatabase();
const newsroomHost = 'redaksi.example.go.id';
const newsroomUrl = new URL(`https://${newsroomHost}`);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dua-muka-'));
  await prepareTrial(database.url());
  await publish(database.url(), '/', 'depan', ['front']);
});
afterAll(() => removeFolder(folder));

const doors = [
  { name: 'a door of its own', hasNewsroomDoor: true },
  { name: 'an address of its own at the same door', hasNewsroomDoor: false },
];

describe.each(doors)('a newsroom with $name', ({ name, hasNewsroomDoor }) => {
  let trial: Trial;
  let newsroomPort: number;
  beforeAll(async () => {
    const own = join(folder, name);
    trial = await startTrial({ databaseUrl: database.url(), folder: own, newsroomUrl, hasNewsroomDoor });
    newsroomPort = hasNewsroomDoor ? trial.newsroomPort : trial.port;
  });
  beforeEach(() => {
    trial.handed.length = 0;
  });
  afterAll(() => trial.stop());

  const inNewsroom = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    ask(newsroomPort, path, { host: newsroomHost, ...headers }, method);

  test('is not there for readers: the same answer as to what never was', async () => {
    const unknown = await trial.get('/tidak-ada-di-sini');
    for (const path of [
      '/redaksi',
      '/redaksi/masuk',
      '/redaksi/masuk/sso/kembali?code=x&state=y',
      '/redaksi/luring.js',
      '/api/auth/csrf',
      '/redaksi/unggah',
    ]) {
      const answer = await trial.get(path);
      expect([answer.status, answer.text]).toEqual([404, unknown.text]);
      const headers = { origin: `https://${trialHost}`, 'next-action': 'a' };
      expect((await trial.get(path, headers, 'POST')).status).toBe(405);
    }
    expect(trial.handed.map(({ url }) => url).filter((url) => /^\/(redaksi|api\/auth)/.test(url))).toEqual([]);
  });

  test('answers under its own name, for the first portal, to its own pages only', async () => {
    expect((await inNewsroom('/redaksi/meja')).status).toBe(200);
    expect((await inNewsroom('/api/auth/csrf')).status).toBe(200);
    expect(trial.handed.at(-1)?.headers).toMatchObject({ 'x-portal': trialPortal, 'x-forwarded-host': newsroomHost });
    const post = (origin: string) => inNewsroom('/redaksi/meja', { origin }, 'POST');
    expect((await post(`https://${newsroomHost}`)).status).toBe(200);
    expect((await post(`https://${trialHost}`)).status).toBe(403);
    expect((await ask(newsroomPort, '/redaksi', { host: 'asing.example' })).status).toBe(421);
  });

  test('shows no reader page: it says where readers are', async () => {
    const article = await inNewsroom('/berita/x?utm_source=a');
    expect([article.status, article.headers.location]).toEqual([302, `https://${trialHost}/berita/x?utm_source=a`]);
    expect((await inNewsroom('/')).headers.location).toBe('/redaksi');
    expect((await inNewsroom('//asing.example/x')).status).toBe(400);
    expect((await inNewsroom('/cek', {}, 'POST')).status).toBe(405);
    expect((await trial.get('/')).status).toBe(200);
    // Asked again, what is known of readers' addresses changes nothing here.
    expect((await inNewsroom('/')).status).toBe(302);
  });

  test('has what its pages load, and says how it is', async () => {
    expect((await inNewsroom('/_next/static/chunks/b1.css')).status).toBe(200);
    expect((await inNewsroom('/favicon.ico')).text).toBe('ikon');
    expect((await inNewsroom('/media/r/aa/tidak-ada.avif')).status).toBe(404);
    expect((await inNewsroom('/api/health/ready')).status).toBe(200);
  });
});
