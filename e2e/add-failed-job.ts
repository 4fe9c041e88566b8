import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { withDatabase } from '../commands/open-database.ts';

/** `node e2e/add-failed-job.ts`: a job that was tried in vain as often as it may be. */
await withDatabase('add_failed_job', async () => {
  await database().execute(sql`
    with job as (select id from graphile_worker.add_job('draw_share_card', '{"editionId":"-"}', run_at => now() + interval '1 day'))
    select id from job`);
  await database().execute(sql`
    update graphile_worker._private_jobs job set attempts = max_attempts, last_error = 'The disk is full.'
    from graphile_worker._private_tasks task
    where task.id = job.task_id and task.identifier = 'draw_share_card' and job.run_at > now() + interval '1 hour'`);
});
