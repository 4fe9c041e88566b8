import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { knownMigrations } from '#db/migrate.ts';
import { now } from '#lib/clock.ts';
import type { Check } from '#lib/operations/system-checks.ts';

/** What the checks ask the database. */
export type DatabaseFacts = {
  major: number;
  version: string;
  hasChecksums: boolean;
  isSuperuser: boolean;
  isOwner: boolean;
  timeZone: string;
  /** Milliseconds by which its clock is ahead of ours; the way there counts as well. */
  ahead: number;
  /** Names of the migrations that were applied. */
  applied: readonly string[];
};

/**
 * Reads the facts and changes nothing.
 *
 * @throws when the database does not answer
 */
export async function databaseFacts(): Promise<DatabaseFacts> {
  const before = now().getTime();
  const [row] = await database().execute(sql`
    select current_setting('server_version_num')::int / 10000 as major, current_setting('server_version') as version,
      current_setting('data_checksums') = 'on' as checksums, current_setting('TimeZone') as zone,
      (select rolsuper from pg_roles where rolname = current_user) as superuser,
      (select pg_has_role(current_user, datdba, 'member') from pg_database where datname = current_database()) as owner,
      (extract(epoch from clock_timestamp()) * 1000)::float8 as clock,
      to_regclass('drizzle.__drizzle_migrations') is not null as migrated`);
  const middle = (before + now().getTime()) / 2;
  const applied =
    row?.migrated === true ? await database().execute(sql`select hash from drizzle.__drizzle_migrations`) : [];
  return {
    major: Number(row?.major),
    version: String(row?.version),
    hasChecksums: row?.checksums === true,
    isSuperuser: row?.superuser === true,
    isOwner: row?.owner === true,
    timeZone: String(row?.zone),
    ahead: Number(row?.clock) - middle,
    applied: applied.map(({ hash }) => String(hash)),
  };
}

/** Seconds by which clocks may differ before schedules and second factors suffer. */
const clockTolerance = 5;

/** @param isOurs whether the database came along, and so answers to nobody else */
export function databaseChecks(facts: DatabaseFacts, isOurs: boolean): Check[] {
  return [version(facts), migrations(facts), checksums(facts), rights(facts, isOurs), clock(facts)];
}

function version({ major, version: exact }: DatabaseFacts): Check {
  const about = { name: 'database_version', title: 'PostgreSQL' };
  if (major >= 18) return { ...about, standing: 'well', text: `Versi ${exact}.` };
  const todo = 'Mutakhirkan PostgreSQL ke versi 18 ke atas.';
  return { ...about, standing: 'wrong', text: `Versi ${exact} terlalu lama.`, todo };
}

function migrations({ applied }: DatabaseFacts): Check {
  const about = { name: 'migrations', title: 'Susunan basis data' };
  const known = knownMigrations().map(({ hash }) => hash);
  const pending = known.filter((hash) => !applied.includes(hash)).length;
  if (applied.some((hash) => !known.includes(hash))) {
    const text = 'Lebih baru daripada program ini.';
    return {
      ...about,
      standing: 'wrong',
      text,
      todo: 'Jalankan versi program yang sama dengan yang terakhir dipakai.',
    };
  }
  if (pending === 0) return { ...about, standing: 'well', text: 'Sesuai dengan program ini.' };
  const todo = 'Jalankan ulang Ruang Warta: susunan diperbarui saat mulai. Buat cadangan dahulu.';
  return { ...about, standing: 'wrong', text: `${pending} pembaruan susunan belum dijalankan.`, todo };
}

function checksums({ hasChecksums }: DatabaseFacts): Check {
  const about = { name: 'checksums', title: 'Penjaga kerusakan data' };
  if (hasChecksums) return { ...about, standing: 'well', text: 'Checksum menyala.' };
  const todo = 'Matikan PostgreSQL, jalankan pg_checksums --enable, lalu nyalakan lagi.';
  return { ...about, standing: 'watch', text: 'Checksum mati: disk yang rusak diam-diam tidak ketahuan.', todo };
}

function rights({ isSuperuser, isOwner }: DatabaseFacts, isOurs: boolean): Check {
  const about = { name: 'database_rights', title: 'Hak di basis data' };
  if (!isOwner) {
    const todo = 'Jadikan pengguna pada DATABASE_URL pemilik basis datanya: ALTER DATABASE … OWNER TO ….';
    return {
      ...about,
      standing: 'wrong',
      text: 'Pengguna ini bukan pemilik basis datanya, jadi pemutakhiran akan gagal.',
      todo,
    };
  }
  if (isSuperuser && !isOurs) {
    const todo = 'Buat pengguna biasa yang hanya memiliki basis data ini, dan pakai ia dalam DATABASE_URL.';
    return { ...about, standing: 'watch', text: 'Pengguna ini superuser: lebih dari yang diperlukan.', todo };
  }
  return { ...about, standing: 'well', text: 'Pemilik basis data, tidak lebih.' };
}

function clock({ ahead }: DatabaseFacts): Check {
  return clockCheck('database_clock', 'Jam basis data', ahead);
}

/** @param ahead milliseconds by which the other clock is ahead of ours */
export function clockCheck(name: string, title: string, ahead: number): Check {
  const seconds = Math.round(Math.abs(ahead) / 1_000);
  if (seconds <= clockTolerance) return { name, title, standing: 'well', text: 'Sama dengan jam peladen ini.' };
  const text = `Berselisih ${seconds.toLocaleString('id-ID')} detik dengan jam peladen ini.`;
  const todo =
    'Nyalakan penyelaras waktu (NTP, misalnya chrony) di kedua mesin: jadwal terbit dan kode masuk bergantung padanya.';
  return { name, title, standing: 'wrong', text, todo };
}
