import { count, desc, isNull, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { type AlarmKind, alarmKinds } from '#db/schema/enums.ts';
import { alarms, chainChecks } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { processWide } from '#lib/process-wide.ts';

/** What the rows say about how the system is. Times in seconds, ages counted from now. */
export type Figures = {
  queue: { waiting: number; running: number; retrying: number; failed: number; oldestSeconds: number };
  failedByTask: readonly { task: string; count: number }[];
  /** When a round (a task that comes by itself) ran last, or was first planned; null where none ever was. */
  lastRoundAt: Date | null;
  late: {
    /** Should have gone out more than a minute ago. */
    schedule: number;
    /** Second reviews of the fast lane that are overdue. */
    secondReviews: number;
    /** Approved, and waiting for the second signature. */
    unconfirmed: number;
  };
  mail: { waiting: number; failed: number; oldestSeconds: number };
  integrity: { checkedAt: Date; isWhole: boolean } | null;
  openAlarms: ReadonlyMap<AlarmKind, number>;
  backups: BackupFigures | null;
  liveSessions: number;
};

/** Of the backups: the last whole one, and the last drill. Null where none was made yet. */
export type BackupFigures = {
  lastWholeAt: Date | null;
  lastDrill: { at: Date; isWhole: boolean } | null;
};

/** Milliseconds for which one reading serves everybody who asks. */
const keepFor = 15_000;

const held = processWide<{ at: number; reading: Promise<Figures> | undefined }>('figures', () => ({
  at: 0,
  reading: undefined,
}));

/**
 * The figures, read from the rows at most every fifteen seconds whoever asks how often.
 *
 * @throws when the database does not answer; then the next one asks anew
 */
export function figures(): Promise<Figures> {
  const { value } = held;
  const at = now().getTime();
  if (value.reading === undefined || Math.abs(at - value.at) >= keepFor) {
    value.at = at;
    const reading = readFigures();
    value.reading = reading;
    reading.catch(() => {
      if (value.reading === reading) value.reading = undefined;
    });
  }
  return value.reading;
}

/** The next one who asks reads anew. */
export function forgetFigures(): void {
  held.value.reading = undefined;
}

/** Read now, for whoever has just changed something. */
export async function readFigures(): Promise<Figures> {
  const [queue, failedByTask, lastRoundAt, rows, integrity, openAlarms, backups] = await Promise.all([
    queueFigures(),
    failedCounts(),
    lastRound(),
    rowFigures(),
    lastIntegrityCheck(),
    alarmCounts(),
    backupFigures(),
  ]);
  return { queue, failedByTask, lastRoundAt, ...rows, integrity, openAlarms, backups };
}

async function queueFigures(): Promise<Figures['queue']> {
  const [row] = await database().execute(sql`
    select
      count(*) filter (where attempts < max_attempts and locked_at is null and run_at <= now()) as waiting,
      count(*) filter (where locked_at is not null) as running,
      count(*) filter (where attempts between 1 and max_attempts - 1 and locked_at is null) as retrying,
      count(*) filter (where attempts >= max_attempts and locked_at is null) as failed,
      extract(epoch from now() - min(run_at) filter (where attempts < max_attempts and locked_at is null and run_at <= now())) as oldest
    from graphile_worker.jobs`);
  return {
    waiting: Number(row?.waiting ?? 0),
    running: Number(row?.running ?? 0),
    retrying: Number(row?.retrying ?? 0),
    failed: Number(row?.failed ?? 0),
    oldestSeconds: Number(row?.oldest ?? 0),
  };
}

async function failedCounts(): Promise<Figures['failedByTask']> {
  const rows = await database().execute(sql`
    select task_identifier as task, count(*) as count from graphile_worker.jobs
    where attempts >= max_attempts and locked_at is null group by task_identifier`);
  return rows.map(({ task, count: jobs }) => ({ task: String(task), count: Number(jobs) }));
}

async function lastRound(): Promise<Date | null> {
  const [row] = await database().execute(
    // A round that is known and did not run yet waits for its first minute.
    sql`select coalesce(max(last_execution), min(known_since))::text as at from graphile_worker._private_known_crontabs`,
  );
  return row?.at == null ? null : new Date(String(row.at));
}

async function rowFigures(): Promise<Pick<Figures, 'late' | 'mail' | 'liveSessions'>> {
  const at = now().toISOString();
  const [row] = await database().execute(sql`
    select
      (select count(*) from editions
        where state = 'scheduled' and scheduled_for < ${at}::timestamptz - interval '1 minute') as schedule,
      (select count(*) from editions
        where second_review_due_at < ${at}::timestamptz and second_reviewed_at is null
          and state in ('published', 'archived')) as reviews,
      (select count(*) from editions where state = 'approved' and approval_outcome <> 'wait') as unconfirmed,
      (select count(*) from mails where sent_at is null and failed_at is null) as mails,
      (select extract(epoch from ${at}::timestamptz - min(created_at)) from mails
        where sent_at is null and failed_at is null) as oldest_mail,
      (select count(*) from mails where sent_at is null and failed_at is not null) as failed_mails,
      (select count(*) from sessions where revoked_at is null and expires_at > ${at}::timestamptz) as sessions`);
  const number = (name: string) => Number(row?.[name] ?? 0);
  return {
    late: { schedule: number('schedule'), secondReviews: number('reviews'), unconfirmed: number('unconfirmed') },
    mail: { waiting: number('mails'), failed: number('failed_mails'), oldestSeconds: number('oldest_mail') },
    liveSessions: number('sessions'),
  };
}

async function lastIntegrityCheck(): Promise<Figures['integrity']> {
  const [check] = await database().select().from(chainChecks).orderBy(desc(chainChecks.id)).limit(1);
  if (check === undefined) return null;
  return { checkedAt: check.at, isWhole: check.brokenAt === null && check.wrongEditions === 0 };
}

async function alarmCounts(): Promise<Figures['openAlarms']> {
  const rows = await database()
    .select({ kind: alarms.kind, open: count() })
    .from(alarms)
    .where(isNull(alarms.settledAt))
    .groupBy(alarms.kind);
  return new Map(alarmKinds.map((kind) => [kind, rows.find((row) => row.kind === kind)?.open ?? 0]));
}

/** Null in a version that keeps no record of them. */
async function backupFigures(): Promise<BackupFigures | null> {
  const [there] = await database().execute(sql`select to_regclass('public.backup_runs') is not null as there`);
  if (there?.there !== true) return null;
  const rows = await database().execute(sql`
    select distinct on (kind, is_whole) kind::text as kind, is_whole, ended_at::text as at
    from backup_runs order by kind, is_whole, ended_at desc`);
  const runs = rows.map((row) => ({
    kind: String(row.kind),
    isWhole: row.is_whole === true,
    at: new Date(String(row.at)),
  }));
  const drills = runs.filter(({ kind }) => kind === 'drill').sort((a, b) => b.at.getTime() - a.at.getTime());
  const [drill] = drills;
  return {
    lastWholeAt: runs.find(({ kind, isWhole }) => kind === 'backup' && isWhole)?.at ?? null,
    lastDrill: drill === undefined ? null : { at: drill.at, isWhole: drill.isWhole },
  };
}
