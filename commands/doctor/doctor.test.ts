import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { knownMigrations } from '#db/migrate.ts';
import { forgetProvider } from '#lib/accounts/sign-in-provider.ts';
import { readConfig } from '#lib/config.ts';
import type { Check } from '#lib/operations/system-checks.ts';
import { aConfiguration } from '#lib/testing/configuration.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { aFalseProvider } from '#lib/testing/false-provider.ts';
import { aMailServer } from '#lib/testing/mail-server.ts';
import { removeFolder } from '#lib/testing/remove-folder.ts';
import { type DatabaseFacts, databaseChecks, databaseFacts } from './database.ts';
import { fileChecks } from './files.ts';
import { mailChecks } from './mail.ts';
import { outsideChecks } from './outside.ts';
import { providerChecks } from './provider.ts';
import { settingChecks } from './settings.ts';

testDatabase();

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

const standings = (checks: readonly Check[]) =>
  Object.fromEntries(checks.map(({ name, standing }) => [name, standing]));
/** Readers and the newsroom at one address. */
const lookedAt = (front: URL) => outsideChecks(front, front);

const wrongOnes = (checks: readonly Check[]) =>
  checks.filter(({ standing }) => standing === 'wrong' || standing === 'watch').map(({ name }) => name);

describe('settings', () => {
  test('a real site behind a proxy names it, and the demo is said to be one', () => {
    const real = aConfiguration({ trustedProxies: ['127.0.0.1'] });
    expect(wrongOnes(settingChecks(real))).toEqual([]);
    expect(standings(settingChecks({ ...real, trustedProxies: [] }))).toMatchObject({ proxies: 'wrong' });
    expect(standings(settingChecks({ ...real, mode: 'demo' }))).toMatchObject({ mode: 'watch' });
  });
});

describe('files', () => {
  test('secrets that others read, and a folder that others write, are wrong', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'doctor-'));
    undo.push(() => removeFolder(folder));
    const dataDir = join(folder, 'data');
    await mkdir(dataDir, { mode: 0o711 });
    const env = join(folder, '.env');
    await writeFile(env, 'AUTH_SECRET=x', { mode: 0o600 });
    await writeFile(join(dataDir, 'secrets.json'), '{}', { mode: 0o600 });
    expect(wrongOnes(await fileChecks({ dataDir }, env))).toEqual([]);
    await chmod(env, 0o644);
    await chmod(join(dataDir, 'secrets.json'), 0o640);
    await chmod(dataDir, 0o777);
    expect(wrongOnes(await fileChecks({ dataDir }, env))).toEqual(['env_file', 'secrets_file', 'data_folder']);
    expect(standings(await fileChecks({ dataDir: join(folder, 'none') }, join(folder, 'none')))).toEqual({
      data_folder: 'wrong',
    });
  });
});

describe('the database', () => {
  const applied = knownMigrations().map(({ hash }) => hash);
  const sound: DatabaseFacts = {
    ...{ major: 18, version: '18.4', hasChecksums: true, isSuperuser: false, isOwner: true, timeZone: 'UTC' },
    ...{ ahead: 300, applied },
  };

  test('is found as it is', async () => {
    const facts = await databaseFacts();
    expect(facts).toMatchObject({ major: 18, hasChecksums: true, isOwner: true });
    expect(databaseChecks(facts, true).map(({ standing }) => standing)).toEqual(Array(5).fill('well'));
  });

  test.each<[string, Partial<DatabaseFacts>]>([
    ['database_version', { major: 17, version: '17.2' }],
    ['migrations', { applied: applied.slice(0, -1) }],
    ['migrations', { applied: [...applied, 'of-a-later-version'] }],
    ['checksums', { hasChecksums: false }],
    ['database_rights', { isOwner: false }],
    ['database_rights', { isSuperuser: true }],
    ['database_clock', { ahead: -7_200_000 }],
  ])('%s is named when it does not fit', (name, change) => {
    expect(wrongOnes(databaseChecks({ ...sound, ...change }, false))).toEqual([name]);
    expect(wrongOnes(databaseChecks(sound, false))).toEqual([]);
  });
});

describe('from outside', () => {
  async function aFront(answer: RequestListener): Promise<URL> {
    const server: Server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    undo.push(() => new Promise((resolve) => server.close(resolve)));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    return new URL(`http://127.0.0.1:${address.port}`);
  }

  const sound: RequestListener = ({ url = '' }, response) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'no-store');
    const policy = url.startsWith('/redaksi') ? "script-src 'nonce-abc' 'strict-dynamic'" : "default-src 'none'";
    response.setHeader('Content-Security-Policy', policy);
    response.writeHead(url === '/metrics' ? 404 : 200).end();
  };

  test('a sound front is well', async () => {
    const checks = await lookedAt(await aFront(sound));
    expect(wrongOnes(checks)).toEqual([]);
    expect(Object.keys(standings(checks))).toContain('ready');
  });

  test('a proxy that drops, adds and opens what it must not is named for each', async () => {
    const front = await aFront((_, response) => {
      response.writeHead(200, { Server: 'nginx/1.22.1', Date: 'Wed, 14 Jan 2026 02:30:00 GMT' }).end();
    });
    expect(wrongOnes(await lookedAt(front))).toEqual([
      ...['reader_headers', 'newsroom_headers', 'metrics_closed', 'server_name', 'outside_clock'],
    ]);
  });

  test('a site that answers with errors, or not at all, is wrong', async () => {
    const broken = await aFront((_, response) => void response.writeHead(503).end());
    expect(wrongOnes(await lookedAt(broken))).toEqual(expect.arrayContaining(['reachable', 'ready']));
    expect(wrongOnes(await lookedAt(new URL('http://127.0.0.1:1')))).toEqual(['reachable']);
  });
});

describe('mail', () => {
  const setTo = (url: string) => {
    const { mail } = readConfig({ SMTP_URL: url, MAIL_FROM: 'redaksi@example.go.id', DATA_DIR: '.data-test/mail' });
    return aConfiguration({ mail });
  };

  test('is greeted and sent nothing, unless there is somebody to send to', async () => {
    const server = await aMailServer({ login: { user: 'warta', password: 'benar' } });
    undo.push(() => server.close());
    const settings = setTo(server.url);
    expect(standings(await mailChecks(settings))).toEqual({ mail_server: 'well' });
    expect(server.arrived).toEqual([]);
    expect(standings(await mailChecks(settings, 'sari@example.go.id'))).toEqual({ mail_server: 'well' });
    expect(server.arrived.map(({ to }) => to)).toEqual(['sari@example.go.id']);
    const wrong = await mailChecks(setTo(server.url.replace('benar', 'salah')));
    expect(wrong).toMatchObject([{ standing: 'wrong', text: expect.stringContaining('menolak nama atau sandi') }]);
  });

  test('that does not answer is wrong, and none at all is no matter of this check', async () => {
    expect(standings(await mailChecks(setTo('smtp://127.0.0.1:1')))).toEqual({ mail_server: 'wrong' });
    expect(await mailChecks(aConfiguration())).toEqual([]);
  });
});

test('a provider of sign-ins that answers is well, one that does not is wrong, and none is not spoken of', async () => {
  const provider = await aFalseProvider();
  undo.push(forgetProvider);
  forgetProvider();
  expect(await providerChecks({ signInProvider: null })).toEqual([]);
  expect(await providerChecks({ signInProvider: provider.settings })).toMatchObject([{ standing: 'well' }]);
  await provider.stop();
  forgetProvider();
  expect(wrongOnes(await providerChecks({ signInProvider: provider.settings }))).toEqual(['sign_in_provider']);
});
