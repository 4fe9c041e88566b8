import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { addDemoKey } from './demo-key.ts';
import { issuesOf } from './errors.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'setelan-'));
});
afterAll(() => rm(folder, { recursive: true }));

const key = Buffer.alloc(32, 7).toString('base64');

const complete = {
  RUANG_WARTA_MODE: 'produksi',
  PUBLIC_URL: 'https://warta.contoh.go.id',
  AUTH_SECRET: 'x'.repeat(32),
  SIGNING_KEYS: `k2:${key},k1:${Buffer.alloc(40, 9).toString('base64')}`,
  DATABASE_URL: 'postgres://ruang_warta:sandi@127.0.0.1:5432/ruang_warta',
};

function refusal(environment: Record<string, string | undefined>) {
  try {
    readConfig(environment);
  } catch (error) {
    return issuesOf(error);
  }
  return [];
}

test('without any setting it is the demo, for this computer only', () => {
  const demo = readConfig({ DATA_DIR: folder, HOST: '0.0.0.0' });
  expect(demo).toMatchObject({ mode: 'demo', host: '127.0.0.1', port: 3000, databaseUrl: null });
  expect(demo.publicUrl.href).toBe('http://127.0.0.1:3000/');
});

test('the demo keeps the secrets it made, readable by their owner only', async () => {
  const first = readConfig({ DATA_DIR: folder });
  const second = readConfig({ DATA_DIR: folder });
  expect(second.authSecret).toBe(first.authSecret);
  expect(second.signingKeys).toEqual(first.signingKeys);
  expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
});

test('the example file is a working configuration', async () => {
  const example = parseEnv(await readFile(join(import.meta.dirname, '..', '.env.example'), 'utf8'));
  expect(readConfig({ ...example, DATA_DIR: folder }).mode).toBe('demo');
});

test('a rotated demo key signs from then on, and the former one still verifies', async () => {
  const [former] = readConfig({ DATA_DIR: folder }).signingKeys;
  await addDemoKey(folder, 'k2026');
  const keys = readConfig({ DATA_DIR: folder }).signingKeys;
  expect(keys.map((one) => one.id)).toEqual(['k2026', 'contoh']);
  expect(keys[0]?.secret).toHaveLength(32);
  expect(keys[1]).toEqual(former);
});

test('the demo says so when its folder cannot be made', () => {
  const [issue] = refusal({ DATA_DIR: '/dev/null/data' });
  expect(issue).toMatchObject({ field: 'DATA_DIR', code: 'folder_unwritable' });
});

test('production takes its settings and makes no secrets', () => {
  const read = readConfig({ ...complete, DATA_DIR: '/srv/ruang-warta', TRUSTED_PROXIES: '10.0.0.1, ::1' });
  expect(read).toMatchObject({
    mode: 'production',
    mediaDir: '/srv/ruang-warta/media',
    trustedProxies: ['10.0.0.1', '::1'],
  });
  expect(read.signingKeys.map((one) => one.id)).toEqual(['k2', 'k1']);
});

test('production names every missing setting, with an example', () => {
  const issues = refusal({ RUANG_WARTA_MODE: 'produksi' });
  expect(issues.map((issue) => issue.field).sort()).toEqual([
    'AUTH_SECRET',
    'DATABASE_URL',
    'PUBLIC_URL',
    'SIGNING_KEYS',
  ]);
  for (const issue of issues) {
    expect(issue.text).toContain(`${issue.field} belum diisi`);
    expect(issue.text).toContain(`Contoh: ${issue.field}=`);
  }
});

test.each([
  ['RUANG_WARTA_MODE', 'production'],
  ['PORT', '0'],
  ['PORT', '70000'],
  ['PORT', 'tiga ribu'],
  ['HOST', 'warta.contoh.go.id'],
  ['PUBLIC_URL', 'warta.contoh.go.id'],
  ['PUBLIC_URL', 'http://warta.contoh.go.id'],
  ['PUBLIC_URL', 'https://warta.contoh.go.id/redaksi'],
  ['PUBLIC_URL', 'ftp://warta.contoh.go.id'],
  ['AUTH_SECRET', 'pendek'],
  ['SIGNING_KEYS', 'k1'],
  ['SIGNING_KEYS', 'k1:cGVuZGVr'],
  ['SIGNING_KEYS', `k1:${key},k1:${key}`],
  ['DATABASE_URL', 'mysql://a/b'],
  ['DATABASE_URL', 'postgres://127.0.0.1'],
  ['TRUSTED_PROXIES', 'nginx'],
  ['ROLE', 'semua'],
  ['DRAIN_SECONDS', '90'],
  ['NEWSROOM_URL', 'http://redaksi.contoh.go.id'],
  ['NEWSROOM_PORT', 'seratus'],
  ['S3_PATH_STYLE', 'true'],
  ['S3_CACHE_MB', '1'],
])('%s=%s is refused by name', (name, value) => {
  const issues = refusal({ ...complete, [name]: value });
  expect(issues.map((issue) => issue.field)).toEqual([name]);
  expect(issues[0]?.text).toContain('Contoh:');
});

test('http is fine for a loopback address', () => {
  for (const address of ['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:8080']) {
    expect(readConfig({ ...complete, PUBLIC_URL: address }).publicUrl.href).toBe(`${address}/`);
  }
});

test('a mail server is taken as its address says it is protected', () => {
  const mail = (url: string) =>
    readConfig({ ...complete, SMTP_URL: url, MAIL_FROM: 'Warta <redaksi@contoh.go.id>' }).mail;
  expect(mail('smtps://warta:s%40ndi@surel.contoh.go.id')).toEqual({
    server: {
      host: 'surel.contoh.go.id',
      port: 465,
      tls: 'from_the_start',
      login: { user: 'warta', password: 's@ndi' },
    },
    from: { name: 'Warta', address: 'redaksi@contoh.go.id' },
  });
  expect(mail('smtp://surel.contoh.go.id')?.server).toMatchObject({ port: 587, tls: 'required', login: null });
  expect(mail('smtp://10.1.2.3:25?tls=tidak')?.server).toMatchObject({ port: 25, tls: 'none' });
  expect(mail('smtp://127.0.0.1:2525')?.server).toMatchObject({ tls: 'none' });
  expect(readConfig(complete).mail).toBeNull();
});

test('half of the mail, or a mail server that cannot be meant, is refused in a sentence', () => {
  expect(refusal({ ...complete, SMTP_URL: 'smtps://surel.contoh.go.id' })).toMatchObject([
    { field: 'SMTP_URL', text: 'SMTP_URL hanya berguna bersama MAIL_FROM: isi keduanya, atau kosongkan keduanya' },
  ]);
  expect(refusal({ ...complete, MAIL_FROM: 'redaksi@contoh.go.id' })).toMatchObject([{ field: 'MAIL_FROM' }]);
  const MAIL_FROM = 'redaksi@contoh.go.id';
  for (const SMTP_URL of [
    'surel.contoh.go.id',
    'http://surel.id',
    'smtps://a%zz:b@surel.id',
    'smtps://surel.id?tls=tidak',
  ])
    expect(refusal({ ...complete, SMTP_URL, MAIL_FROM })).toMatchObject([{ field: 'SMTP_URL' }]);
  for (const from of ['redaksi', 'Warta\r\nBcc: x@y.id <redaksi@contoh.go.id>', 'a@b.id <c@d.id>, e@f.id'])
    expect(refusal({ ...complete, SMTP_URL: 'smtps://surel.id', MAIL_FROM: from })).toMatchObject([
      { field: 'MAIL_FROM' },
    ]);
});

test('measurements are shown nowhere unless a port or a token is set, and a token is no short word', () => {
  expect(readConfig(complete).metrics).toEqual({ door: null, token: null });
  expect(readConfig({ ...complete, METRICS_PORT: '9464' }).metrics.door).toEqual({ host: '127.0.0.1', port: 9464 });
  const refused = (setting: Record<string, string>) => () => readConfig({ ...complete, ...setting });
  for (const setting of [{ METRICS_PORT: '0' }, { METRICS_TOKEN: 'rahasia' }, { METRICS_HOST: 'di mana saja' }])
    expect(refused(setting)).toThrow();
});

test('one process does everything, unless it is told its half, which needs a database of its own', () => {
  expect(readConfig(complete).role).toBe('all');
  expect(readConfig({ ...complete, ROLE: 'jobs' }).role).toBe('jobs');
  const [issue] = refusal({ DATA_DIR: folder, ROLE: 'web' });
  expect(issue).toMatchObject({ field: 'ROLE' });
  expect(issue?.text).toContain('isi DATABASE_URL');
});

const store = {
  S3_ENDPOINT: 'http://10.0.0.9:9000',
  S3_BUCKET: 'ruang-warta',
  S3_ACCESS_KEY_ID: 'warta',
  S3_SECRET_ACCESS_KEY: 'rahasia',
};

test('files lie in the data folder, or in a store that is named whole', () => {
  expect(readConfig(complete).objectStore).toBeNull();
  expect(readConfig({ ...complete, ...store }).objectStore).toMatchObject({
    ...{ bucket: 'ruang-warta', region: 'us-east-1', isPathStyle: true, keptBytes: 2_048_000_000 },
  });
  const { S3_BUCKET: _, ...half } = store;
  expect(refusal({ ...complete, ...half })).toMatchObject([
    { field: 'S3_ENDPOINT', text: expect.stringContaining('bersama S3_BUCKET: isi semuanya') },
  ]);
  for (const S3_ENDPOINT of ['s3.contoh.go.id', 'https://s3.contoh.go.id/ember', 'ftp://s3.contoh.go.id'])
    expect(refusal({ ...complete, ...store, S3_ENDPOINT })).toMatchObject([{ field: 'S3_ENDPOINT' }]);
});

test('the newsroom shares the address and the door of readers, unless it has its own', () => {
  expect(readConfig(complete)).toMatchObject({
    newsroomUrl: { origin: 'https://warta.contoh.go.id' },
    newsroomDoor: null,
  });
  const own = { ...complete, NEWSROOM_URL: 'https://redaksi.contoh.go.id', NEWSROOM_PORT: '3100' };
  expect(readConfig(own)).toMatchObject({
    newsroomUrl: { origin: 'https://redaksi.contoh.go.id' },
    newsroomDoor: { host: '127.0.0.1', port: 3100 },
  });
  expect(readConfig({ DATA_DIR: folder, NEWSROOM_PORT: '3100', NEWSROOM_HOST: '0.0.0.0' })).toMatchObject({
    newsroomUrl: { origin: 'http://127.0.0.1:3100' },
    newsroomDoor: { host: '127.0.0.1', port: 3100 },
  });
});

test('doors and addresses that cannot be told apart are refused', () => {
  expect(refusal({ ...complete, NEWSROOM_HOST: '10.0.0.1' })).toMatchObject([{ field: 'NEWSROOM_HOST' }]);
  expect(refusal({ ...complete, NEWSROOM_PORT: '3000' })).toMatchObject([{ field: 'NEWSROOM_PORT' }]);
  expect(refusal({ ...complete, NEWSROOM_URL: 'https://warta.contoh.go.id:8443' })).toMatchObject([
    { field: 'NEWSROOM_URL' },
  ]);
});

test('what one account may upload can be set, and nothing but a whole number is taken', () => {
  expect(readConfig(complete).uploads).toEqual({ files: 500, bytes: 2e9, bytesInAll: 50e9 });
  const set = readConfig({ ...complete, UPLOAD_FILES_PER_DAY: '20', UPLOAD_MB_PER_DAY: '1', UPLOAD_MB_TOTAL: '2' });
  expect(set.uploads).toEqual({ files: 20, bytes: 1e6, bytesInAll: 2e6 });
  for (const wrong of ['0', '-1', '1.5', '1e9', 'banyak', '99999999'])
    expect(refusal({ ...complete, UPLOAD_FILES_PER_DAY: wrong }).map(({ field }) => field)).toEqual([
      'UPLOAD_FILES_PER_DAY',
    ]);
});

test('the scanner is a socket or a port, or nothing', () => {
  expect(readConfig(complete).scanner).toBeNull();
  expect(readConfig({ ...complete, CLAMD_SOCKET: '/run/clamav/clamd.ctl' }).scanner).toEqual({
    path: '/run/clamav/clamd.ctl',
  });
  expect(readConfig({ ...complete, CLAMD_SOCKET: '127.0.0.1:3310' }).scanner).toEqual({
    host: '127.0.0.1',
    port: 3310,
  });
  for (const wrong of ['clamd', '127.0.0.1:0', '127.0.0.1:99999', 'http://x:1', '[::1]:3310'])
    expect(refusal({ ...complete, CLAMD_SOCKET: wrong }).map(({ field }) => field)).toEqual(['CLAMD_SOCKET']);
});

test('a newsroom is backed up at night without being asked, the demo is not, and both do as they are told', () => {
  const recipient = `age1${'q'.repeat(58)}`;
  expect(readConfig(complete).backup).toMatchObject({ at: 150, recipient: null });
  expect(readConfig({ DATA_DIR: folder }).backup).toMatchObject({ at: null, dir: join(folder, 'backups') });
  expect(
    readConfig({ ...complete, BACKUP_AT: '23:05', BACKUP_DIR: folder, BACKUP_RECIPIENT: recipient }).backup,
  ).toEqual({ at: 23 * 60 + 5, dir: folder, recipient });
  expect(readConfig({ ...complete, BACKUP_AT: 'tidak' }).backup.at).toBeNull();
  for (const wrong of [{ BACKUP_AT: '24.00' }, { BACKUP_AT: 'malam' }, { BACKUP_RECIPIENT: 'AGE-SECRET-KEY-1QQ' }])
    expect(refusal({ ...complete, ...wrong })).toMatchObject([{ field: Object.keys(wrong)[0] }]);
});

test('production asks a second factor of whoever decides, and cannot be told otherwise', () => {
  expect(readConfig(complete)).toMatchObject({ secondFactor: 'required', dormantDays: 90, mailDomains: [] });
  expect(refusal({ ...complete, SECOND_FACTOR: 'sukarela' })).toMatchObject([{ field: 'SECOND_FACTOR' }]);
  expect(readConfig({ DATA_DIR: folder }).secondFactor).toBe('voluntary');
  expect(readConfig({ DATA_DIR: folder, SECOND_FACTOR: 'wajib' }).secondFactor).toBe('required');
});

test('the secret of sign-in may be a list, each part long enough', () => {
  const [fresh, former] = ['n'.repeat(40), 'x'.repeat(32)];
  const read = readConfig({ ...complete, AUTH_SECRET: `${fresh}, ${former}` });
  expect(read).toMatchObject({ authSecret: fresh, authSecrets: [fresh, former] });
  for (const AUTH_SECRET of [`${fresh},pendek`, `${fresh},`, 'pendek']) {
    expect(refusal({ ...complete, AUTH_SECRET })).toMatchObject([{ field: 'AUTH_SECRET' }]);
  }
});

test('domains of addresses and days of rest are read, and refused with an example', () => {
  const read = readConfig({ ...complete, MAIL_DOMAINS: 'Kaltimprov.go.id, *.go.id', DORMANT_DAYS: '120' });
  expect(read).toMatchObject({ mailDomains: ['kaltimprov.go.id', '*.go.id'], dormantDays: 120 });
  for (const wrong of [{ MAIL_DOMAINS: 'go' }, { MAIL_DOMAINS: '*' }, { DORMANT_DAYS: '7' }, { DORMANT_DAYS: 'x' }]) {
    expect(refusal({ ...complete, ...wrong })).toMatchObject([{ field: Object.keys(wrong)[0] }]);
  }
});

test('a provider of sign-ins is told whole or not at all, and its factors are trusted only when asked', () => {
  const provider = {
    OIDC_ISSUER: 'https://sso.contoh.go.id/realms/pegawai',
    OIDC_CLIENT_ID: 'ruang-warta',
    OIDC_CLIENT_SECRET: 'rahasia',
    OIDC_LABEL: 'Masuk dengan SSO Pemprov',
  };
  expect(readConfig(complete).signInProvider).toBeNull();
  expect(readConfig({ ...complete, ...provider }).signInProvider).toEqual({
    issuer: new URL(provider.OIDC_ISSUER),
    ...{ clientId: 'ruang-warta', clientSecret: 'rahasia', label: 'Masuk dengan SSO Pemprov' },
    isTrustedForFactors: false,
  });
  const trusted = readConfig({ ...complete, ...provider, OIDC_TRUST_MFA: 'ya' });
  expect(trusted.signInProvider?.isTrustedForFactors).toBe(true);
  for (const name of Object.keys(provider)) {
    const [first] = Object.keys(provider).filter((other) => other !== name);
    expect(refusal({ ...complete, ...provider, [name]: '' })).toEqual([
      {
        ...{ field: first, code: 'setting' },
        text: `${first} hanya berguna bersama ${name}: isi semuanya, atau kosongkan semuanya`,
      },
    ]);
  }
  for (const OIDC_ISSUER of [
    ...['http://sso.contoh.go.id', 'https://a:b@sso.contoh.go.id', 'https://sso.contoh.go.id/?x=1', 'sso.contoh.go.id'],
    'file:///etc/passwd',
  ])
    expect(refusal({ ...complete, ...provider, OIDC_ISSUER })).toMatchObject([{ field: 'OIDC_ISSUER' }]);
});
