import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import type { Sql } from 'postgres';
import { migrateDatabase } from '#db/migrate.ts';
import { migrateUpTo } from '#db/migrate-up-to.ts';
import {
  type ArchiveHead,
  type ArchiveManifest,
  archiveManifest,
  type KeptJob,
  keptJob,
  newTally,
  places,
} from './archive.ts';
import { copyIn, copyOut, type KeptTable, keptTables, quoted, references } from './catalogue.ts';
import { fileInLine, type NamedFile } from './media-list.ts';
import { ownConnection } from './own-connection.ts';
import { type OpenArchive, parsed } from './read-archive.ts';
import { damagedBackup, refused } from './refusals.ts';

/** What a database got back. */
export type RestoredDatabase = {
  head: ArchiveHead;
  manifest: ArchiveManifest;
  jobs: { added: number; dropped: number };
};

/**
 * Fills an empty database from an archive and brings it to this version. All rows come in one transaction: a
 * restore that fails leaves the database as empty as it was.
 *
 * @param listed receives every stored file the backup names
 * @throws invalid when the database is not empty or in use, or the archive is damaged or of a newer version
 */
export async function restoreDatabase(
  url: string,
  { head, parts }: OpenArchive,
  listed: (file: NamedFile) => Promise<void>,
): Promise<RestoredDatabase> {
  await emptied(url);
  await migrateUpTo(url, head.migrations);
  const sql = ownConnection(url, 'ruang-warta-pemulihan');
  try {
    await sql.unsafe('begin');
    const manifest = await load(sql, head, parts, listed);
    await settlePast(sql);
    await sql.unsafe('commit');
    await sql.unsafe('analyze');
    await migrateDatabase(url);
    return { head, manifest: manifest.manifest, jobs: await addJobs(sql, manifest.jobs) };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Takes away what a start without any content left. */
async function emptied(url: string): Promise<void> {
  const sql = ownConnection(url, 'ruang-warta-pemulihan');
  try {
    const [others] = await sql`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name like 'ruang-warta%'`;
    if (Number(others?.count) > 0)
      throw refused('in_use', 'Ruang Warta sedang berjalan pada basis data ini. Hentikan dahulu, lalu ulangi.');
    const tables = await keptTables(sql);
    const [journal] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
    if (journal?.there !== true && tables.length > 0)
      throw refused(
        'database_foreign',
        'Basis data ini berisi tabel milik program lain. Pakai basis data yang kosong.',
      );
    for (const name of ['portals', 'users', 'articles', 'events']) {
      if (!tables.some((table) => table.name === name)) continue;
      const [found] = await sql.unsafe(`select exists (select from public.${quoted(name)}) as some`);
      if (found?.some === true)
        throw refused(
          'not_empty',
          'Pemasangan ini sudah berisi data, jadi tidak ada yang dipulihkan dan tidak ada yang ditimpa. Pulihkan ke pemasangan kosong: folder DATA_DIR yang baru, atau basis data yang baru.',
        );
    }
    await sql.unsafe(
      'drop schema if exists graphile_worker, drizzle cascade; drop schema public cascade; create schema public',
    );
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function load(
  sql: Sql,
  head: ArchiveHead,
  parts: AsyncGenerator<{ name: string; bytes: Buffer }>,
  listed: (file: NamedFile) => Promise<void>,
): Promise<{ manifest: ArchiveManifest; jobs: KeptJob[] }> {
  const tables = await fittingTables(sql, head);
  const links = await references(sql);
  for (const { table, name } of links) await sql.unsafe(`alter table ${quoted(table)} drop constraint ${quoted(name)}`);
  for (const { name } of tables.values()) await sql.unsafe(`alter table ${quoted(name)} disable trigger user`);
  // Rows that a migration put into an empty database come with the backup.
  if (tables.size > 0) await sql.unsafe(`truncate ${[...tables.keys()].map(quoted).join(', ')}`);

  const tallies = new Map<string, ReturnType<typeof newTally>>();
  const tallyOf = (name: string) => {
    const tally = tallies.get(name) ?? newTally();
    tallies.set(name, tally);
    return tally;
  };
  const media = lines();
  const waiting = lines();
  const jobs: KeptJob[] = [];
  let manifest: ArchiveManifest | undefined;
  let open: { name: string; rows: Writable } | undefined;
  for await (const part of parts) {
    const table = part.name.startsWith(places.tables) ? part.name.split('/')[1] : undefined;
    if (open !== undefined && open.name !== table) open = await closed(open);
    if (manifest !== undefined) throw damagedBackup();
    if (table !== undefined) {
      const kept = tables.get(table);
      if (kept === undefined) throw damagedBackup();
      open ??= { name: table, rows: await sql.unsafe(copyIn(kept)).writable() };
      tallyOf(table).add(part.bytes);
      await give(open.rows, part.bytes);
    } else if (part.name.startsWith(places.media)) {
      tallyOf(places.media).add(part.bytes);
      for (const line of media.of(part.bytes)) {
        const file = fileInLine(line);
        if (file === undefined) throw damagedBackup();
        await listed(file);
      }
    } else if (part.name.startsWith(places.jobs)) {
      for (const line of waiting.of(part.bytes)) jobs.push(keptJob.parse(JSON.parse(line)));
    } else if (part.name === places.manifest) manifest = parsed(archiveManifest, part);
    else throw damagedBackup();
  }
  if (manifest === undefined) throw damagedBackup();
  compare(manifest, tallyOf);
  for (const { name, value, isCalled } of manifest.sequences)
    await sql`select setval(${`public.${quoted(name)}`}::regclass, ${value}::bigint, ${isCalled})`;
  await readBack(sql, tables, manifest);
  for (const { name } of tables.values()) await sql.unsafe(`alter table ${quoted(name)} enable trigger user`);
  for (const { table, name, definition } of links)
    await sql.unsafe(`alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`);
  return { manifest, jobs };
}

/** The tables of the backup as this database has them now: the migrations must have led to the same ones. */
async function fittingTables(sql: Sql, head: ArchiveHead): Promise<Map<string, KeptTable>> {
  const present = new Map((await keptTables(sql)).map((table) => [table.name, table]));
  const tables = new Map<string, KeptTable>();
  for (const { name, columns } of head.tables) {
    const table = present.get(name);
    if (table === undefined || columns.toSorted().join() !== table.columns.toSorted().join())
      throw refused('structure', `Susunan tabel ${name} dalam cadangan ini tidak dikenal versi Ruang Warta ini.`);
    tables.set(name, { ...table, columns });
  }
  return tables;
}

function compare(manifest: ArchiveManifest, tallyOf: (name: string) => ReturnType<typeof newTally>): void {
  for (const { name, rows, sha256 } of manifest.tables) {
    const tally = tallyOf(name);
    if (tally.lines() !== rows || tally.digest() !== sha256) throw damagedBackup();
  }
  const files = tallyOf(places.media);
  if (files.lines() !== manifest.media.files || files.digest() !== manifest.media.sha256) throw damagedBackup();
}

/** Reads every table once more, in the order in which it was backed up: what lies in the database must be what was read. */
async function readBack(sql: Sql, tables: Map<string, KeptTable>, manifest: ArchiveManifest): Promise<void> {
  for (const { name, sha256 } of manifest.tables) {
    const table = tables.get(name);
    if (table === undefined) throw damagedBackup();
    const tally = newTally();
    for await (const chunk of await sql.unsafe(copyOut(table)).readable()) tally.add(chunk);
    if (tally.digest() !== sha256)
      throw refused(
        'differs',
        `Tabel ${name} sesudah dipulihkan tidak sama dengan isi cadangan. Pemulihan dibatalkan.`,
      );
  }
}

async function give(rows: Writable, bytes: Buffer): Promise<void> {
  if (rows.errored) throw rows.errored;
  if (!rows.write(bytes)) await once(rows, 'drain');
}

async function closed({ rows }: { rows: Writable }): Promise<undefined> {
  rows.end();
  await finished(rows);
}

/** Whole lines out of parts that were cut anywhere. */
function lines() {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  return {
    *of(bytes: Buffer): Generator<string> {
      const text = rest + decoder.write(bytes);
      const whole = text.split('\n');
      rest = whole.pop() ?? '';
      yield* whole;
    },
  };
}

/**
 * Mails and news that waited when the backup was made have most likely gone out since: they are not sent a second
 * time by themselves. An admin sees the mails among the failed ones.
 */
async function settlePast(sql: Sql): Promise<void> {
  const [there] = await sql`
    select to_regclass('public.mails') is not null as mails, to_regclass('public.notifications') is not null as news`;
  if (there?.mails === true)
    await sql`
      update mails set failed_at = now(), under_way_since = null,
        failure = 'Dipulihkan dari cadangan; surel ini mungkin sudah terkirim. Kirim ulang bila belum.'
      where sent_at is null and failed_at is null`;
  if (there?.news === true)
    await sql`update notifications set mailed_at = now() where mailed_at is null and mail <> 'none'`;
}

/** Jobs that would mail people once more. */
const mailing: readonly string[] = ['deliver_mail', 'mail_news', 'mail_digests'];

async function addJobs(sql: Sql, jobs: readonly KeptJob[]): Promise<RestoredDatabase['jobs']> {
  const wanted = jobs.filter(({ identifier }) => !mailing.includes(identifier));
  for (const { identifier, payload, runAt, maxAttempts, queueName, jobKey, priority } of wanted) {
    await sql`
      select 1 from graphile_worker.add_job(identifier => ${identifier}::text, payload => ${JSON.stringify(payload ?? {})}::text::json,
        queue_name => ${queueName}::text, run_at => ${runAt}::timestamptz, max_attempts => ${maxAttempts}::int,
        job_key => ${jobKey}::text, priority => ${priority}::int)`;
  }
  return { added: wanted.length, dropped: jobs.length - wanted.length };
}
