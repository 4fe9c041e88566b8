import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Sql } from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#db/embedded.ts';
import { knownMigrations, migrateDatabase, newestQueueMigration } from '#db/migrate.ts';
import { addressOf, asOwner } from './database.ts';

const folder = fileURLToPath(new URL('../../.data-test/postgres', import.meta.url));

/** Seconds after which a database that a killed run left behind may go. */
const abandonedAfter = 6 * 60 * 60;

/**
 * Starts the test server, or shares it with another run on this machine, and makes the migrated
 * template that each test file copies. Its name holds the migrations' hash, so an old one is never used.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startEmbedded({ folder, forgetful: true });
  const template = await asOwner(server.url, async (sql) => {
    // Runs that start together wait for one another here.
    await sql`select pg_advisory_lock(7279, 2)`;
    await sweep(sql);
    return (await findTemplate(sql)) ?? (await makeTemplate(sql, server.url));
  });
  project.provide('testServer', { url: server.url, template });
  return () => server.stop();
}

function templateStem(): string {
  const hash = createHash('sha256').update(String(newestQueueMigration));
  for (const migration of knownMigrations()) hash.update(migration.hash);
  return `templat_${hash.digest('hex').slice(0, 16)}_`;
}

async function findTemplate(sql: Sql): Promise<string | undefined> {
  const rows = await sql`select datname from pg_database where starts_with(datname, ${templateStem()})`;
  const [row] = rows;
  return row ? String(row.datname) : undefined;
}

async function makeTemplate(sql: Sql, serverUrl: string): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const draft = `uji_${now}_templat`;
  const name = `${templateStem()}${now}`;
  await sql.unsafe(`drop database if exists ${draft} with (force)`);
  await sql.unsafe(`create database ${draft}`);
  await migrateDatabase(addressOf(serverUrl, draft));
  // The name appears only when the template is whole.
  await sql.unsafe(`alter database ${draft} rename to ${name}`);
  return name;
}

async function sweep(sql: Sql): Promise<void> {
  const rows = await sql`select datname from pg_database where datname ~ '^(uji|templat)_[0-9a-f_]+'`;
  const oldest = Math.floor(Date.now() / 1000) - abandonedAfter;
  for (const row of rows) {
    const name = String(row.datname);
    const made = Number(/_(\d{10})(?:_|$)/.exec(name)?.[1] ?? 0);
    if (made < oldest) await sql.unsafe(`drop database if exists "${name}" with (force)`);
  }
}
