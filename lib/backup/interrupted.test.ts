import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { issuesOf } from '#lib/errors.ts';
import { diskStorage } from '#lib/media/disk-storage.ts';
import { testClock } from '#lib/testing/clock.ts';
import { asOwner, testDatabase } from '#lib/testing/database.ts';
import { aPortal } from '#lib/testing/people.ts';
import { makeBackup } from './backup.ts';

const db = testDatabase();
const setClock = testClock();

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cadangan terputus '));
  await aPortal();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Holds a table that is read late, so that a backup stops in its middle for as long as we like. */
let holder: postgres.Sql | undefined;
afterEach(async () => {
  await holder?.end({ timeout: 1 });
  holder = undefined;
});

async function holdUp(): Promise<void> {
  holder = postgres(db.url(), { max: 1, onnotice: () => undefined });
  await holder.unsafe('begin; lock table users in access exclusive mode');
}

async function untilHeldUp(): Promise<number> {
  return vi.waitFor(async () => {
    const rows = await asOwner(
      db.url(),
      (sql) => sql`
        select pid from pg_stat_activity
        where application_name = 'ruang-warta-cadangan' and wait_event_type = 'Lock' and datname = current_database()`,
    );
    expect(rows).toHaveLength(1);
    return Number(rows[0]?.pid);
  }, 15_000);
}

/** Each a minute after the one before, since a name is a moment. */
let minutes = 0;
function attempt() {
  minutes += 1;
  setClock(new Date(Date.now() + minutes * 60_000));
  return makeBackup({ url: db.url(), storage: diskStorage(folder), folder, recipient: null });
}

async function visible(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => !name.startsWith('.'));
}

test('a backup that is killed in its middle leaves nothing that looks like one, and the next sweeps the rest', async () => {
  await holdUp();
  const environment = { ...process.env, DATABASE_URL: db.url(), DATA_DIR: folder, BACKUP_DIR: folder };
  const child: ChildProcess = spawn(process.execPath, [join('commands', 'backup.ts')], { env: environment });
  await untilHeldUp();
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  const partials = async () => (await readdir(join(folder, '.partial'))).length;
  expect([await partials(), (await visible()).filter((name) => name.startsWith('ruang-warta'))]).toEqual([2, []]);
  await holder?.unsafe('rollback');
  await vi.waitFor(async () => expect((await attempt()).facts.isWhole).toBe(true), 15_000);
  expect(await partials()).toBe(0);
});

test('one whose connection breaks is no backup of two moments: it is refused and leaves nothing', async () => {
  const before = await visible();
  await holdUp();
  const broken = attempt().catch((error: unknown) => error);
  const pid = await untilHeldUp();
  await asOwner(db.url(), (sql) => sql`select pg_terminate_backend(${pid})`);
  expect(await broken).toBeInstanceOf(Error);
  expect(await visible()).toEqual(before);
});

test('a second one at the same time is refused in a sentence, and nobody who writes waits', async () => {
  await holdUp();
  const first = attempt();
  await untilHeldUp();
  const second = await attempt().catch((error: unknown) => error);
  expect(issuesOf(second)[0]?.code).toBe('backup_running');
  // Other tables are written as ever.
  await aPortal();
  await holder?.unsafe('rollback');
  expect((await first).facts.isWhole).toBe(true);
});
