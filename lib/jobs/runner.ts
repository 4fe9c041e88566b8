import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger, parseCronItems, type Runner, run, type Task, type TaskList, type WorkerEvents } from 'graphile-worker';
import { databaseUrl } from '#db/client.ts';
import { log, logBug, reasonOf, stackOf } from '#lib/log.ts';
import { traced } from '#lib/trace.ts';
import { keepAttendance } from './attendance.ts';
import { type JobTask, rounds, tasks } from './tasks.ts';

export type RunningJobs = {
  /** @param patience milliseconds that running jobs get to end */
  stop(patience?: number): Promise<void>;
};

/** Jobs that run at the same time in one process. Pictures are decoded one at a time all the same. */
const concurrency = 2;

/**
 * Starts working on jobs in this process, and goes on until stopped; a database that is away is waited for.
 *
 * `stop` takes no further jobs, waits for the running ones and hands the rest back to other processes.
 */
export async function startJobs(list: Readonly<Record<string, JobTask>> = tasks): Promise<RunningJobs> {
  const url = databaseUrl();
  const attendance = await keepAttendance(url);
  let stopping = false;
  let runner = await startRunner();
  void supervise();

  async function startRunner(): Promise<Runner> {
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:create', ({ workerPool }) => void attendance.signIn(workerPool.id));
    return run({
      connectionString: withName(url),
      maxPoolSize: concurrency + 2,
      concurrency,
      // Jobs are announced; polling only finds those whose time has come.
      pollInterval: 2_000,
      noHandleSignals: true,
      // Without a delay, of none, nobody waits for what is written when a job has ended: neither would stopping wait
      // for it, nor would anybody hear that it failed.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0, gracefulShutdownAbortTimeout: 5_000 } },
      events,
      logger: new Logger(() => tell),
      parsedCronItems: parseCronItems(rounds.filter(({ task }) => Object.hasOwn(list, task))),
      taskList: asTaskList(list),
    });
  }

  async function supervise(): Promise<void> {
    while (!stopping) {
      try {
        await runner.promise;
        if (!stopping) log('error', 'jobs_ended');
      } catch (error) {
        if (!stopping) logBug('jobs', error);
      }
      if (stopping) return;
      await pause(1_000);
      try {
        // What they could not write the end of is held by nobody any more, and done once more.
        await attendance.signOut();
        runner = await startRunner();
      } catch (error) {
        log('warn', 'jobs_not_started', { reason: reasonOf(error) });
      }
    }
  }

  return {
    stop: async (patience = 6_000) => {
      stopping = true;
      try {
        const ended = await Promise.race([runner.stop().then(() => true), pause(patience, false)]);
        if (!ended) await attendance.signOut();
      } catch (error) {
        log('warn', 'jobs_stop', { reason: reasonOf(error) });
      } finally {
        await attendance.stop();
      }
    },
  };
}

function asTaskList(list: Readonly<Record<string, JobTask>>): TaskList {
  const entries = Object.entries(list).map(([name, task]) => {
    const work: Task = (payload, { job }) =>
      traced({ job: String(job.id), task: name }, () => task(payload).catch(failWithoutWords));
    return [name, work] as const;
  });
  return Object.fromEntries(entries);
}

/** The queue keeps and logs what a job failed with: what failed, not the words it was about. */
function failWithoutWords(error: unknown): never {
  const bare = new Error(reasonOf(error));
  bare.stack = stackOf(error);
  throw bare;
}

function withName(url: string): string {
  const named = new URL(url);
  named.searchParams.set('application_name', 'ruang-warta-kerja');
  return named.href;
}

function tell(level: string, message: string): void {
  if (level === 'error') log('error', 'job', { message });
  else if (level === 'warning') log('warn', 'job', { message });
}
