import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { and, eq, isNull } from 'drizzle-orm';
import postgres, { type Sql } from 'postgres';
import { z } from 'zod';
import { database, databaseUrl, sqlState, transaction } from '#db/client.ts';
import { alarms } from '#db/schema/index.ts';
import { addJob } from '#lib/jobs/queue.ts';
import { settleAlarm } from '#lib/record/alarms.ts';
import { behindOurBack } from '#lib/testing/behind-our-back.ts';
import { type Fault, promise } from './fault.ts';
import { type Stage, until } from './stage.ts';

/** What only grows. */
const tables = ['events', 'signatures', 'signature_voids', 'decision_notes', 'chain_heads', 'embargo_readings'];
/** Milliseconds within which the round finds it; it comes every five minutes by itself. */
const foundWithin = 60_000;
const about = { kind: 'audit_chain_broken', subject: 'chain' } as const;

/** F27: somebody changes history with SQL. The application's role cannot; whoever can is found out. */
export const historyTampered: Fault = {
  number: 'F27',
  name: 'Riwayat diubah dengan SQL',
  promise: 'Ditolak bagi peran aplikasi; selain itu ditemukan pemeriksaan jejak dalam lima menit',
  async run(stage) {
    const refusals = await refusedToApplication();
    const owner = await foundOut('pemilik basis data', {
      spoil: () => behindOurBack(databaseUrl(), `update events set at = at + interval '1 second' where seq = 5`),
      mend: () => behindOurBack(databaseUrl(), `update events set at = at - interval '1 second' where seq = 5`),
    });
    const sql = await superuser(stage);
    try {
      const superuserFound = await foundOut('pengelola PostgreSQL', deletionBy(sql));
      return {
        held: `${refusals} perubahan ditolak bagi peran aplikasi; perubahan oleh pemilik ditemukan ${owner} md, penghapusan oleh pengelola ${superuserFound} md sesudah putaran lima menit dimulai`,
      };
    } finally {
      await sql.end({ timeout: 5 });
    }
  },
};

/** @returns how many were tried, all of them in vain */
async function refusedToApplication(): Promise<number> {
  const sql = postgres(databaseUrl(), { max: 1, onnotice: () => undefined });
  const tried = ['set session_replication_role = replica'];
  for (const table of tables) {
    const [row] = await sql`select exists (select from ${sql(table)}) as has_rows`;
    // Of a table without rows nothing can be changed.
    if (row?.has_rows === true) tried.push(`update ${table} set at = now()`, `delete from ${table}`);
    tried.push(`truncate ${table} cascade`);
  }
  try {
    for (const statement of tried) {
      const taken = sql.begin(async (tx) => {
        await tx.unsafe(statement);
        // It went through: nothing of it may stay.
        throw new Error('taken');
      });
      const outcome = await taken.catch((error: unknown) => (sqlState(error) === undefined ? 'taken' : 'refused'));
      promise(outcome === 'refused', `Diterima dari peran aplikasi: ${statement}`);
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
  return tried.length;
}

/** Milliseconds from the round's beginning to the alarm. */
async function foundOut(who: string, deed: { spoil(): Promise<void>; mend(): Promise<void> }): Promise<number> {
  await transaction((tx) => settleAlarm(tx, about, null));
  await deed.spoil();
  try {
    await addJob(database(), 'watch_chain', {}, { jobKey: 'watch_chain' });
    const took = await until(async () => (await openAlarms()) === 1, {
      milliseconds: foundWithin,
      broken: `Perubahan oleh ${who} tidak ditemukan`,
    });
    return Math.round(took);
  } finally {
    await deed.mend();
    await transaction((tx) => settleAlarm(tx, about, null));
  }
}

const openAlarms = () =>
  database().$count(
    alarms,
    and(eq(alarms.kind, about.kind), eq(alarms.subject, about.subject), isNull(alarms.settledAt)),
  );

/** Takes an entry out of the middle, past every trigger, and puts it back. */
function deletionBy(sql: Sql) {
  const past = (statement: string) =>
    sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx.unsafe(statement);
    });
  return {
    spoil: async () => {
      await past('create table uji_gangguan_hilang as select * from events where seq = 6');
      await past('delete from events where seq = 6');
    },
    mend: async () => {
      await past('insert into events select * from uji_gangguan_hilang');
      await past('drop table uji_gangguan_hilang');
    },
  };
}

/** As somebody signs in who took over the machine. */
async function superuser({ dataDir }: Stage): Promise<Sql> {
  const path = join(dataDir, 'postgres', 'server.json');
  const { port, adminPassword } = z
    .looseObject({ port: z.int(), adminPassword: z.string() })
    .parse(JSON.parse(await readFile(path, 'utf8')));
  return postgres({
    ...{ host: '127.0.0.1', port, user: 'postgres', password: adminPassword, database: 'ruang_warta' },
    ...{ max: 1, onnotice: () => undefined },
  });
}
