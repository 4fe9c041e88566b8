import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#lib/testing/database.ts';
import { removeFolder } from '#lib/testing/remove-folder.ts';
import { prepareTrial, publish, startTrial, type Trial } from './trial.ts';

const database = testDatabase();
const pictureKey = `r/ab/ab${'0'.repeat(62)}.avif`;
const documentKey = `d/cc/${'c'.repeat(64)}.pdf`;
const file = Buffer.from('berkas');
let folder: string;
let trial: Trial;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jawaban-'));
  await prepareTrial(database.url());
  await publish(database.url(), '/', 'Halaman depan', ['front']);
  await publish(database.url(), '/berita/satu', 'Isi satu', ['article:satu']);
  await publish(database.url(), '/api/v1/artikel', 'Daftar', ['feed:all']);
  trial = await startTrial({
    databaseUrl: database.url(),
    folder,
    metrics: (authorization) =>
      authorization === 'Bearer kunci'
        ? Promise.resolve({ status: 200, contentType: 'text/plain', location: undefined, body: file })
        : undefined,
    media: {
      isPublic: async (key) => [pictureKey, documentKey].includes(key),
      bytesOf: async () => file.length,
      read: async () => file,
      stream: async () => ({ bytes: file.length, open: async () => Readable.from([file]) }),
    },
  });
});
afterAll(async () => {
  await trial.stop();
  await removeFolder(folder);
});

const everyKind: [what: string, path: string, headers?: Record<string, string>, method?: string][] = [
  ['a page', '/'],
  ['a page of machines', '/api/v1/artikel'],
  ['an unknown page', '/berita/tak-ada'],
  ['a redirect', '/opd/dinkes/'],
  ['the newsroom', '/redaksi'],
  ['a refusal of the newsroom', '/redaksi', {}, 'POST'],
  ['a static file', '/favicon.ico'],
  ['a missing file of the build', '/_next/nope'],
  ['a picture', `/media/${pictureKey}`],
  ['a document', `/media/${documentKey}`],
  ['no picture', '/media/r/x'],
  ['a strange path', '/a%00'],
  ['a strange host', '/', { host: 'jahat.example' }],
  ['a change by a reader', '/', {}, 'POST'],
  ['TRACE', '/', {}, 'TRACE'],
  ['an upgrade', '/', { connection: 'Upgrade', upgrade: 'websocket' }],
  ['health', '/api/health/live'],
  ['measurements', '/metrics', { authorization: 'Bearer kunci' }],
  ['a report of a browser', '/laporan-kebijakan', { 'content-type': 'application/csp-report' }, 'POST'],
  ['what a repository would show', '/.git/config'],
];

test.each(everyKind)(
  'the answer to %s says that it is not to be sniffed, framed or run',
  async (_, path, sent, method) => {
    const { headers } = await trial.get(path, sent, method);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/);
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect(headers['referrer-policy']).toBeDefined();
    expect(headers['x-powered-by']).toBeUndefined();
    trial.handed.length = 0;
  },
);

test('what a browser has already is not sent again, and under no looser headers', async () => {
  const { headers } = await trial.get('/berita/satu');
  const again = await trial.get('/berita/satu', { 'if-none-match': String(headers.etag) });
  expect([again.status, again.headers['content-security-policy']]).toEqual([304, headers['content-security-policy']]);
});

test('nothing that lies beside a program is served: repository, settings, lists of folders', async () => {
  const paths = ['/.git/', '/.git/HEAD', '/.gitignore', '/.env', '/.npmrc', '/package-lock.json', '/server.ts'];
  for (const path of [...paths, '/node_modules/', '/db/', '/media/', '/_next/', '/backups/', '/lib/config.ts'])
    expect([path, (await trial.get(path)).status]).toEqual([path, 404]);
});

test('only what programs of any origin read says so, and takes no cookie along', async () => {
  for (const [, path, headers, method] of everyKind) {
    const answer = await trial.get(path, { origin: 'https://jahat.example', ...headers }, method);
    expect([path, answer.headers['access-control-allow-origin']]).toEqual([
      path,
      path.startsWith('/api/v1/') ? '*' : undefined,
    ]);
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
  }
  trial.handed.length = 0;
});
