import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { startEmbedded } from '#db/embedded.ts';
import { knownMigrations } from '#db/migrate.ts';
import { migrateUpTo } from '#db/migrate-up-to.ts';
import { freePort, startApp } from '../started-app.ts';
import { type Fault, promise } from './fault.ts';
import { answered } from './newsroom-client.ts';
import { until } from './stage.ts';

const kills = 3;

/** F23: a start is killed when its migration is done but for the commit; then two start at once. */
export const killedInMigration: Fault = {
  number: 'F23',
  name: 'Proses dibunuh saat bermigrasi, lalu dua menyala bersamaan',
  promise: 'Susunan lama atau baru, tidak di antaranya; dua yang menyala bersamaan tidak bertabrakan',
  async run() {
    const dataDir = resolve('.data-e2e-faults-migrasi');
    await rm(dataDir, { recursive: true, force: true });
    const server = await startEmbedded({ folder: join(dataDir, 'postgres') });
    const sql = postgres(server.url, { max: 2, onnotice: () => undefined });
    try {
      const known = knownMigrations().map(({ hash }) => hash);
      await migrateUpTo(server.url, known.slice(0, -1));
      const before = await shapeOf(sql);
      for (let kill = 0; kill < kills; kill += 1) {
        await killBeforeCommit(sql, dataDir);
        promise((await shapeOf(sql)) === before, 'Sesudah dibunuh, susunannya bukan yang lama');
        promise((await applied(sql)) === known.length - 1, 'Migrasi yang dibunuh tercatat selesai');
      }
      // Without readers nobody fills the example: what two do at once here is the migration.
      const settings = { ROLE: 'jobs', DATABASE_URL: server.url };
      const workers = await Promise.all([1, 2].map(() => startApp(dataDir, { settings })));
      await Promise.all(workers.map((app) => app.stop()));
      const app = await startApp(dataDir);
      const front = await answered(`http://127.0.0.1:${app.port}/`);
      await app.stop();
      promise(front?.status === 200, 'Situs tidak terbuka sesudah migrasi');
      promise((await applied(sql)) === known.length, 'Migrasi tidak lengkap, atau tercatat dua kali');
      promise((await shapeOf(sql)) !== before, 'Susunannya masih yang lama');
      return {
        held: `${kills} kali dibunuh sebelum commit: susunan lama utuh; dua menyala bersamaan: susunan baru, sekali`,
      };
    } finally {
      await sql.end({ timeout: 5 });
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

/** Its last statement but the commit is held up: the list of migrations may be read, and not be written. */
async function killBeforeCommit(sql: Sql, dataDir: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`lock table drizzle.__drizzle_migrations in share mode`;
    const starter = start(dataDir);
    const ended = once(starter, 'exit');
    try {
      const waits = async () => {
        const [row] = await sql`
          select exists (select from pg_locks where not granted
            and relation = 'drizzle.__drizzle_migrations'::regclass) as waits`;
        return row?.waits === true;
      };
      await until(waits, { milliseconds: 60_000, broken: 'Migrasinya tidak sampai ke catatannya' });
    } finally {
      starter.kill('SIGKILL');
      await ended;
    }
  });
  // What it left waiting ends by itself, now that it may go on and nobody is there.
  const isAlone = async () => {
    const [row] = await sql`
      select count(*)::int as others from pg_stat_activity where application_name = 'ruang-warta-migrasi'`;
    return row?.others === 0;
  };
  await until(isAlone, { milliseconds: 30_000, broken: 'Migrasi yang dibunuh tetap berjalan di basis data' });
}

function start(dataDir: string): ChildProcess {
  return spawn(process.execPath, ['server.ts'], {
    stdio: 'ignore',
    env: { ...process.env, RUANG_WARTA_MODE: 'contoh', PORT: String(freePort()), PUBLIC_URL: '', DATA_DIR: dataDir },
  });
}

/** Every column of every table of ours, and every index and trigger, as one text. */
async function shapeOf(sql: Sql): Promise<string> {
  const rows = await sql`
    select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as line
      from information_schema.columns where table_schema = 'public'
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select tgname || ' on ' || tgrelid::regclass from pg_trigger where not tgisinternal
    union all select e.enumtypid::regtype || ' ' || e.enumlabel from pg_enum e
    order by 1`;
  return rows.map(({ line }) => String(line)).join('\n');
}

async function applied(sql: Sql): Promise<number> {
  const [row] = await sql`select count(*)::int as count from drizzle.__drizzle_migrations`;
  return Number(row?.count);
}
