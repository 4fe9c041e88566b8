import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { database, databaseUrl } from '#db/client.ts';

/** Any number that nothing else in this database locks; it stands in the function below as well. */
const lock = 7_391_001;

/** A gate before the queue's record that a job is done: whatever the job did is done by then. */
export type QueueGate = {
  /** From now on nobody gets through, but jobs that were held up once. */
  shut(): Promise<void>;
  /** Waits until all jobs that are under way, or as many as can, stand at the gate; false when none is under way for some seconds. */
  allWait(): Promise<boolean>;
  /** Notes whatever is under way as held up, and ends the sessions that wait: their process is dead. */
  giveUpWaiting(): Promise<void>;
  open(): Promise<void>;
  /** Every job that was recorded since it was shut, once each. */
  done(): Promise<{ task: string; payload: unknown; wasHeld: boolean }[]>;
  remove(): Promise<void>;
};

/** Connections that the workers of one process have for records: whoever is done after them waits for one. */
const connections = 3;
/** Milliseconds without any job under way after which none is expected any more. */
const patience = 6_000;

export async function queueGate(): Promise<QueueGate> {
  await database().execute(sql`
    create schema uji_gangguan
    create table done (id bigint primary key, task text not null, payload json not null)
    create table held (id bigint primary key)`);
  await database().execute(sql`
    create function uji_gangguan.pass() returns trigger language plpgsql as $$
    begin
      if old.locked_by is null then return old; end if;
      if not exists (select from uji_gangguan.held where id = old.id) then
        perform pg_advisory_xact_lock_shared(7391001);
      end if;
      insert into uji_gangguan.done
        select old.id, identifier, old.payload from graphile_worker._private_tasks where id = old.task_id
        on conflict do nothing;
      return old;
    end $$`);
  await database().execute(sql`
    create trigger uji_gangguan before delete on graphile_worker._private_jobs
    for each row execute function uji_gangguan.pass()`);
  const keeper = postgres(databaseUrl(), { max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => undefined });
  return {
    shut: async () => {
      await keeper`select pg_advisory_lock(${lock})`;
      await database().execute(sql`delete from uji_gangguan.done`);
    },
    allWait: async () => {
      let quietSince = performance.now();
      while (performance.now() - quietSince < patience) {
        const [row] = await database().execute<{ busy: number; waiting: number }>(sql`
          select (select count(*)::int from graphile_worker._private_jobs where locked_by is not null) as busy,
            (select count(*)::int from pg_locks
              where locktype = 'advisory' and objid = ${lock} and not granted) as waiting`);
        const { busy, waiting } = row ?? { busy: 0, waiting: 0 };
        if (waiting > 0 && (waiting === busy || waiting >= connections)) return true;
        if (busy > 0) quietSince = performance.now();
        await pause(100);
      }
      return false;
    },
    giveUpWaiting: async () => {
      await database().execute(sql`
        insert into uji_gangguan.held
        select id from graphile_worker._private_jobs where locked_by is not null on conflict do nothing`);
      await database().execute(sql`
        select pg_terminate_backend(pid) from pg_locks
        where locktype = 'advisory' and objid = ${lock} and not granted`);
    },
    open: async () => {
      await keeper`select pg_advisory_unlock_all()`;
    },
    done: async () =>
      [
        ...(await database().execute<{ task: string; payload: unknown; was_held: boolean }>(sql`
          select task, payload, id in (select id from uji_gangguan.held) as was_held from uji_gangguan.done`)),
      ].map(({ task, payload, was_held }) => ({ task, payload, wasHeld: was_held })),
    remove: async () => {
      await keeper.end({ timeout: 5 });
      await database().execute(sql`drop trigger uji_gangguan on graphile_worker._private_jobs`);
      await database().execute(sql`drop schema uji_gangguan cascade`);
    },
  };
}

/** Jobs whose time has come, or comes after the half minute of calm for those whose process died, and that are not given up. */
export async function jobsWaiting(): Promise<number> {
  const [row] = await database().execute<{ count: number }>(sql`
    select count(*)::int as count from graphile_worker.jobs
    where run_at <= now() + interval '45 seconds' and attempts < max_attempts`);
  return row?.count ?? 0;
}
