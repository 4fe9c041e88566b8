import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { issuesOf } from '#lib/errors.ts';
import { addressOf, asOwner } from '#lib/testing/database.ts';
import { migrateDatabase, newestQueueMigration } from './migrate.ts';

const server = inject('testServer').url;
const ours = fileURLToPath(new URL('./migrations', import.meta.url));
const starter = fileURLToPath(new URL('../lib/testing/migration-starter.ts', import.meta.url));

let url: string;
let folder: string;

beforeEach(async () => {
  const name = `uji_${Math.floor(Date.now() / 1000)}_${Math.random().toString(16).slice(2, 12)}`;
  await asOwner(server, (sql) => sql.unsafe(`create database ${name}`));
  url = addressOf(server, name);
  folder = await mkdtemp(join(tmpdir(), 'migrasi-'));
  await cp(ours, folder, { recursive: true });
});

afterEach(async () => {
  await asOwner(server, (sql) => sql.unsafe(`drop database ${new URL(url).pathname.slice(1)} with (force)`));
  await rm(folder, { recursive: true });
});

/** Adds one more migration to the copy, as a later version of the application would. */
async function addMigration(statements: string): Promise<void> {
  const path = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(await readFile(path, 'utf8'));
  const last = journal.entries.at(-1);
  const tag = '9999_later';
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1_000, tag });
  await writeFile(path, JSON.stringify(journal));
  await writeFile(join(folder, `${tag}.sql`), statements);
}

async function tableExists(name: string): Promise<boolean> {
  const [row] = await asOwner(url, (sql) => sql`select to_regclass(${name}) is not null as there`);
  return row?.there === true;
}

async function refusalCode(work: Promise<unknown>): Promise<string | undefined> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return issuesOf(error)[0]?.code;
}

test('an empty database gets our tables and the queue, and a second run changes nothing', async () => {
  await migrateDatabase(url);
  expect(await tableExists('public.editions')).toBe(true);
  expect(await tableExists('graphile_worker._private_jobs')).toBe(true);
  await migrateDatabase(url);
});

test('the queue brings the migrations we expect of it', async () => {
  const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('graphile-worker')));
  const generated = await readFile(join(packageFolder, 'dist', 'generated', 'sql.js'), 'utf8');
  const numbers = [...generated.matchAll(/"(\d{6})\.sql"/g)].map((match) => Number(match[1]));
  expect(Math.max(...numbers)).toBe(newestQueueMigration);
});

test('of several starters one migrates and the others wait', async () => {
  await Promise.all([1, 2, 3].map(() => migrateDatabase(url)));
  const [row] = await asOwner(
    url,
    (sql) => sql`select count(*)::int = count(distinct hash)::int as once from drizzle.__drizzle_migrations`,
  );
  expect(row?.once).toBe(true);
});

test('a database of a newer version is refused in a sentence', async () => {
  await addMigration('create table from_the_future (id int)');
  await migrateDatabase(url, folder);
  expect(await refusalCode(migrateDatabase(url))).toBe('database_newer');
});

test('a database of other origin is refused', async () => {
  await migrateDatabase(url);
  await asOwner(url, (sql) => sql`update drizzle.__drizzle_migrations set hash = 'edited' || id::text`);
  expect(await refusalCode(migrateDatabase(url))).toBe('database_foreign');
});

test('a migration that was killed leaves the old schema, and the next start goes on', async () => {
  await migrateDatabase(url);
  await addMigration('create table half_way (id int);\n--> statement-breakpoint\nselect pg_sleep(2);');
  const child = spawn(process.execPath, [starter, url, folder], { stdio: 'inherit' });
  await vi.waitFor(async () => {
    const rows = await asOwner(
      url,
      (sql) => sql`select 1 from pg_stat_activity where query like '%pg_sleep(2)%' and pid <> pg_backend_pid()`,
    );
    expect(rows).toHaveLength(1);
  }, 15_000);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  expect(await tableExists('public.half_way')).toBe(false);

  await migrateDatabase(url, folder);
  expect(await tableExists('public.half_way')).toBe(true);
});
