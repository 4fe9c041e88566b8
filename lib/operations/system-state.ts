import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import { notFound } from '#lib/errors.ts';
import { attendanceLock } from '#lib/jobs/attendance.ts';
import { type FailedJobs, failedJobs } from '#lib/jobs/failed-jobs.ts';
import { type OpenAlarm, openAlarms } from '#lib/record/alarms.ts';
import { diskRoom } from './disk.ts';
import { type Figures, readFigures } from './figures.ts';
import { maySeeOperations } from './operators.ts';
import { type ReadOnlyMode, readOnlyMode } from './read-only-mode.ts';
import { type RefusedByBrowsers, refusedByBrowsers } from './refused-by-browsers.ts';
import { type Check, type Looked, systemChecks } from './system-checks.ts';

/** What the operator page shows. */
export type SystemState = {
  at: Date;
  checks: Check[];
  alarms: OpenAlarm[];
  failed: FailedJobs[];
  figures: Figures;
  processes: { web: number; jobs: number };
  readOnly: ReadOnlyMode | null;
  refused: RefusedByBrowsers;
};

/**
 * How the system is, for who runs it and for auditors.
 *
 * @throws not_found for everybody else
 */
export async function systemState(actor: Actor): Promise<SystemState> {
  if (!maySeeOperations(actor)) throw notFound('operations');
  const [looked, alarms, failed, processes, readOnly] = await Promise.all([
    lookAtSystem(),
    openAlarms(actor),
    failedJobs(),
    runningProcesses(),
    readOnlyMode(),
  ]);
  return {
    ...{ at: looked.at, checks: systemChecks(looked), figures: looked.figures },
    ...{ alarms, failed, processes, readOnly, refused: refusedByBrowsers(looked.at) },
  };
}

/** Gathers what the checks look at. */
export async function lookAtSystem(): Promise<Looked> {
  const settings = config();
  const { dataDir, mediaDir, mail, metrics, mode } = settings;
  const [figures, dataDisk, mediaDisk] = await Promise.all([readFigures(), diskRoom(dataDir), diskRoom(mediaDir)]);
  const isSameDisk = mediaDisk === undefined || mediaDisk.total === dataDisk?.total;
  return {
    at: now(),
    isDemo: mode === 'demo',
    figures,
    dataDisk,
    mediaDisk: isSameDisk ? null : mediaDisk,
    hasMail: mail !== null,
    hasObjectStore: 'objectStore' in settings && settings.objectStore !== null,
    hasMetrics: metrics.door !== null || metrics.token !== null,
  };
}

/** Processes at this database by the connection that each keeps open for what it does. */
async function runningProcesses(): Promise<SystemState['processes']> {
  const [row] = await database().execute(sql`
    select
      count(*) filter (where application_name = 'ruang-warta-kabar') as web,
      (select count(distinct pid) from pg_locks where locktype = 'advisory' and classid = ${attendanceLock} and granted) as jobs
    from pg_stat_activity where datname = current_database()`);
  return { web: Number(row?.web ?? 0), jobs: Number(row?.jobs ?? 0) };
}
