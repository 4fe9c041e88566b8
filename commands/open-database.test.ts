import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { freePort } from '#db/embedded-cluster.ts';
import { type Config, readConfig } from '#lib/config.ts';
import { issuesOf } from '#lib/errors.ts';
import { addressOf, asOwner } from '#lib/testing/database.ts';
import { openDatabaseOf } from './open-database.ts';
import { startJobsAndSchedule, startOn } from './start-jobs.ts';

const server = inject('testServer').url;
let url: string;

beforeEach(async () => {
  const name = `uji_${Math.floor(Date.now() / 1000)}_${Math.random().toString(16).slice(2, 12)}`;
  await asOwner(server, (sql) => sql.unsafe(`create database ${name}`));
  url = addressOf(server, name);
});

afterEach(async () => {
  await asOwner(server, (sql) => sql.unsafe(`drop database ${new URL(url).pathname.slice(1)} with (force)`));
});

function settingsFor(databaseUrl: string): Config {
  return { ...readConfig({ DATA_DIR: join(tmpdir(), 'ruang-warta-uji') }), databaseUrl };
}

/** The same database at another port, or with another name or password. */
function changed(change: (address: URL) => void): string {
  const address = new URL(url);
  change(address);
  return address.href;
}

async function refusalText(databaseUrl: string): Promise<string | undefined> {
  const error = await openDatabaseOf(settingsFor(databaseUrl)).catch((reason: unknown) => reason);
  return issuesOf(error)[0]?.text;
}

async function isMigrated(): Promise<boolean> {
  const [row] = await asOwner(url, (sql) => sql`select to_regclass('public.editions') is not null as there`);
  return row?.there === true;
}

test('a given database is migrated and used', async () => {
  const opened = await openDatabaseOf(settingsFor(url));
  expect(opened).toMatchObject({ url, embedded: false, away: false });
  expect(await isMigrated()).toBe(true);
  await opened.close();
});

test('an address that does not work is explained', async () => {
  const port = await freePort();
  expect(await refusalText(changed((one) => (one.port = String(port))))).toContain(`127.0.0.1:${port}`);
  expect(await refusalText(changed((one) => (one.password = 'salah')))).toContain('menolak kata sandi');
  expect(await refusalText(changed((one) => (one.pathname = '/tidak_ada')))).toContain('tidak_ada');
});

test('a site may start while its database is away; once it answers it is migrated and jobs begin', async () => {
  const port = await freePort();
  const opened = await openDatabaseOf(settingsFor(changed((one) => (one.port = String(port)))), { mayBeAway: true });
  expect(opened.away).toBe(true);
  const refused: unknown[] = [];
  const jobs = await startOn(
    opened,
    startJobsAndSchedule,
    async () => undefined,
    async (error) => refused.push(error),
  );

  const bridge = createServer((near) => {
    const far = connect(Number(new URL(url).port), '127.0.0.1');
    pipeline(near, far, () => near.destroy());
    pipeline(far, near, () => far.destroy());
  }).listen(port, '127.0.0.1');
  await once(bridge, 'listening');

  await vi.waitFor(async () => {
    const rows = await asOwner(
      url,
      (sql) => sql`select 1 from pg_locks where locktype = 'advisory' and classid = 7280
        and database = (select oid from pg_database where datname = current_database())`,
    );
    expect(rows).toHaveLength(1);
  }, 15_000);
  expect(await isMigrated()).toBe(true);
  expect(refused).toEqual([]);
  await jobs.stop();
  await opened.close();
  bridge.close();
});

test('asked to stop while the work is just beginning, it waits for it and ends it', async () => {
  const begins = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const stop = vi.fn(async () => undefined);
  const begin = async () => {
    begins.resolve();
    await begun.promise;
    return { stop };
  };
  const never = async () => undefined;
  const jobs = await startOn({ url, embedded: false, away: true, close: never }, begin, never, never);
  await begins.promise;
  // Beginning takes longer than a database is waited for.
  setTimeout(begun.resolve, 1_200);
  await jobs.stop();
  expect(stop).toHaveBeenCalledOnce();
});
