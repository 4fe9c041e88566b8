import { and, eq, isNull, like, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import { alarms } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { conflict } from '#lib/errors.ts';
import { requireOperator } from '#lib/operations/operators.ts';
import { raiseAlarm, settleAlarm } from '#lib/record/alarms.ts';
import { recordEvent } from '#lib/record/events.ts';
import { deathsInARow } from './attendance.ts';
import { jobLabel } from './job-labels.ts';

/** Jobs of one kind that were tried as often as they may be, and wait for somebody to decide. */
export type FailedJobs = {
  task: string;
  label: string;
  count: number;
  /** When the first of them was tried for the last time. */
  since: Date;
  /** Why the last of them failed: a sentence of ours, or the program's own words without anybody's text. */
  reason: string;
};

const subjectOf = (task: string) => `jobs:${task}`;

/** Every kind with jobs that are given up, the longest waiting first. */
export async function failedJobs(): Promise<FailedJobs[]> {
  const rows = await database().execute<{ task: string; count: number; since: string; reason: string | null }>(sql`
    select task_identifier as task, count(*)::int as count, min(updated_at)::text as since,
      (array_agg(last_error order by updated_at desc))[1] as reason
    from graphile_worker.jobs
    where attempts >= max_attempts and locked_at is null
    group by task_identifier
    order by min(updated_at), task_identifier`);
  return rows.map(({ task, count, since, reason }) => ({
    ...{ task, label: jobLabel(task), count: Number(count), since: new Date(since) },
    reason: reasonInWords(reason ?? ''),
  }));
}

/** Reasons that have a sentence of their own; anything else is quoted as the program said it. */
const knownReasons: readonly [RegExp, string][] = [
  [/ENOSPC|No space left/i, 'Disk penuh.'],
  [/ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN/, 'Peladen yang diperlukan tidak dapat dihubungi.'],
  [/ETIMEDOUT|timed? ?out|timeout/i, 'Terlalu lama tidak ada jawaban.'],
  [/EACCES|EPERM|EROFS|permission denied/i, 'Tidak ada hak menulis atau membaca berkasnya.'],
];

/** The queue's text begins with the reason; what follows is the place in the program. */
function reasonInWords(lastError: string): string {
  if (deathsInARow(lastError) > 0)
    return 'Program mati setiap kali mengerjakannya; biasanya karena memori tidak cukup.';
  const first = (lastError.split('\n', 1)[0] ?? '').slice(0, 200);
  if (first === '') return 'Tidak tercatat; lihat log.';
  return knownReasons.find(([form]) => form.test(first))?.[1] ?? `Kata program: “${first}”`;
}

/**
 * The round of every minute: raises an alarm for each kind with jobs that are given up, and settles those of
 * kinds that have none any more.
 */
export async function heedFailedJobs(): Promise<void> {
  const failed = await failedJobs();
  const open = await database()
    .select({ subject: alarms.subject, text: alarms.text })
    .from(alarms)
    .where(and(eq(alarms.kind, 'job_failed'), like(alarms.subject, subjectOf('%')), isNull(alarms.settledAt)));
  for (const one of failed) {
    const subject = subjectOf(one.task);
    const text = sentenceOf(one);
    if (open.some((alarm) => alarm.subject === subject && alarm.text === text)) continue;
    const detail = { task: one.task, count: one.count, since: one.since.toISOString() };
    await transaction((tx) => raiseAlarm(tx, { kind: 'job_failed', subject, portalId: null, text, detail }));
  }
  for (const { subject } of open) {
    if (failed.some(({ task }) => subjectOf(task) === subject)) continue;
    await transaction((tx) => settleAlarm(tx, { kind: 'job_failed', subject }, null));
  }
}

function sentenceOf({ label, count }: FailedJobs): string {
  const jobs = count === 1 ? 'Satu pekerjaan' : `${count.toLocaleString('id-ID')} pekerjaan`;
  return `${jobs} “${label}” gagal berulang kali dan tidak dicoba lagi dengan sendirinya. Lihat sebabnya di Keadaan sistem pada Administrasi, lalu coba lagi atau buang.`;
}

/**
 * Has all failed jobs of a kind tried again, from their first attempt.
 *
 * @returns how many
 * @throws not_found for who runs nothing here, conflict when there are none any more
 */
export function retryFailedJobs(actor: Actor, { task }: { task: string }): Promise<number> {
  return decide(actor, task, 'retry_jobs', async (tx, ids) => {
    await tx.execute(sql`
      select 1 from graphile_worker.reschedule_jobs(${asArray(ids)}::bigint[], run_at => ${now().toISOString()}, attempts => 0)`);
  });
}

/**
 * Drops all failed jobs of a kind: what they were to do is not done.
 *
 * @returns how many
 * @throws not_found for who runs nothing here, conflict when there are none any more
 */
export function dropFailedJobs(actor: Actor, { task }: { task: string }): Promise<number> {
  return decide(actor, task, 'drop_jobs', async (tx, ids) => {
    await tx.execute(sql`select 1 from graphile_worker.complete_jobs(${asArray(ids)}::bigint[])`);
  });
}

async function decide(
  actor: Actor,
  task: string,
  verb: 'retry_jobs' | 'drop_jobs',
  act: (tx: Transaction, ids: readonly string[]) => Promise<void>,
): Promise<number> {
  const { portalId, role } = requireOperator(actor);
  return transaction(async (tx) => {
    const rows = await tx.execute<{ id: string }>(sql`
      select job.id::text as id
      from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
      where task.identifier = ${task} and job.attempts >= job.max_attempts and job.locked_at is null
      for update of job`);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) throw conflict('Pekerjaan itu sudah ditangani. Muat ulang halaman.');
    await act(tx, ids);
    await settleAlarm(tx, { kind: 'job_failed', subject: subjectOf(task) }, actor);
    await recordEvent(tx, {
      portalId,
      actorId: actor.userId,
      actorRole: role,
      verb,
      detail: { task, count: ids.length },
    });
    return ids.length;
  });
}

const asArray = (ids: readonly string[]) => `{${ids.join(',')}}`;
