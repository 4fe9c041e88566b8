import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyViolations, violationsIn } from '#lib/policy-violations.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { removeFolder } from '#lib/testing/remove-folder.ts';
import { ask, prepareTrial, startTrial, type Trial } from './trial.ts';

const database = testDatabase();
let folder: string;
let trial: Trial;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laporan-'));
  await prepareTrial(database.url());
  trial = await startTrial({ databaseUrl: database.url(), folder });
});
afterAll(async () => {
  await trial.stop();
  await removeFolder(folder);
});

const path = '/laporan-kebijakan';
const older = (directive: string, blocked: string, page = 'https://situs.example/berita/x?rahasia=1') =>
  JSON.stringify({
    'csp-report': {
      'document-uri': page,
      referrer: 'https://rumah.example/',
      'effective-directive': directive,
      'blocked-uri': blocked,
    },
  });
const send = (body: string, type = 'application/csp-report') =>
  ask(trial.port, path, { 'content-type': type }, 'POST', body);
const counted = (blocked: string) =>
  policyViolations()
    .filter((kind) => kind.blocked === blocked)
    .reduce((sum, { count }) => sum + count, 0);

test('a report is counted by surface, directive and host, and nothing else of it is kept', async () => {
  const answer = await send(older('script-src-elem', 'https://jahat.example/a.js?orang=1'));
  expect([answer.status, answer.text]).toEqual([204, '']);
  const newer = [
    {
      type: 'csp-violation',
      body: {
        documentURL: 'https://situs.example/redaksi/naskah/1',
        effectiveDirective: 'style-src-attr',
        blockedURL: 'inline',
      },
    },
    { type: 'deprecation', body: {} },
  ];
  expect((await send(JSON.stringify(newer), 'application/reports+json')).status).toBe(204);
  expect(policyViolations()).toEqual(
    expect.arrayContaining([
      { surface: 'site', directive: 'script-src-elem', blocked: 'jahat.example', count: 1 },
      { surface: 'newsroom', directive: 'style-src-attr', blocked: 'inline', count: 1 },
    ]),
  );
  expect(JSON.stringify(policyViolations())).not.toMatch(/rahasia|rumah|orang|naskah/);
});

test.each([
  ['no JSON', '{'],
  ['a number', '1'],
  ['nothing', ''],
  ['a prototype', '{"__proto__":{"csp-report":{"blocked-uri":"https://x.example"}}}'],
  ['too many at once', JSON.stringify(Array.from({ length: 21 }, () => ({ type: 'csp-violation', body: {} })))],
  ['very deep', `${'['.repeat(8_000)}${']'.repeat(8_000)}`],
])('%s is no report', (_, message) => {
  expect(violationsIn(message)).toEqual([]);
});

test('made-up directives and hosts are told as one kind', () => {
  expect(violationsIn(older('<script>', 'https://a b/'))).toMatchObject([{ directive: 'lain', blocked: 'lain' }]);
  expect(violationsIn(older('img-src', `https://${'a'.repeat(300)}.example`))).toMatchObject([{ blocked: 'lain' }]);
  expect(violationsIn(older('img-src', 'javascript:alert(1)\nlevel=alarm'))).toMatchObject([{ blocked: 'lain' }]);
});

test('a burst of a stranger costs a bounded part of it, and every answer is the same', async () => {
  const burst = await Promise.all(
    Array.from({ length: 120 }, (_, at) => send(older('img-src', `https://serbuan.example/${at}`))),
  );
  expect(new Set(burst.map(({ status }) => status))).toEqual(new Set([204]));
  expect(counted('serbuan.example')).toBeLessThan(120);
  expect(policyViolations().length).toBeLessThanOrEqual(201);
});

test('what is too long, of another type, or another method is not read', async () => {
  expect((await send(older('img-src', `https://panjang.example/${'x'.repeat(20_000)}`))).status).toBe(204);
  expect((await send(older('img-src', 'https://tipe.example/'), 'text/plain')).status).toBe(204);
  expect([counted('panjang.example'), counted('tipe.example')]).toEqual([0, 0]);
  expect((await ask(trial.port, path, {}, 'PUT', 'x')).status).toBe(405);
  expect((await trial.get(path)).status).toBe(404);
  const action = await ask(trial.port, path, { 'next-action': 'x', 'content-type': 'application/json' }, 'POST', '{}');
  expect(action.status).toBe(405);
});

test('pages of the site and the newsroom say where to report', async () => {
  for (const page of ['/', '/redaksi/masuk']) {
    const { headers } = await trial.get(page);
    expect(headers['content-security-policy'], page).toContain(`report-uri ${path}; report-to kebijakan`);
    expect(headers['reporting-endpoints'], page).toBe(`kebijakan="${path}"`);
  }
});
