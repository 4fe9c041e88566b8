import { mkdtemp } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#lib/testing/database.ts';
import { removeFolder } from '#lib/testing/remove-folder.ts';
import { ask, prepareTrial, publish, startTrial, type Trial, trialHost } from './trial.ts';

const database = testDatabase();
const pictureKey = `r/ab/ab${'0'.repeat(62)}.avif`;
const largeKey = `r/ab/ab${'1'.repeat(62)}.jpg`;
const cardKey = `c/dd/${'d'.repeat(64)}.jpg`;
const documentKey = `d/cc/${'c'.repeat(64)}.pdf`;
const large = Buffer.alloc(3_000_000, 'g');
const pictures = { public: true, asked: 0 };
let folder: string;
let trial: Trial;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gerbang-'));
  await prepareTrial(database.url());
  await publish(database.url(), '/', 'Halaman depan', ['front']);
  await publish(database.url(), '/berita/satu', 'Isi satu', ['article:satu']);
  await publish(database.url(), '/opd/dinkes', 'Dinkes', ['agency:dinkes']);
  await publish(database.url(), '/opd/dinkes?halaman=2', 'Dinkes 2', ['agency:dinkes']);
  await publish(database.url(), '/kanal/racun', 'Kanal', ['section:racun']);
  trial = await startTrial({
    databaseUrl: database.url(),
    folder,
    trustedProxies: ['10.0.0.1'],
    metrics: (authorization) =>
      authorization === 'Bearer kunci'
        ? Promise.resolve({ status: 200, contentType: 'text/plain', location: undefined, body: Buffer.from('ukuran') })
        : undefined,
    media: {
      isPublic: async (key) => {
        pictures.asked += 1;
        return [pictureKey, cardKey, documentKey, largeKey].includes(key) && pictures.public;
      },
      bytesOf: async (key) => (key === largeKey ? large.length : 6),
      read: async () => Buffer.from('gambar'),
      stream: async (key) => {
        const bytes = key === largeKey ? large : Buffer.from('dokumen');
        return { bytes: bytes.length, open: async () => Readable.from([bytes.subarray(0, 5), bytes.subarray(5)]) };
      },
    },
  });
});
afterAll(async () => {
  await trial.stop();
  await removeFolder(folder);
});

/** Sends text as it stands and returns all that comes back. */
function raw(text: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(trial.port, '127.0.0.1', () => socket.write(text));
  let answer = '';
  socket.setEncoding('utf8');
  socket.setTimeout(2_000, () => socket.destroy());
  socket.on('data', (piece: string) => {
    answer += piece;
  });
  socket.on('close', () => resolve(answer));
  socket.on('error', reject);
  return promise;
}

const poison: [string, string][] = [
  ['rsc', '1'],
  ['next-router-prefetch', '1'],
  ['next-router-segment-prefetch', '/_tree'],
  ['next-router-state-tree', '%5B%22%22%5D'],
  ['next-url', '/redaksi'],
  ['next-resume', '1'],
  ['x-nextjs-data', '1'],
  ['x-nextjs-rewritten-path', '/x'],
  ['x-middleware-rewrite', 'https://evil.example/'],
  ['x-middleware-subrequest', 'middleware:middleware'],
  ['x-middleware-prefetch', '1'],
  ['x-matched-path', '/redaksi'],
  ['x-invoke-path', '/redaksi'],
  ['x-invoke-status', '500'],
  ['x-nonce', 'abc'],
  ['content-security-policy', "script-src 'nonce-abc'"],
  ['x-forwarded-host', 'evil.example'],
  ['x-forwarded-proto', 'http'],
  ['x-forwarded-for', '1.2.3.4'],
  ['x-forwarded-port', '81'],
  ['forwarded', 'host=evil.example'],
  ['x-original-url', '/redaksi'],
  ['x-rewrite-url', '/redaksi'],
  ['x-http-method-override', 'POST'],
  ['x-portal', 'lain'],
  ['x-prerender-revalidate', 'x'],
  ['x-vercel-ip-country', 'ID'],
  ['cookie', 'next-auth.session-token=x; __prerender_bypass=1'],
  ['authorization', 'Bearer x'],
  ['accept', 'text/x-component'],
  ['accept-language', 'en'],
  ['user-agent', 'Googlebot/2.1'],
  ['sec-fetch-dest', 'image'],
  ['purpose', 'prefetch'],
  ['sec-purpose', 'prefetch'],
  ['referer', 'https://www.google.com/'],
  ['range', 'bytes=0-3'],
  ['if-modified-since', 'Thu, 01 Jan 2099 00:00:00 GMT'],
  ['save-data', 'on'],
  ['origin', 'https://evil.example'],
  ['te', 'trailers'],
];

test.each(poison)('the header %s changes nothing, neither for its sender nor for those after', async (name, value) => {
  for (const path of ['/berita/satu', '/opd/dinkes']) {
    const clean = await trial.get(path);
    const before = trial.rendered.filter((other) => other === path).length;
    const sent = [
      await trial.get(path, { [name]: value }),
      await trial.get(path, { [name]: value }),
      await trial.get(path),
    ];
    for (const answer of sent) {
      expect([answer.status, answer.text, answer.headers.etag]).toEqual([200, clean.text, clean.headers.etag]);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    expect(trial.rendered.filter((other) => other === path).length).toBe(before);
  }
  expect(trial.handed).toEqual([]);
});

test('a poisoned first request makes the same page as a clean one', async () => {
  const all = Object.fromEntries(poison.filter(([name]) => name !== 'te'));
  const first = await trial.get('/kanal/racun?utm_source=x&_rsc=1', all);
  const clean = await trial.get('/kanal/racun');
  expect([first.status, first.text]).toEqual([200, clean.text]);
  expect(trial.rendered.filter((path) => path.startsWith('/kanal/racun'))).toEqual(['/kanal/racun']);
});

test('parameters that a page does not declare make no other page', async () => {
  const clean = await trial.get('/opd/dinkes');
  for (const query of ['?utm_source=wa', '?fbclid=1&x[]=2', '?halaman=1', '?__nextDefaultLocale=x', '?_rsc=abc', '?']) {
    expect((await trial.get(`/opd/dinkes${query}`)).text).toBe(clean.text);
  }
  expect((await trial.get('/opd/dinkes?utm_x=1&halaman=2&halaman=9')).text).toContain('Dinkes 2');
  expect((await trial.get('/opd/dinkes?halaman=abc')).status).toBe(404);
});

const readerPaths = [
  '/',
  '/berita/satu',
  '/berita/tak-ada',
  '/apa-saja',
  '/sistem/tidak-ditemukan',
  '/media/x',
  '/favicon.ico',
  '/_next/x',
  '/_next/static/chunks/b1.css',
  '/api/nope',
  '/api/v1/artikel',
  '/api/v1/nope',
  '/redaksi-x',
  '/prapemuatan-1.json',
  '/api/health/live',
];

test.each(readerPaths)('%s only answers to reading', async (path) => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) {
    const answer = await trial.get(path, { origin: `https://${trialHost}`, 'next-action': 'x' }, method);
    expect([method, answer.status, answer.headers.allow]).toEqual([method, 405, 'GET, HEAD']);
  }
  for (const method of ['GET', 'HEAD', 'POST']) {
    expect((await trial.get(path, { 'next-action': 'abc' }, method)).status).toBe(405);
  }
  expect(trial.handed).toEqual([]);
});

test.each([
  '/_next/../berita/satu',
  '/redaksi/%2e%2e/berita/satu',
  '/redaksi/..%2fberita',
  '//redaksi',
  '/\\redaksi',
  '/redaksi%00',
  '/%5credaksi',
])('the path %s is refused', async (path) => {
  for (const method of ['GET', 'POST']) expect((await trial.get(path, {}, method)).status).toBe(400);
  expect(trial.handed).toEqual([]);
});

test.each([
  'evil.example',
  'warta.example.go.id.evil.example',
  'localhost',
  '127.0.0.1',
  'warta.example.go.id:x',
  '',
  '169.254.169.254',
])('the host %s is not ours', async (host) => {
  for (const path of ['/', '/berita/satu', '/redaksi', '/favicon.ico']) {
    expect((await trial.get(path, { host })).status).toBe(421);
  }
});

test('our host counts in any case and with a port', async () => {
  for (const host of ['WARTA.example.go.id', 'warta.example.go.id:8443']) {
    expect((await trial.get('/', { host })).status).toBe(200);
  }
});

test('a slash at the end leads to the page without it', async () => {
  const answer = await trial.get('/opd/dinkes/?halaman=2&fbclid=1');
  expect([answer.status, answer.headers.location]).toEqual([301, '/opd/dinkes?halaman=2']);
});

test('requests whose length could be read in two ways are refused', async () => {
  const head = `Host: ${trialHost}\r\n`;
  const answers = await Promise.all([
    raw(
      `POST /redaksi HTTP/1.1\r\n${head}Origin: https://${trialHost}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n`,
    ),
    raw(`POST /redaksi HTTP/1.1\r\n${head}Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef`),
    raw(`POST /redaksi HTTP/1.1\r\n${head}Content-Length: 5\r\nContent-Length: 5\r\n\r\nabcde`),
    raw(`POST /redaksi HTTP/1.1\r\n${head}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`),
    raw(`POST /redaksi HTTP/1.1\r\n${head}Transfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n`),
    raw(`POST /redaksi HTTP/1.1\r\n${head}Content-Length: +5\r\n\r\nabcde`),
    raw(`GET / HTTP/1.1\r\n${head}Content-Length : 5\r\n\r\nabcde`),
    raw(`GET / HTTP/1.1\r\n${head}X-A: b\r\n Transfer-Encoding: chunked\r\n\r\n`),
    raw(`GET / HTTP/1.1\r\n${head}Host: evil.example\r\n\r\n`),
    raw(`GET / HTTP/1.1\r\n\r\n`),
    raw(`GET / HTTP/1.1\r\n${head}Content-Length: 4\r\n\r\nabcd`),
    raw(`GET http://evil.example/ HTTP/1.1\r\n${head}\r\n`),
  ]);
  for (const answer of answers) expect(answer.split('\r\n')[0]).toBe('HTTP/1.1 400 Bad Request');
  expect(trial.handed).toEqual([]);
});

test('measurements are answered to the bearer of the token, under whichever host, and are not there for others', async () => {
  const bearer = { authorization: 'Bearer kunci' };
  expect(await trial.get('/metrics', { ...bearer, host: '127.0.0.1' })).toMatchObject({ status: 200, text: 'ukuran' });
  for (const headers of [{}, { authorization: 'Bearer x' }]) {
    const answer = await trial.get('/metrics', headers);
    expect([answer.status, answer.text]).toEqual([404, (await trial.get('/tak-ada')).text]);
  }
});

test('an upgrade is refused', async () => {
  for (const path of ['/', '/redaksi', '/_next/hmr']) {
    const answer = await ask(trial.port, path, { connection: 'Upgrade', upgrade: 'websocket' });
    expect(answer.status).toBe(400);
  }
});

test('the demo asks not to be found and answers to this computer', async () => {
  const demo = await startTrial({
    databaseUrl: database.url(),
    folder: join(folder, 'contoh'),
    demo: true,
    publicUrl: new URL('http://127.0.0.1:3000'),
  });
  try {
    for (const host of ['localhost:3000', '127.0.0.1', '[::1]:80', trialHost]) {
      const answer = await demo.get('/', { host });
      expect([answer.status, answer.headers['x-robots-tag']]).toEqual([200, 'noindex, nofollow']);
      expect(answer.headers['strict-transport-security']).toBeUndefined();
    }
    expect((await demo.get('/', { host: 'evil.example' })).status).toBe(421);
  } finally {
    await demo.stop();
  }
});

test('static files are compressed once and never change; maps and strange paths are not there', async () => {
  const css = await trial.get('/_next/static/chunks/b1.css', { 'accept-encoding': 'br' });
  expect([css.status, css.headers['content-encoding'], css.headers['cache-control']]).toEqual([
    200,
    'br',
    'public, max-age=31536000, immutable',
  ]);
  expect(css.headers['content-type']).toBe('text/css; charset=utf-8');
  expect(css.headers['content-security-policy']).toContain('sandbox');
  // A worker takes its policy from its own file, and loads the rest of the build by it.
  const script = await trial.get('/_next/static/chunks/b1.js');
  expect(script.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';(?!.*sandbox)/);
  expect((await trial.get('/favicon.ico')).text).toBe('ikon');
  for (const path of [
    '/_next/static/chunks/a.js.map',
    '/_next/static/',
    '/_next/static/chunks',
    '/_next/image?url=/x',
    '/_next/data/x',
    '/package.json',
  ]) {
    expect((await trial.get(path)).status).toBe(404);
  }
  const rules = await trial.get('/prapemuatan-1.json');
  expect(rules.headers['content-type']).toBe('application/speculationrules+json');
  expect((await trial.get('/')).headers['speculation-rules']).toBe('"/prapemuatan-1.json"');
});

test('style sheets of the build before are still there after the next build', async () => {
  const next = await startTrial({ databaseUrl: database.url(), folder, build: 'b2' });
  try {
    for (const build of ['b1', 'b2'])
      expect((await next.get(`/_next/static/chunks/${build}.css`)).text).toContain(build);
  } finally {
    await next.stop();
  }
});

test('a document is sent as a download that can do nothing, a share card as a picture', async () => {
  const document = await trial.get(`/media/${documentKey}`);
  expect([document.status, document.text]).toEqual([200, 'dokumen']);
  expect(document.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': '7',
    'content-disposition': 'attachment; filename="dokumen-cccccccc.pdf"',
    'x-content-type-options': 'nosniff',
    'content-security-policy':
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  });
  expect(document.headers['cache-control']).toContain('immutable');
  const again = await trial.get(`/media/${documentKey}`, { 'if-none-match': document.headers.etag ?? '' });
  expect([again.status, again.text]).toEqual([304, '']);
  const card = await trial.get(`/media/${cardKey}`);
  expect([card.status, card.text, card.headers['content-type']]).toEqual([200, 'gambar', 'image/jpeg']);
  expect(card.headers['content-disposition']).toBeUndefined();
});

test('a large picture is sent whole, and HEAD tells its size', async () => {
  const picture = await trial.get(`/media/${largeKey}`);
  expect([picture.status, picture.text.length]).toEqual([200, large.length]);
  const head = await raw(`HEAD /media/${largeKey} HTTP/1.1\r\nHost: ${trialHost}\r\nConnection: close\r\n\r\n`);
  expect(head).toContain('200 OK');
  expect(head).toContain(`Content-Length: ${large.length}`);
  expect(head.endsWith('\r\n\r\n')).toBe(true);
});

test('a picture is served while it is public, and no longer', async () => {
  const picture = await trial.get(`/media/${pictureKey}`);
  expect([picture.status, picture.text, picture.headers['content-type']]).toEqual([200, 'gambar', 'image/avif']);
  expect(picture.headers['content-security-policy']).toBe(
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  );
  expect(picture.headers['cache-control']).toContain('immutable');
  const asked = pictures.asked;
  await trial.get(`/media/${pictureKey}`);
  expect(pictures.asked).toBe(asked);
  for (const key of ['../../etc/passwd', pictureKey.replace('r/', 'o/'), `${pictureKey}.html`, '']) {
    expect([400, 404]).toContain((await trial.get(`/media/${key}`)).status);
  }
  pictures.public = false;
  await publish(database.url(), '/berita/satu', 'Isi satu', ['article:satu']);
  await expect.poll(async () => (await trial.get(`/media/${pictureKey}`)).status, { timeout: 1_000 }).toBe(404);
});

test('health answers whatever the host, and keeps quiet about the rest', async () => {
  const live = await trial.get('/api/health/live', { host: '10.1.2.3' });
  expect([live.status, live.text, live.headers['cache-control']]).toEqual([200, '/api/health/live', 'no-store']);
  expect((await trial.get('/api/health/details')).status).toBe(404);
});
