import { createHash } from 'node:crypto';
import postgres from 'postgres';
import { log, logBug, reasonOf } from '#lib/log.ts';

/** First half of the advisory locks by which living workers are known. */
const attendanceLock = 7280;

/** Milliseconds between two looks for jobs whose worker is gone. */
const lookEvery = 60_000;

/** Sign of life of one process's workers. */
export type Attendance = {
  signIn(poolId: string): Promise<void>;
  /** Gives back whatever our own workers still hold. */
  signOut(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Hands jobs of dead workers back. The queue itself would keep them for four hours,
 * because a worker that was killed cannot say so. A living one holds an advisory lock
 * on a connection of its own, which ends with it.
 */
export async function keepAttendance(url: string): Promise<Attendance> {
  const signedIn = new Set<string>();
  let stopping = false;
  let sql = connect();

  function connect() {
    return postgres(url, {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: 5,
      onnotice: () => undefined,
      onclose: () => {
        if (stopping) return;
        // A client that lost its connection is not trusted again (see db/guarded-client.ts).
        sql = connect();
        setTimeout(() => void signAllIn(), 1_000).unref();
      },
      connection: { application_name: 'ruang-warta-kerja' },
    });
  }

  async function signAllIn(): Promise<void> {
    try {
      for (const poolId of signedIn) await sql`select pg_advisory_lock(${attendanceLock}, ${numberOf(poolId)})`;
    } catch (error) {
      if (!stopping) log('warn', 'jobs_attendance', { reason: reasonOf(error) });
    }
  }

  async function handBack(): Promise<void> {
    const claimed = await sql`
      select locked_by from graphile_worker._private_jobs where locked_by is not null
      union select locked_by from graphile_worker._private_job_queues where locked_by is not null`;
    const present = await sql`
      select objid::bigint::text as number from pg_locks
      where locktype = 'advisory' and classid = ${attendanceLock} and objsubid = 2 and granted
        and database = (select oid from pg_database where datname = current_database())`;
    const living = new Set(present.map((row) => Number(row.number)));
    const dead = claimed.map((row) => String(row.locked_by)).filter((poolId) => !living.has(numberOf(poolId)));
    if (dead.length === 0) return;
    await sql`select graphile_worker.force_unlock_workers(${dead})`;
    log('warn', 'jobs_handed_back', { workers: dead.length });
  }

  async function look(): Promise<void> {
    try {
      await handBack();
    } catch (error) {
      logBug('jobs_attendance', error);
    }
  }

  await handBack();
  const timer = setInterval(() => void look(), lookEvery);
  timer.unref();

  return {
    async signIn(poolId) {
      signedIn.add(poolId);
      await signAllIn();
    },
    async signOut() {
      if (signedIn.size > 0) await sql`select graphile_worker.force_unlock_workers(${[...signedIn]})`;
    },
    async stop() {
      stopping = true;
      clearInterval(timer);
      await sql.end({ timeout: 2 });
    },
  };
}

/** The second half of the lock: 31 bits of the worker's name. */
function numberOf(poolId: string): number {
  return createHash('sha256').update(poolId).digest().readUInt32BE(0) >>> 1;
}
