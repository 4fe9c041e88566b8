import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import type { JobName } from '#lib/jobs/queue.ts';

/** The payloads of the jobs of a kind that wait, oldest first; they wait no longer. */
export async function takeJobs(name: JobName): Promise<unknown[]> {
  const rows = await database().execute<{ payload: unknown }>(sql`
    with taken as (
      delete from graphile_worker._private_jobs job using graphile_worker._private_tasks task
      where task.id = job.task_id and task.identifier = ${name}
      returning job.id, job.payload)
    select payload from taken order by id`);
  return rows.map(({ payload }) => payload);
}
