import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { dataDir, origin } from './app.ts';

const ofTheRunningApp = async () => {
  const text = await readFile(join(dataDir, 'secrets.json'), 'utf8');
  const { authSecret, signingKey } = z
    .object({ authSecret: z.string(), signingKey: z.string() })
    .parse(JSON.parse(text));
  return [authSecret, signingKey];
};

/** Names of settings that only the server reads: where they stand, its configuration was packed along. */
const settings = ['AUTH_SECRET', 'SIGNING_KEYS', 'DATABASE_URL', 'SMTP_URL', 'METRICS_TOKEN'];

test('what browsers are given holds no secret, no setting of the server and no map of the source', async () => {
  const folder = '.next/static';
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(10);
  const secrets = [...(await ofTheRunningApp()), ...settings];
  for (const { parentPath, name } of files) {
    expect(name).not.toMatch(/\.map$/);
    const text = await readFile(join(parentPath, name), 'latin1');
    for (const secret of secrets) expect(text.includes(secret), `${secret.slice(0, 12)} in ${name}`).toBe(false);
  }
});

test('pages that say what is wrong tell nothing of the inside', async ({ request }) => {
  const inside = [...(await ofTheRunningApp()), ...settings, resolve('.'), 'node_modules', '    at '];
  const paths = [
    ...['/tidak-ada', '/berita/tidak-ada', '/%00', '/api/nope', '/api/v1/artikel?jumlah=x', '/metrics', '/.env'],
    ...['/redaksi/tidak-ada', '/redaksi/naskah/bukan-nomor', '/api/auth/apa-saja', '/.git/config', '/package.json'],
  ];
  for (const path of paths) {
    const answer = await request.get(`${origin}${path}`, { maxRedirects: 0 });
    expect(answer.status(), path).not.toBe(200);
    expect(answer.headers()['x-request-id'], path).toMatch(/^[0-9a-f-]{18}$/);
    const text = await answer.text();
    for (const part of inside) expect(text.includes(part), `${part.slice(0, 12)} in ${path}`).toBe(false);
  }
  const refused = await request.post(`${origin}/redaksi`, { data: 'x', headers: { origin: 'https://evil.example' } });
  expect(refused.status()).toBe(403);
});
