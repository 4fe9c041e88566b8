import { spawn } from 'node:child_process';
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { lastRun } from '#lib/backup/backup-record.ts';
import { watchBackups } from '#lib/backup/backup-watch.ts';
import { readConfig, useConfig } from '#lib/config.ts';
import { testClock } from '#lib/testing/clock.ts';
import { asOwner, testDatabase } from '#lib/testing/database.ts';
import { emptyDatabases } from '#lib/testing/empty-databases.ts';
import { anOffice, aPublishedArticle } from '#lib/testing/newsroom.ts';

const db = testDatabase();
const anEmptyDatabase = emptyDatabases();
const setClock = testClock();

// Programs start, and a database of its own with them: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 90_000 });

let folder = '';
let putBack: () => void = () => undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perintah cadangan '));
  putBack = useConfig(readConfig({ DATA_DIR: folder, DATABASE_URL: db.url() }));
  await aPublishedArticle(await anOffice());
});
afterAll(async () => {
  putBack();
  await rm(folder, { recursive: true, force: true });
});

function run(command: string, parts: readonly string[] = [], changes: Record<string, string> = {}) {
  const { promise, resolve } = Promise.withResolvers<{ code: number | null; told: string }>();
  const environment = { ...process.env, DATA_DIR: folder, DATABASE_URL: db.url(), ...changes };
  const child = spawn(process.execPath, [join('commands', `${command}.ts`), ...parts], { env: environment });
  let told = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
  child.on('close', (code) => resolve({ code, told }));
  return promise;
}

const alarms = () =>
  asOwner(db.url(), (sql) => sql`select subject, settled_at is null as open from alarms where kind = 'backup_failed'`);

test('backup, drill and restore: each says what it did, and the newsroom knows of them', async () => {
  const made = await run('backup');
  expect(made).toMatchObject({ code: 0, told: expect.stringContaining('✓ Cadangan selesai') });
  expect(made.told).toContain('cakram yang sama');
  const [name = ''] = (await readdir(join(folder, 'backups'))).filter((file) => file.endsWith('.tar.gz'));
  const archive = join(folder, 'backups', name);

  const drilled = await run('backup-drill');
  expect(drilled).toMatchObject({ code: 0, told: expect.stringContaining('✓ Uji pulih BERHASIL') });
  expect((await readdir(folder)).filter((file) => file.startsWith('uji-pulih'))).toEqual([]);
  const [lastWhole, lastDrill] = await Promise.all([lastRun('backup', true), lastRun('drill')]);
  expect([lastWhole?.file, lastDrill?.file, lastDrill?.isWhole]).toEqual([name, name, true]);

  const target = { DATABASE_URL: await anEmptyDatabase() };
  const restored = await run('restore', [archive], target);
  expect(restored).toMatchObject({ code: 0, told: expect.stringContaining('✓ Basis data pulih') });
  expect(restored.told).toContain('1 edisi terbit diperiksa');
  expect(await alarms()).toEqual([]);
});

test('a drill that fails raises an alarm, and so does a backup that fails; the next good one settles its own', async () => {
  const files = await readdir(join(folder, 'backups'));
  const archive = join(folder, 'backups', files.find((file) => file.endsWith('.tar.gz')) ?? '');
  await appendFile(archive, 'x');
  expect(await run('backup-drill')).toMatchObject({ code: 1, told: expect.stringContaining('rusak, terpotong') });
  const closed = await run('backup', [], { BACKUP_DIR: archive });
  expect(closed).toMatchObject({ code: 1, told: expect.stringContaining('tidak dapat ditulisi') });
  expect(await alarms()).toEqual(
    expect.arrayContaining([
      { subject: 'drill', open: true },
      { subject: 'backup', open: true },
    ]),
  );
  expect((await run('backup')).code).toBe(0);
  expect(await alarms()).toContainEqual({ subject: 'backup', open: false });
});

test('the round of a newsroom whose backup is due has one made, in a process of its own', async () => {
  const own = readConfig({ DATA_DIR: folder, DATABASE_URL: db.url(), BACKUP_AT: '02.30' });
  const back = useConfig(own);
  vi.stubEnv('DATA_DIR', folder);
  const before = await lastRun('backup', true);
  // Two days on, whatever was made today is not enough any more.
  setClock(new Date(Date.now() + 2 * 24 * 60 * 60 * 1000));
  try {
    await watchBackups();
    // While it works there is no second one.
    await watchBackups();
    await vi.waitFor(async () => expect((await lastRun('backup', true))?.id).not.toBe(before?.id), 60_000);
  } finally {
    vi.unstubAllEnvs();
    back();
  }
});

test('says what is wrong with what it was given', async () => {
  const wrong: [string, string[], string][] = [
    ['restore', [], 'Sebut satu berkas cadangan.'],
    ['backup-drill', ['a', 'b'], 'Argumen tidak dikenali.'],
  ];
  const told = await Promise.all(wrong.map(([command, parts]) => run(command, parts)));
  for (const [index, [, , sentence]] of wrong.entries())
    expect(told[index]).toMatchObject({ code: 1, told: expect.stringContaining(sentence) });
});
