import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '#lib/testing/database.ts';
import { removeFolder } from '#lib/testing/remove-folder.ts';
import { ask, prepareTrial, startTrial, type Trial, trialHost, trialPortal } from './trial.ts';

const database = testDatabase();
const own = `https://${trialHost}`;
let folder: string;
let trial: Trial;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redaksi-'));
  await prepareTrial(database.url());
  trial = await startTrial({ databaseUrl: database.url(), folder, trustedProxies: ['127.0.0.1', '10.0.0.1'] });
});
beforeEach(() => {
  trial.handed.length = 0;
});
afterAll(async () => {
  await trial.stop();
  await removeFolder(folder);
});

test('the answer bears a policy with a new nonce each time, the same as the request tells Next', async () => {
  const policies = new Set<string>();
  for (let time = 0; time < 3; time += 1) {
    const answer = await trial.get('/redaksi', {
      'content-security-policy': "script-src 'nonce-mine'",
      'x-nonce': 'mine',
    });
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toMatch(/script-src 'nonce-[A-Za-z0-9+/]{24}' 'strict-dynamic';/);
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types default nextjs ProseMirrorClipboard");
    expect(trial.handed.at(-1)?.headers['content-security-policy']).toBe(policy);
    policies.add(policy);
  }
  expect(policies.size).toBe(3);
  expect(JSON.stringify(trial.handed)).not.toContain('mine');
});

test('whoever answers can neither loosen the policy nor let the answer be kept', async () => {
  const { headers } = await trial.get('/redaksi');
  expect([headers['cache-control'], headers['x-frame-options'], headers['x-robots-tag']]).toEqual([
    'no-store',
    'DENY',
    'noindex, nofollow',
  ]);
});

test('only the preview may be framed, and only by us', async () => {
  const id = '0198a000-0000-7000-8000-0000000000aa';
  const preview = await trial.get(`/redaksi/naskah/${id}/pratinjau?edisi=2`);
  expect(preview.headers['content-security-policy']).toContain("frame-ancestors 'self'");
  expect(preview.headers['x-frame-options']).toBe('SAMEORIGIN');
  for (const path of [`/redaksi/naskah/${id}`, `/redaksi/naskah/${id}/pratinjau/x`, '/redaksi/pratinjau']) {
    expect((await trial.get(path)).headers['content-security-policy']).toContain("frame-ancestors 'none'");
  }
});

test('a file opened by itself runs nothing', async () => {
  const file = await trial.get('/redaksi/media/r/ab/x.avif');
  expect(file.headers['content-security-policy']).toContain('sandbox');
});

test('a page that is not there, or that broke, is a whole page for the same person, under the same policy', async () => {
  const missing = await trial.get('/redaksi/naskah/tidak-ada', { cookie: 'a=b' });
  expect([missing.status, missing.text]).toEqual([404, '<p>/redaksi/sistem/tidak-ditemukan untuk a=b</p>']);
  expect(missing.headers['link']).toBeUndefined();
  expect(trial.handed.at(-1)?.headers['content-security-policy']).toBe(missing.headers['content-security-policy']);
  const broken = await trial.get('/redaksi/rusak', { cookie: 'a=b' });
  expect([broken.status, broken.text]).toEqual([500, '<p>/redaksi/sistem/gangguan untuk a=b</p>']);
});

test('what scripts ask for keeps its own answer', async () => {
  expect((await trial.get('/redaksi/simpan/x')).text).toBe('{"code":"not_found"}');
  expect((await trial.get('/redaksi/naskah/tidak-ada', { rsc: '1' })).text).toContain('__next_error__');
});

test('the headers of its own pages reach Next, those of strangers do not', async () => {
  const stays = {
    rsc: '1',
    'next-router-state-tree': 'x',
    'next-router-prefetch': '1',
    'next-url': '/redaksi',
    cookie: 'a=b',
  };
  const goes = {
    'next-resume': '1',
    'x-middleware-subrequest': 'x',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'gopher',
    'x-matched-path': '/x',
    'x-invoke-path': '/x',
    'x-nextjs-data': '1',
    'x-portal': 'lain',
    'x-http-method-override': 'DELETE',
  };
  await trial.get('/redaksi/antrean', { ...stays, ...goes });
  const headers = trial.handed[0]?.headers ?? {};
  expect(headers).toMatchObject({
    ...stays,
    'x-portal': trialPortal,
    'x-forwarded-host': trialHost,
    'x-forwarded-proto': 'https',
  });
  for (const name of [
    'next-resume',
    'x-middleware-subrequest',
    'x-matched-path',
    'x-invoke-path',
    'x-nextjs-data',
    'x-http-method-override',
  ]) {
    expect(headers[name]).toBeUndefined();
  }
  await trial.get('/api/auth/session', stays);
  expect(trial.handed[1]?.headers).not.toHaveProperty('rsc');
});

test.each([
  ['10.9.9.9, 203.0.113.7', '203.0.113.7'],
  ['203.0.113.7, 10.0.0.1', '203.0.113.7'],
  ['1.1.1.1, 203.0.113.7, 10.0.0.1', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['bukan alamat', '127.0.0.1'],
  ['', '127.0.0.1'],
])('the address behind trusted proxies: %s is %s', async (forwarded, expected) => {
  await trial.get('/redaksi', { 'x-forwarded-for': forwarded });
  expect(trial.handed[0]?.headers['x-forwarded-for']).toBe(expected);
});

test.each([
  ['without an origin', {}],
  ['from another site', { origin: 'https://evil.example' }],
  ['from nowhere', { origin: 'null' }],
  ['from a host that begins like ours', { origin: `${own}.evil.example` }],
  ['from another port', { origin: `${own}:8443` }],
  ['from something odd', { origin: 'javascript://warta.example.go.id' }],
  ['that forges a forwarded host', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }],
  ['that the browser calls cross-site', { origin: own, 'sec-fetch-site': 'cross-site' }],
] as [string, Record<string, string>][])('a change %s is refused', async (_, headers) => {
  for (const path of ['/redaksi', '/redaksi/simpan/x', '/api/auth/callback/credentials', '/redaksi/tak-ada']) {
    expect((await trial.get(path, { ...headers, 'next-action': 'x' }, 'POST')).status).toBe(403);
  }
  expect(trial.handed).toEqual([]);
});

test('a change from our own page goes through', async () => {
  const answer = await ask(
    trial.port,
    '/redaksi',
    { origin: own, 'sec-fetch-site': 'same-origin', 'next-action': 'x' },
    'POST',
    'a=b',
  );
  expect([answer.status, trial.handed[0]?.headers['next-action']]).toEqual([200, 'x']);
});

test('other methods, and more bytes than anything needs, are refused', async () => {
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'TRACE']) {
    const answer = await trial.get('/redaksi', { origin: own }, method);
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, POST']);
  }
  expect((await trial.get('/redaksi/unggah', { origin: own, 'content-length': '99000000' }, 'POST')).status).toBe(413);
  expect(trial.handed).toEqual([]);
});

test('more of an upload comes by PATCH and is dropped by DELETE: there only, and from our own page only', async () => {
  for (const method of ['PATCH', 'DELETE']) {
    const path = '/redaksi/unggah/berkas/0123';
    expect((await ask(trial.port, path, {}, method)).status).toBe(403);
    expect((await ask(trial.port, '/redaksi/unggah/berkas', { origin: own }, method)).status).toBe(405);
    expect((await ask(trial.port, '/redaksi/simpan/berkas/0123', { origin: own }, method)).status).toBe(405);
    expect((await ask(trial.port, path, { origin: own }, method, 'abc')).status).toBe(200);
  }
  expect(trial.handed.map(({ method }) => method)).toEqual(['PATCH', 'DELETE']);
});

test.each(['/redaksi-lain', '/redaksilain', '/Redaksi', '/api/authx', '/api/auth', '/api'])(
  '%s is not the newsroom',
  async (path) => {
    expect((await trial.get(path)).status).toBe(404);
    expect((await trial.get(path, { origin: own }, 'POST')).status).toBe(405);
    expect(trial.handed).toEqual([]);
  },
);
