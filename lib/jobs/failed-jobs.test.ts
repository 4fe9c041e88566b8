import { desc, sql } from 'drizzle-orm';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { database, transaction } from '#db/client.ts';
import { events } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { openAlarms } from '#lib/record/alarms.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { anOffice, type Office } from '#lib/testing/newsroom.ts';
import { refusal } from '#lib/testing/refusals.ts';
import { keepAttendance } from './attendance.ts';
import { dropFailedJobs, failedJobs, heedFailedJobs, retryFailedJobs } from './failed-jobs.ts';
import { addJob } from './queue.ts';

const { url } = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await anOffice();
});
afterEach(async () => {
  await database().execute(sql`delete from graphile_worker._private_jobs`);
  await heedFailedJobs();
});

/** Jobs that were tried in vain as often as they may be. */
async function given(count: number, reason = 'The disk is full.\n    at somewhere'): Promise<void> {
  for (let job = 0; job < count; job += 1) await addJob(database(), 'draw_share_card', { editionId: `${job}` });
  await database().execute(
    sql`update graphile_worker._private_jobs set attempts = max_attempts, last_error = ${reason}`,
  );
}

const alarmsOf = async (actor: Actor) => (await openAlarms(actor)).filter(({ kind }) => kind === 'job_failed');
const attempts = async () => {
  const rows = await database().execute(
    sql`select attempts from graphile_worker.jobs where task_identifier = 'draw_share_card' order by id`,
  );
  return rows.map((row) => Number(row.attempts));
};
const lastEvent = async () => (await database().select().from(events).orderBy(desc(events.seq)).limit(1))[0];

test('jobs that are given up raise one alarm per kind, which ends with them', async () => {
  await addJob(database(), 'find_similar', { editionId: 'a' });
  await heedFailedJobs();
  expect(await alarmsOf(office.admin)).toEqual([]);
  await database().execute(sql`delete from graphile_worker._private_jobs`);
  await given(2);
  await heedFailedJobs();
  await heedFailedJobs();
  expect(await alarmsOf(office.admin)).toMatchObject([
    {
      subject: 'jobs:draw_share_card',
      text: expect.stringMatching(/^2 pekerjaan “Kartu bagikan” gagal berulang kali/),
    },
  ]);
  expect(await alarmsOf(office.auditor)).toHaveLength(1);
  expect(await alarmsOf(office.editor)).toEqual([]);
  await database().execute(sql`delete from graphile_worker._private_jobs`);
  await heedFailedJobs();
  expect(await alarmsOf(office.admin)).toEqual([]);
});

test('an operator has them tried again, from the first attempt, and the log says so', async () => {
  await given(2);
  await heedFailedJobs();
  expect(await failedJobs()).toMatchObject([
    { task: 'draw_share_card', label: 'Kartu bagikan', count: 2, reason: 'Kata program: “The disk is full.”' },
  ]);
  expect(await retryFailedJobs(office.managingEditor, { task: 'draw_share_card' })).toBe(2);
  expect(await attempts()).toEqual([0, 0]);
  expect(await failedJobs()).toEqual([]);
  expect(await alarmsOf(office.admin)).toEqual([]);
  expect(await lastEvent()).toMatchObject({
    ...{ verb: 'retry_jobs', actorId: office.managingEditor.userId, actorRole: 'managing_editor' },
    detail: { task: 'draw_share_card', count: 2 },
  });
});

test('an operator drops them, and what waits for its next attempt stays', async () => {
  await given(1);
  await addJob(database(), 'draw_share_card', { editionId: 'waiting' });
  expect(await dropFailedJobs(office.admin, { task: 'draw_share_card' })).toBe(1);
  expect(await attempts()).toEqual([0]);
  expect(await lastEvent()).toMatchObject({ verb: 'drop_jobs', detail: { task: 'draw_share_card', count: 1 } });
  expect(await refusal(dropFailedJobs(office.admin, { task: 'draw_share_card' }))).toBe('conflict');
});

test('for everybody else there is nothing to decide', async () => {
  await given(1);
  for (const actor of [office.auditor, office.editor, office.contributor, office.verifier, office.leader])
    for (const verb of [retryFailedJobs, dropFailedJobs])
      expect(await refusal(verb(actor, { task: 'draw_share_card' }))).toBe('not_found');
  expect(await failedJobs()).toHaveLength(1);
});

/** A job at which a worker was that is no longer there. */
async function killedAtWork(): Promise<{ attempts: number; isLater: boolean }> {
  await database().execute(sql`
    update graphile_worker._private_jobs
    set locked_by = 'pool-of-a-dead-process', locked_at = now(), attempts = attempts + 1, run_at = now()`);
  const attendance = await keepAttendance(url());
  await attendance.stop();
  const [row] = await database().execute(sql`
    select attempts, run_at > now() as later from graphile_worker.jobs where locked_by is null`);
  return { attempts: Number(row?.attempts), isLater: row?.later === true };
}

test('a job during which the process dies is tried twice more, later each time, and then given up with the reason', async () => {
  await transaction((tx) => addJob(tx, 'make_renditions', { assetId: 'a' }));
  expect(await killedAtWork()).toEqual({ attempts: 1, isLater: false });
  expect(await killedAtWork()).toEqual({ attempts: 2, isLater: true });
  expect(await failedJobs()).toEqual([]);
  expect(await killedAtWork()).toMatchObject({ attempts: 25 });
  expect(await failedJobs()).toMatchObject([
    { task: 'make_renditions', reason: expect.stringContaining('memori tidak cukup') },
  ]);
});

test('dying once between ordinary errors is forgotten', async () => {
  await transaction((tx) => addJob(tx, 'make_renditions', { assetId: 'a' }));
  await killedAtWork();
  await killedAtWork();
  await database().execute(sql`update graphile_worker._private_jobs set last_error = 'The store is away.'`);
  expect(await killedAtWork()).toMatchObject({ attempts: 3, isLater: false });
});
