import { createHash, randomBytes } from 'node:crypto';
import { appendFile, cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { desc } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase, database, transaction, useDatabase } from '#db/client.ts';
import { knownMigrations } from '#db/migrate.ts';
import { migrateUpTo } from '#db/migrate-up-to.ts';
import { events, mails } from '#db/schema/index.ts';
import { issuesOf } from '#lib/errors.ts';
import { addJob } from '#lib/jobs/queue.ts';
import { diskStorage } from '#lib/media/disk-storage.ts';
import { originalKey, type Storage, type StorageKey } from '#lib/media/storage.ts';
import { verifyChain } from '#lib/record/events.ts';
import { anAssetRow } from '#lib/testing/asset-rows.ts';
import { testClock } from '#lib/testing/clock.ts';
import { testConfiguration } from '#lib/testing/configuration.ts';
import { asOwner, testDatabase } from '#lib/testing/database.ts';
import { emptyDatabases } from '#lib/testing/empty-databases.ts';
import { anOffice, aPublishedArticle, type Office } from '#lib/testing/newsroom.ts';
import { newTally } from './archive.ts';
import { type Backup, makeBackup } from './backup.ts';
import { archiveNameAt, readFacts } from './backup-folder.ts';
import { copyOut, keptTables, leftOut, references } from './catalogue.ts';
import { recordRestore } from './record-restore.ts';
import { restoreBackup } from './restore.ts';
import { sweepBackups } from './retention.ts';
import { soundnessOf } from './soundness.ts';

const db = testDatabase();
testConfiguration();
const setClock = testClock();
const anEmptyDatabase = emptyDatabases();

let base = '';
let storage: Storage;
let office: Office;
let photo: StorageKey;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'cadangan uji '));
  storage = diskStorage(join(base, 'sumber'));
  office = await anOffice();
  await aPublishedArticle(office);
  photo = await aStoredPhoto('isi foto');
});
afterAll(() => rm(base, { recursive: true, force: true }));

/** A photo whose file lies in the storage. */
async function aStoredPhoto(content: string): Promise<StorageKey> {
  const hash = createHash('sha256').update(content).digest('hex');
  const file = join(base, `foto-${hash.slice(0, 8)}`);
  await writeFile(file, content);
  await anAssetRow(office, office.contributor, { hash });
  const key = originalKey(hash, 'image/jpeg');
  await storage.put(key, file);
  return key;
}

const newFolder = () => mkdtemp(join(base, 'folder-'));

async function aBackup(changes: { folder?: string; recipient?: string; storage?: Storage } = {}) {
  const folder = changes.folder ?? (await newFolder());
  const made: Backup = await makeBackup({ url: db.url(), storage, recipient: null, ...changes, folder });
  return { ...made, folder, archive: join(folder, made.name) };
}

async function restored(archive: string, identity: string[] | null = null) {
  const url = await anEmptyDatabase();
  const target = diskStorage(await newFolder());
  const report = await restoreBackup({ archive, identity, url, workFolder: base, storage: target });
  return { url, target, report };
}

async function refusalOf(work: Promise<unknown>): Promise<string | undefined> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const [issue] = issuesOf(error);
  if (issue === undefined && error !== undefined) throw error;
  return issue?.code;
}

/** The fingerprint of every table that is kept. */
async function fingerprints(url: string): Promise<Record<string, string>> {
  return asOwner(url, async (sql: Sql) => {
    const found: Record<string, string> = {};
    for (const table of await keptTables(sql)) {
      const tally = newTally();
      for await (const chunk of await sql.unsafe(copyOut(table)).readable()) tally.add(chunk);
      found[table.name] = tally.digest();
    }
    return found;
  });
}

const count = (url: string, table: string) =>
  asOwner(url, async (sql) => Number((await sql.unsafe(`select count(*) as n from ${table}`))[0]?.n));

/** Runs `work` against another database than this file's. */
async function within<T>(url: string, work: () => Promise<T>): Promise<T> {
  await closeDatabase();
  useDatabase(url);
  try {
    return await work();
  } finally {
    await closeDatabase();
    useDatabase(db.url());
  }
}

describe('a backup that is restored', () => {
  test('has every row and file again, and its chain, seals and signatures hold', async () => {
    const { archive } = await aBackup();
    const { url, target, report } = await restored(archive);
    expect(await fingerprints(url)).toEqual(await fingerprints(db.url()));
    expect(report.media).toEqual({ whole: 1, missing: [], corrupt: [] });
    expect(await (await target.openRead(photo))?.toArray()).toEqual([Buffer.from('isi foto')]);
    const found = await within(url, () => soundnessOf(report.media));
    expect(found).toMatchObject({ problems: [], editions: 1 });
    expect(found.events).toBeGreaterThan(0);
    // The log goes on from what came back, and says from where.
    await within(url, async () => {
      await recordRestore(archive, report.head.createdAt, found);
      expect(await verifyChain(database())).toMatchObject({ checked: found.events + 1, brokenAt: null });
      const [last] = await database().select().from(events).orderBy(desc(events.seq)).limit(1);
      const detail = { backup: basename(archive), takenAt: report.head.createdAt, headHash: found.headHash };
      expect(last).toMatchObject({ verb: 'restore_site', actorId: null, previousHash: found.headHash, detail });
    });
    // The law of the database is back too: references and append-only rows.
    const refused = (statement: string) =>
      asOwner(url, (sql) => sql.unsafe(statement)).then(
        () => undefined,
        (error: { code?: string }) => error.code,
      );
    expect(await refused("update events set verb = 'x'")).toBe('42501');
    expect(await refused('delete from portals')).toBe('23503');
  });

  test('signs everybody out, mails nothing twice, and goes on with the other jobs', async () => {
    await database()
      .insert(mails)
      .values({
        ...{ kind: 'notification', onceKey: `uji ${randomBytes(4).toString('hex')}`, recipient: 'a@contoh.example' },
        ...{ subject: 'Uji', body: 'Uji', createdAt: new Date() },
      });
    await transaction(async (tx) => {
      await addJob(tx, 'deliver_mail', { mailId: '00000000-0000-7000-8000-000000000000' }, { jobKey: 'uji:surel' });
      await addJob(tx, 'sweep_media', {}, { jobKey: 'uji:sapu', runAt: new Date('2099-01-01T00:00:00Z') });
    });
    await database().execute(`
      insert into sessions (token_hash, user_id, expires_at)
      values ('${randomBytes(8).toString('hex')}', '${office.contributor.userId}', now() + interval '1 day')`);
    const { url, report } = await restored((await aBackup()).archive);
    expect(await count(url, 'sessions')).toBe(0);
    expect(await count(url, 'mails where sent_at is null and failed_at is null')).toBe(0);
    expect(await count(url, "mails where failure like 'Dipulihkan dari cadangan%'")).toBe(1);
    expect(report.jobs.dropped).toBeGreaterThan(0);
    const jobs = await asOwner(url, (sql) => sql`select task_identifier, key from graphile_worker.jobs`);
    expect(jobs).toContainEqual({ task_identifier: 'sweep_media', key: 'uji:sapu' });
    expect(jobs.map((job) => job.task_identifier)).not.toContain('deliver_mail');
  });

  test('is brought to this version when an older one made it', async () => {
    const old = await anEmptyDatabase();
    const known = knownMigrations().map(({ hash }) => hash);
    await migrateUpTo(old, known.slice(0, 9));
    await asOwner(old, (sql) =>
      sql.unsafe(
        "insert into portals (slug, name, hosts, time_zone) values ('lama', 'Lama', '{a.id}', 'Asia/Jakarta')",
      ),
    );
    const folder = await newFolder();
    const { name } = await makeBackup({ url: old, storage, folder, recipient: null });
    const { url } = await restored(join(folder, name));
    expect(await count(url, 'drizzle.__drizzle_migrations')).toBe(known.length);
    expect(await count(url, "portals where name = 'Lama'")).toBe(1);
  });

  test('is of one moment, whoever writes meanwhile', async () => {
    let writing = true;
    const writer = (async () => {
      // Both rows or none: a backup between the two would break their reference.
      while (writing) await aPublishedArticle(office);
    })();
    const { archive } = await aBackup().finally(() => {
      writing = false;
    });
    await writer;
    const { url, report } = await restored(archive);
    expect(await within(url, () => soundnessOf(report.media))).toMatchObject({ problems: [] });
  });

  test('copies a stored file once, and sweeps it when no backup names it any more', async () => {
    const folder = await newFolder();
    const first = await aBackup({ folder });
    const doomed = await aStoredPhoto('foto yang dibuang');
    setClock(new Date(Date.now() + 5_000));
    const second = await aBackup({ folder });
    expect([first.copies.copied, second.copies.copied, second.copies.kept]).toEqual([1, 1, 1]);
    await rm(second.archive);
    expect((await sweepBackups(folder, new Date())).files).toBe(1);
    expect(await readdir(join(folder, 'media', photo.slice(0, 4)))).toHaveLength(1);
    expect(await readdir(join(folder, 'media', doomed.slice(0, 2)))).not.toContain(doomed.slice(2, 4));
  });
});

describe('an encrypted backup', () => {
  test('opens with its own key only, files as well', async () => {
    const identity = await generateIdentity();
    const { archive, folder } = await aBackup({ recipient: await identityToRecipient(identity) });
    expect(archive).toMatch(/\.tar\.gz\.age$/);
    const copy = await readFile(join(folder, 'media', `${photo}.age`));
    expect(copy.includes('isi foto')).toBe(false);
    const { target, url } = await restored(archive, [identity]);
    expect(await (await target.openRead(photo))?.toArray()).toEqual([Buffer.from('isi foto')]);
    expect(await count(url, 'editions')).toBe(await count(db.url(), 'editions'));
    expect(await refusalOf(restored(archive))).toBe('identity_missing');
    expect(await refusalOf(restored(archive, [await generateIdentity()]))).toBe('identity_wrong');
  });

  test('that was changed is refused, also without the fingerprint beside it', async () => {
    const identity = await generateIdentity();
    const { archive } = await aBackup({ recipient: await identityToRecipient(identity) });
    const bytes = await readFile(archive);
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
    await writeFile(archive, bytes);
    await rm(archive.replace('.tar.gz.age', '.json'));
    expect(await refusalOf(restored(archive, [identity]))).toBe('backup_damaged');
  });
});

describe('what is not a whole backup', () => {
  test.each([
    ['cut short', (path: string) => truncate(path, 3_000)],
    ['longer than it was', (path: string) => appendFile(path, 'x')],
    ['no archive at all', (path: string) => writeFile(path, 'Halo.')],
  ])('%s: refused, and the database stays empty', async (_, spoil) => {
    const { archive } = await aBackup();
    await spoil(archive);
    const url = await anEmptyDatabase();
    const attempt = () => restoreBackup({ archive, identity: null, url, workFolder: base, storage: null });
    expect(await refusalOf(attempt())).toBe('backup_damaged');
    await rm(archive.replace('.tar.gz', '.json'));
    if (!(await readFile(archive)).subarray(-1).equals(Buffer.from('x'))) {
      expect(await refusalOf(attempt())).toBe('backup_damaged');
      expect(await tablesWithRows(url)).toEqual([]);
    }
  });

  async function tablesWithRows(url: string): Promise<string[]> {
    return asOwner(url, async (sql) => {
      const found: string[] = [];
      for (const { name } of await keptTables(sql)) {
        const [row] = await sql.unsafe(`select exists (select from "${name}") as some`);
        if (row?.some === true) found.push(name);
      }
      return found;
    });
  }

  test('an install that holds something is never overwritten', async () => {
    const { archive } = await aBackup();
    await closeDatabase();
    const attempt = restoreBackup({ archive, identity: null, url: db.url(), workFolder: base, storage: null });
    expect(await refusalOf(attempt)).toBe('not_empty');
    expect(await count(db.url(), 'portals')).toBeGreaterThan(0);
  });

  test('a stored file that is gone or altered is named, and the backup does not count as whole', async () => {
    const folder = await newFolder();
    const spoiled = join(folder, 'sumber');
    await cp(join(base, 'sumber'), spoiled, { recursive: true });
    await writeFile(join(spoiled, photo), 'bukan lagi isi foto');
    const altered = await aBackup({ folder, storage: diskStorage(spoiled) });
    expect(altered.facts).toMatchObject({ isWhole: false, problems: [expect.stringContaining('rusak')] });
    await rm(join(spoiled, photo));
    setClock(new Date(Date.now() + 5_000));
    const gone = await aBackup({ folder, storage: diskStorage(spoiled) });
    expect(gone.copies.missing).toEqual([photo]);
    expect((await readFacts(gone.archive))?.problems).toEqual([expect.stringContaining(photo)]);
  });
});

test('a backup right after another gets a name of its own', async () => {
  const folder = await newFolder();
  const from = Math.floor(Date.now() / 1_000) * 1_000;
  const taken = [0, 1_000].map((more) => archiveNameAt(new Date(from + more), false));
  for (const name of taken) await writeFile(join(folder, name), 'yang lebih dulu');
  const { name } = await makeBackup({ url: db.url(), storage, folder, recipient: null });
  expect(taken).not.toContain(name);
  for (const other of taken) expect(await readFile(join(folder, other), 'utf8')).toBe('yang lebih dulu');
});

test('every table of ours is in a backup or left out on purpose, and none that is kept refers to one that is not', async () => {
  await asOwner(db.url(), async (sql) => {
    await sql`create table added_tomorrow (id int primary key)`;
    const kept = (await keptTables(sql)).map(({ name }) => name);
    await sql`drop table added_tomorrow`;
    expect(kept).toContain('added_tomorrow');
    const all = await sql`select tablename as name from pg_tables where schemaname = 'public'`;
    const known = [...kept, ...Object.keys(leftOut)];
    expect(all.filter(({ name }) => !known.includes(String(name)))).toEqual([]);
    const dangling = (await references(sql)).filter(({ table, to }) => kept.includes(table) && !kept.includes(to));
    expect(dangling).toEqual([]);
  });
});
