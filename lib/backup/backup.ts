import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import type { Sql } from 'postgres';
import { now } from '#lib/clock.ts';
import { errorCode } from '#lib/errors.ts';
import { isStorageFull } from '#lib/media/refusals.ts';
import type { Storage } from '#lib/media/storage.ts';
import { type ArchiveManifest, archiveParts } from './archive.ts';
import { archiveNameAt, type BackupFacts, draftsFolder, endings, stemOf } from './backup-folder.ts';
import { drained, through } from './flow.ts';
import { type CopyReport, copyMedia, filesListed } from './media-copies.ts';
import { ownConnection } from './own-connection.ts';
import { refused } from './refusals.ts';
import { sealing } from './sealing.ts';
import { tarOf } from './tar.ts';
import { writeWhole } from './whole-file.ts';

export type BackupOptions = {
  /** Any version of our database, migrated or not. */
  url: string;
  storage: Storage;
  folder: string;
  /** An age public key, or null. */
  recipient: string | null;
};

export type Backup = { name: string; facts: BackupFacts; copies: CopyReport };

/** Nobody else may take this advisory lock: one backup of a database at a time. */
const backupLock = [7279, 3] as const;
/** Migrations take it alone (db/migrate.ts); we share it, so that none waits for our tables with everybody behind it. */
const lockOfMigrations = [7279, 1] as const;

/**
 * Writes a backup: first the database as of one moment into an archive, then the stored files that its rows name and
 * that no earlier backup copied. Nobody who works meanwhile waits for it.
 *
 * @throws invalid in words for the operator when another backup is being made or the folder is full or closed to us
 */
export async function makeBackup({ url, storage, folder, recipient }: BackupOptions): Promise<Backup> {
  const sql = ownConnection(url, 'ruang-warta-cadangan', 60_000);
  try {
    const [free] = await sql`select pg_try_advisory_lock(${backupLock[0]}, ${backupLock[1]}) as taken`;
    if (free?.taken !== true)
      throw refused('backup_running', 'Cadangan lain sedang dibuat. Tunggu sampai selesai, lalu ulangi.');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // What a killed backup left: the lock says that none is being written now.
    await rm(draftsFolder(folder), { recursive: true, force: true });
    await mkdir(draftsFolder(folder), { mode: 0o700 });
    return await write(sql, { storage, folder, recipient });
  } catch (error) {
    throw inWords(error, folder);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function write(sql: Sql, options: Omit<BackupOptions, 'url'>): Promise<Backup> {
  const { storage, folder, recipient } = options;
  const { at, name } = await freeName(folder, recipient !== null);
  const path = join(folder, name);
  const list = `${stemOf(path)}${endings.media}`;
  try {
    const { manifest, written } = await writeArchive(sql, path, list, at, recipient);
    const copies = await copyMedia(storage, filesListed(list), folder, recipient);
    await forgetRemoved(sql, copies);
    const problems = problemsOf(copies);
    const facts: BackupFacts = {
      ...{ createdAt: at.toISOString(), ...written, isEncrypted: recipient !== null, isWhole: problems.length === 0 },
      rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
      ...{ mediaFiles: manifest.media.files, problems },
    };
    const told = once(Buffer.from(`${JSON.stringify(facts, null, 1)}\n`));
    await writeWhole(`${stemOf(path)}${endings.facts}`, told, draftsFolder(folder));
    return { name, facts, copies };
  } catch (error) {
    for (const ending of [endings.media, endings.facts]) await rm(`${stemOf(path)}${ending}`, { force: true });
    await rm(path, { force: true });
    throw error;
  }
}

/** A name says the second: one that is made right after another, by hand or by the round, waits for the next. */
async function freeName(folder: string, isEncrypted: boolean): Promise<{ at: Date; name: string }> {
  for (let tries = 1; ; tries += 1) {
    const at = now();
    const name = archiveNameAt(at, isEncrypted);
    if (!(await exists(join(folder, name)))) return { at, name };
    if (tries === 5) throw refused('backup_exists', `Cadangan ${name} sudah ada. Periksa jam mesin ini, lalu ulangi.`);
    await pause(1_000 - at.getMilliseconds());
  }
}

/** The archive and, beside it, the list of stored files: an encrypted archive cannot tell its server what it names. */
async function writeArchive(sql: Sql, path: string, list: string, at: Date, recipient: string | null) {
  const drafts = draftsFolder(dirname(path));
  await sql`select pg_advisory_lock_shared(${lockOfMigrations[0]}, ${lockOfMigrations[1]})`;
  const packedList = createGzip();
  const listWritten = writeWhole(list, packedList, drafts);
  // Awaited below; a failure before must not count as one that nobody handles.
  listWritten.catch(() => undefined);
  try {
    let manifest: ArchiveManifest | undefined;
    const snapshot = await beginSnapshot(sql);
    const parts = async function* () {
      manifest = yield* archiveParts(sql, at, async (line) => {
        if (!packedList.write(line)) await Promise.race([drained(packedList), listWritten]);
      });
      await snapshot.stillHolds();
    };
    const written = await writeWhole(
      path,
      sealing(recipient)(through(tarOf(parts(), at), createGzip({ level: 5 }))),
      drafts,
    );
    await sql.unsafe('commit');
    packedList.end();
    await listWritten;
    if (manifest === undefined) throw new Error('The archive ended before its manifest');
    return { manifest, written };
  } catch (error) {
    packedList.destroy();
    throw error;
  } finally {
    await sql`select pg_advisory_unlock_shared(${lockOfMigrations[0]}, ${lockOfMigrations[1]})`.catch(() => undefined);
  }
}

/**
 * All of the database as of one moment, on the one connection of this client. The driver would open a new connection
 * for one that broke, and the rest would be of another moment: `stillHolds` says whether it is still the same one.
 */
async function beginSnapshot(sql: Sql): Promise<{ stillHolds(): Promise<void> }> {
  await sql.unsafe('begin isolation level repeatable read read only');
  const [begun] = await sql`select pg_backend_pid() as pid`;
  return {
    async stillHolds() {
      const [present] = await sql`select pg_backend_pid() as pid, current_setting('transaction_isolation') as level`;
      if (present?.pid === begun?.pid && present?.level === 'repeatable read') return;
      throw refused('backup_interrupted', 'Sambungan ke basis data putus saat cadangan dibuat. Ulangi sebentar lagi.');
    },
  };
}

/** A photo that was removed on purpose after the snapshot is not missed. */
async function forgetRemoved(sql: Sql, copies: CopyReport): Promise<void> {
  if (copies.missing.length === 0) return;
  const keys = copies.missing.join(' ');
  const rows = await sql<{ key: string }[]>`
    with missing as (select key, substr(key, 6, 64) as hash from string_to_table(${keys}, ' ') as key)
    select key from missing where exists (select from assets a where a.hash = missing.hash and a.state <> 'failed')
      or exists (select from renditions r where r.key = missing.key)
      or exists (select from share_cards s where s.key = missing.key)`;
  const wanted = new Set(rows.map(({ key }) => key));
  copies.missing = copies.missing.filter((key) => wanted.has(key));
}

function problemsOf({ missing, corrupt }: CopyReport): string[] {
  const names = (keys: readonly string[]) => `${keys.slice(0, 5).join(', ')}${keys.length > 5 ? ', …' : ''}`;
  const problems: string[] = [];
  if (missing.length > 0)
    problems.push(
      `${missing.length} berkas media yang disebut basis data tidak ada di penyimpanan: ${names(missing)}.`,
    );
  if (corrupt.length > 0)
    problems.push(`${corrupt.length} berkas media rusak: isinya bukan lagi isi semula: ${names(corrupt)}.`);
  return problems;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** What the operator can mend, in words; anything else as it is. */
function inWords(error: unknown, folder: string): unknown {
  if (isStorageFull(error))
    return refused(
      'backup_full',
      `Folder cadangan ${folder} penuh; cadangan ini tidak jadi dan sisanya sudah dibuang. Kosongkan tempat atau pindahkan BACKUP_DIR, lalu jalankan npm run backup.`,
    );
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT'].includes(errorCode(error) ?? ''))
    return refused(
      'backup_closed',
      `Folder cadangan ${folder} tidak dapat ditulisi. Beri hak tulis kepada pengguna yang menjalankan Ruang Warta, atau ubah BACKUP_DIR.`,
    );
  return error;
}
