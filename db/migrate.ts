import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql as statement } from 'drizzle-orm';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres, { type Sql } from 'postgres';
import { invalid } from '#lib/errors.ts';
import type { Database } from './client.ts';

/** Where this version's migrations lie. */
export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/** Any two numbers, as long as nothing else in this database takes the same advisory lock. */
const lockOfMigrations = [7279, 1] as const;

/** The migrations this version of the application knows, oldest first. */
export function knownMigrations(folder = migrationsFolder): MigrationMeta[] {
  return existsSync(folder) ? readMigrationFiles({ migrationsFolder: folder }) : [];
}

/**
 * Brings the database to this version: our tables, then those of the job queue. Of several starters one
 * works and the others wait. Each part is one transaction, so a start that is killed leaves the old
 * schema or the new one.
 *
 * @throws invalid when the database belongs to a newer or another version
 */
export async function migrateDatabase(url: string, folder = migrationsFolder): Promise<void> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => undefined,
    connection: { application_name: 'ruang-warta-migrasi' },
  });
  try {
    // A start of a version that is there already waits for nobody: not for a long backup either, which shares the lock.
    if (await isUpToDate(sql, folder)) return;
    await sql`select pg_advisory_lock(${lockOfMigrations[0]}, ${lockOfMigrations[1]})`;
    await refuseOldServer(sql);
    const known = knownMigrations(folder);
    const applied = await appliedMigrations(sql);
    refuseForeign(known, applied);
    if (applied.length < known.length) await migrate(drizzle(sql), { migrationsFolder: folder });
    await migrateJobQueue(sql, url);
  } finally {
    // Ends the session, and with it the lock.
    await sql.end({ timeout: 5 });
  }
}

/**
 * Whether the database answers and has all that this program needs of it. It may have more: while a newer version
 * is being brought in, machine by machine, the older ones go on.
 */
export async function isSchemaCurrent(database: Pick<Database, 'execute'>): Promise<boolean> {
  const newest = knownMigrations().at(-1)?.hash ?? '';
  const rows = await database.execute(statement`select 1 from drizzle.__drizzle_migrations where hash = ${newest}`);
  return rows.length > 0;
}

async function isUpToDate(sql: Sql, folder: string): Promise<boolean> {
  const known = knownMigrations(folder).map(({ hash }) => hash);
  const applied = (await appliedMigrations(sql)).map(({ hash }) => hash);
  return known.length > 0 && applied.join() === known.join() && (await isQueueUpToDate(sql));
}

async function refuseOldServer(sql: Sql): Promise<void> {
  const [row] = await sql`select current_setting('server_version_num')::int / 10000 as major`;
  const major = Number(row?.major);
  if (major >= 18) return;
  throw invalid([
    {
      field: 'DATABASE_URL',
      code: 'server_old',
      text: `PostgreSQL pada DATABASE_URL adalah versi ${major}; Ruang Warta membutuhkan versi 18 ke atas. Mutakhirkan peladen itu, atau kosongkan DATABASE_URL dalam mode contoh untuk memakai PostgreSQL bawaan.`,
    },
  ]);
}

type Applied = { hash: string; when: number };

async function appliedMigrations(sql: Sql): Promise<Applied[]> {
  const [found] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!found?.there) return [];
  const rows = await sql`select hash, created_at from drizzle.__drizzle_migrations order by created_at`;
  return rows.map((row) => ({ hash: String(row.hash), when: Number(row.created_at) }));
}

function refuseForeign(known: MigrationMeta[], applied: Applied[]): void {
  const ours = new Set(known.map((migration) => migration.hash));
  const foreign = applied.filter((migration) => !ours.has(migration.hash));
  if (foreign.length === 0) return;
  const newest = known.at(-1)?.folderMillis ?? 0;
  const isNewer = foreign.every((migration) => migration.when > newest);
  throw invalid([
    {
      field: 'DATABASE_URL',
      code: isNewer ? 'database_newer' : 'database_foreign',
      text: isNewer
        ? 'Basis data ini sudah dipakai oleh versi Ruang Warta yang lebih baru. Jalankan versi yang lebih baru itu, atau pulihkan cadangan yang dibuat sebelum pemutakhiran.'
        : 'Susunan basis data ini bukan milik versi Ruang Warta mana pun yang dikenal program ini. Periksa alamat basis data (DATABASE_URL) dan folder data (DATA_DIR), atau pulihkan dari cadangan.',
    },
  ]);
}

async function migrateJobQueue(sql: Sql, url: string): Promise<void> {
  // Loading the queue costs a third of a second; most starts find its tables as they should be.
  if (await isQueueUpToDate(sql)) return;
  const { runMigrations } = await import('graphile-worker');
  await runMigrations({ connectionString: url, noHandleSignals: true });
}

async function isQueueUpToDate(sql: Sql): Promise<boolean> {
  const [found] = await sql`select to_regclass('graphile_worker.migrations') is not null as there`;
  if (found?.there !== true) return false;
  const [row] = await sql`select max(id)::int as newest from graphile_worker.migrations`;
  return row?.newest === newestQueueMigration;
}

/** The last migration of graphile-worker 0.18.0; a test compares it with the package. */
export const newestQueueMigration = 20;
