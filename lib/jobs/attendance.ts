import { createHash } from 'node:crypto';
import postgres from 'postgres';
import { log, logBug, reasonOf } from '#lib/log.ts';

/** First half of the advisory locks by which living workers are known. */
export const attendanceLock = 7280;

/** Milliseconds between two looks for jobs whose worker is gone. */
const lookEvery = 60_000;

/** A job during which the whole process died, most likely of it: it is tried so many times more, then given up. */
const triesAfterDeath = 2;
/** Seconds before a second try: a process that somebody kills again and again shall not be taken for its jobs' fault. */
const calmSeconds = 30;
/** What stands in a job's last error instead of an error, followed by how often in a row. */
const deathMark = 'worker_died ';

/** How often in a row the process died during a job, by its last error; 0 when it failed in another way. */
export function deathsInARow(lastError: string): number {
  return lastError.startsWith(deathMark) ? Number(lastError.slice(deathMark.length)) : 0;
}

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
    // In one statement, so that two that look at the same time count one death.
    await sql`
      update graphile_worker._private_jobs job
      set locked_at = null, locked_by = null, last_error = ${deathMark} || deaths.number,
        run_at = case when deaths.number = 1 then job.run_at else now() + ${calmSeconds} * interval '1 second' end,
        attempts = case when deaths.number > ${triesAfterDeath} then job.max_attempts else job.attempts end
      from (
        select id, 1 + coalesce(substring(last_error from ${`^${deathMark}(\\d{1,3})$`})::int, 0) as number
        from graphile_worker._private_jobs where locked_by = any(${dead})
      ) deaths
      where deaths.id = job.id and job.locked_by = any(${dead})`;
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
