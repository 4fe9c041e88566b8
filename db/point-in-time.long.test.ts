import { appendFile, chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { asOwner } from '#lib/testing/database.ts';
import { startEmbedded } from './embedded.ts';
import { ownerOf } from './postgres-program.ts';

vi.setConfig({ testTimeout: 180_000 });

let home = '';
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'titik-waktu-'));
  // Open to the user PostgreSQL runs as.
  await chmod(home, 0o755);
});
afterAll(() => rm(home, { recursive: true, force: true }));

const clusterSettings = z.object({ port: z.int(), adminPassword: z.string() });

/** What an operator does with psql: a connection that may begin a base backup. */
async function asAdmin<T>(folder: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const { port, adminPassword } = clusterSettings.parse(
    JSON.parse(await readFile(join(folder, 'server.json'), 'utf8')),
  );
  const sql = postgres({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: adminPassword,
    database: 'postgres',
    max: 1,
    onnotice: () => undefined,
  });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const addSettings = (folder: string, lines: readonly string[]) =>
  appendFile(join(folder, 'data', 'postgresql.conf'), `\n${lines.join('\n')}\n`);

async function ownedByPostgres(folder: string): Promise<void> {
  const owner = await ownerOf(join(home, 'lama', 'data'));
  if (owner === undefined) return;
  await chown(folder, owner.uid, owner.gid);
  for (const name of await readdir(folder, { recursive: true })) await chown(join(folder, name), owner.uid, owner.gid);
}

test('with an archive of its log the database that comes along goes back to a minute of choice', async () => {
  const [old, fresh, archive] = ['lama', 'baru', 'arsip'].map((name) => join(home, name)) as [string, string, string];
  await (await startEmbedded({ folder: old })).stop();
  await mkdir(archive);
  await ownedByPostgres(archive);
  await addSettings(old, ["archive_mode = 'on'", `archive_command = 'test ! -f ${archive}/%f && cp %p ${archive}/%f'`]);

  const server = await startEmbedded({ folder: old });
  const remember = (word: string) => asOwner(server.url, (sql) => sql`insert into kept values (${word})`);
  await asOwner(server.url, (sql) => sql`create table kept (word text)`);
  await remember('sebelum cadangan dasar');
  await asAdmin(old, async (sql) => {
    // One session from beginning to end: a base backup is cancelled with its session.
    await sql`select pg_backup_start('uji', true)`;
    await cp(old, fresh, {
      recursive: true,
      filter: (path) => !['postmaster.pid', 'postmaster.opts'].includes(basename(path)) && !/pg_wal\/./.test(path),
    });
    const [stopped] = await sql`select labelfile from pg_backup_stop()`;
    await writeFile(join(fresh, 'data', 'backup_label'), String(stopped?.labelfile));
  });
  await remember('sesudah cadangan dasar');
  await pause(1_100);
  const [moment] = await asOwner(server.url, (sql) => sql`select clock_timestamp()::text as at`);
  await pause(1_100);
  await remember('kecelakaan');
  await asAdmin(old, async (sql) => {
    const [last] = await sql`select pg_walfile_name(pg_switch_wal()) as name`;
    await vi.waitFor(async () => expect(await readdir(archive)).toContain(String(last?.name)), 30_000);
  });
  await server.stop();

  await addSettings(fresh, [
    `restore_command = 'cp ${archive}/%f %p'`,
    `recovery_target_time = '${moment?.at}'`,
    "recovery_target_action = 'promote'",
    "archive_mode = 'off'",
  ]);
  await writeFile(join(fresh, 'data', 'recovery.signal'), '');
  await ownedByPostgres(join(fresh, 'data'));
  const restored = await startEmbedded({ folder: fresh });
  try {
    const words = await vi.waitFor(async () => {
      const rows = await asOwner(restored.url, (sql) => sql`select word from kept order by word`);
      const [state] = await asOwner(restored.url, (sql) => sql`select pg_is_in_recovery() as going`);
      expect(state?.going).toBe(false);
      return rows.map(({ word }) => word);
    }, 60_000);
    expect(words).toEqual(['sebelum cadangan dasar', 'sesudah cadangan dasar']);
  } finally {
    await restored.stop();
  }
});
