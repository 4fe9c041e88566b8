import { setTimeout as pause } from 'node:timers/promises';
import { isDatabaseAway, database as ownDatabase } from '#db/client.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { addJob } from '#lib/jobs/queue.ts';
import type { RunningJobs } from '#lib/jobs/runner.ts';
import { log } from '#lib/log.ts';
import type { OpenDatabase } from './open-database.ts';

/** Milliseconds between two looks for a database that was away at the start. */
const lookEvery = 2_000;

/**
 * Starts the jobs and the look at the schedule, first of all those that list what an older install did not and look
 * whether a portal was renamed meanwhile, and the one that publishes today's head of the audit chain.
 */
export async function startJobsAndSchedule(): Promise<RunningJobs> {
  const { startJobs } = await import('#lib/jobs/runner.ts');
  const { watchSchedule } = await import('#lib/jobs/due-watch.ts');
  const { stopBackups } = await import('#lib/backup/backup-watch.ts');
  await addJob(ownDatabase(), 'index_unlisted', {}, { jobKey: 'index_unlisted' });
  await addJob(ownDatabase(), 'heed_portal_names', {}, { jobKey: 'heed_portal_names' });
  await addJob(ownDatabase(), 'list_paragraphs', {}, { jobKey: 'list_paragraphs' });
  await addJob(ownDatabase(), 'list_link_hosts', {}, { jobKey: 'list_link_hosts' });
  await addJob(ownDatabase(), 'publish_chain_head', {}, { jobKey: 'publish_chain_head' });
  const jobs = await startJobs();
  const schedule = watchSchedule();
  return {
    stop: async (patience?: number) => {
      stopBackups();
      await schedule.stop();
      await jobs.stop(patience);
    },
  };
}

/** In a process that works on no jobs nothing waits for the database but its schema. */
export const startNothing = async (): Promise<RunningJobs> => ({ stop: async () => undefined });

/**
 * Begins what needs the database. When that was away at the start, it is migrated as soon as it answers, and the
 * work begins then; meanwhile delivery serves what it kept.
 *
 * @param begin the work
 * @param check looks whether the database that came back fits, and throws when it does not
 * @param refused called when the database that came back is not ours to use: then we must not run on it
 */
export async function startOn(
  database: OpenDatabase,
  begin: () => Promise<RunningJobs>,
  check: () => Promise<void>,
  refused: (error: unknown) => Promise<unknown>,
): Promise<RunningJobs> {
  if (!database.away) return begin();
  const stopping = new AbortController();
  let beginning: Promise<RunningJobs> | undefined;

  async function startLater(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await migrateDatabase(database.url);
        await check();
        beginning = begin();
        await beginning;
        log('info', 'database_back');
        return;
      } catch (error) {
        if (!isDatabaseAway(error)) {
          void refused(error);
          return;
        }
      }
      await pause(lookEvery, undefined, { ref: false });
    }
  }

  const started = startLater();
  return {
    stop: async (patience) => {
      stopping.abort();
      // A database that is away may take seconds to say so; nothing is lost by not waiting.
      await Promise.race([started, pause(1_000)]);
      // Work that was just beginning would go on with nobody to stop it.
      const running = await beginning?.catch(() => undefined);
      await running?.stop(patience);
    },
  };
}
