import { createServer } from 'node:http';
import { requireBuild } from './commands/build-if-stale.ts';
import { drainingOf } from './commands/draining.ts';
import { fillDemoIfEmpty } from './commands/fill-demo.ts';
import { keepHeapClose } from './commands/heap-growth.ts';
import { jobsListener } from './commands/jobs-door.ts';
import { type Lifecycle, lifecycle } from './commands/lifecycle.ts';
import { type Door, openDoor } from './commands/listen.ts';
import { keepLogFlowing, logConsole } from './commands/log-output.ts';
import { metricsForBearers, openMetricsDoor } from './commands/metrics-door.ts';
import { openDatabaseOf } from './commands/open-database.ts';
import { dutiesOf, heedRoleArgument } from './commands/process-roles.ts';
import { say, sayWhy, seconds } from './commands/say.ts';
import { startJobsAndSchedule, startNothing, startOn } from './commands/start-jobs.ts';
import { keepTickShape } from './commands/tick-shape.ts';
import { database as openedDatabase } from './db/client.ts';
import { isSchemaCurrent } from './db/migrate.ts';
import { type Config, config, loadEnvironmentFile } from './lib/config.ts';
import { decideReadinessBy } from './lib/health.ts';
import type { FileHashes } from './lib/integrity/build-manifest.ts';
import { watchBuild } from './lib/integrity/build-watch.ts';
import { offerSpeller } from './lib/language/dictionary/dictionary.ts';
import { startSpeller } from './lib/language/dictionary/start-speller.ts';
import { liveHub } from './lib/live/hub.ts';
import { openLive } from './lib/live/open-live.ts';
import { logBug } from './lib/log.ts';
import { keepOwnFoldersSwept } from './lib/media/keep-own-folders-swept.ts';
import { type Metrics, openMetrics, type ProcessMeasures } from './lib/operations/metrics.ts';

/** Milliseconds that requests, and then renders nobody waits for, get to end when we stop, and when we are asked twice. */
const patience = { calm: 15_000, hurried: 0 };

/** Connections at the newsroom's own door: readers who fill theirs take none of them. */
const newsroomConnections = 1_000;

const dev = process.argv.includes('--dev');
// React and Next choose their own build by it, so it stands before they are loaded.
Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' });

keepHeapClose();
keepLogFlowing();
if (!dev) logConsole();
keepTickShape();
const life = lifecycle();
process.on('unhandledRejection', (reason) => void logBug('unhandled_rejection', reason));
process.on('uncaughtException', (error) => {
  // Nobody knows what state the process is in: end it in order, and let the supervisor start it anew.
  logBug('uncaught_exception', error);
  void life.end(1);
});

try {
  await start(life);
} catch (error) {
  await giveUp(error);
}

function giveUp(error: unknown): Promise<never> {
  sayWhy(error, 'start');
  return life.end(1);
}

async function start(life: Lifecycle): Promise<void> {
  const { begin } = life;
  const begun = performance.now();
  heedRoleArgument(process.argv, process.env);
  loadEnvironmentFile();
  const settings = config();
  const { serves, works } = dutiesOf[settings.role];
  const door = await begin('door', () =>
    openDoor(settings.host, settings.port, dev, { isOneOfSeveral: settings.role === 'web' }),
  );
  const database = await begin(
    'database',
    () => openDatabaseOf(settings, { mayBeAway: settings.mode === 'production' }),
    (opened) => opened.close(),
  );
  decideReadinessBy(() => isSchemaCurrent(openedDatabase()));
  const program = dev ? undefined : await begin('build', () => requireBuild(settings, life.signal));
  if (program !== undefined) {
    await begin(
      'build watch',
      async () => watchBuild(process.cwd(), program),
      (watching) => watching.stop(),
    );
  }
  if (serves) await begin('demo', () => fillDemoIfEmpty(settings, database));
  if (!database.away) await begin('keys', checkKeys);
  // The thread itself starts with the first question.
  offerSpeller(startSpeller);
  await begin(
    'jobs',
    () => startOn(database, works ? startJobsAndSchedule : startNothing, checkKeys, (error) => giveUp(error)),
    (running, hurry) => running.stop(hurry ? 0 : undefined),
  );
  const measures: ProcessMeasures = { desks: () => liveHub()?.count() ?? 0 };
  const metrics = openMetrics(measures);
  await begin(
    'metrics',
    () => openMetricsDoor(metrics, settings.metrics),
    async (opened) => opened?.close(),
  );
  const doors = serves
    ? await serve(life, settings, door, { program: program?.files, measures, metrics })
    : await answerOperators(life, door);
  await begin(
    'draining',
    async () => drainingOf(doors, settings.drainSeconds),
    (draining, hurry) => draining.stop(hurry),
  );
  await tellReady(seconds(begun));
}

/** @returns the doors at which people are answered */
async function serve(
  { begin }: Lifecycle,
  settings: Config,
  door: Door,
  { program, measures, metrics }: { program: FileHashes | undefined; measures: ProcessMeasures; metrics: Metrics },
): Promise<Door[]> {
  const { newsroomDoor: own } = settings;
  const newsroomDoor =
    own === null
      ? undefined
      : await begin('newsroom door', () =>
          openDoor(own.host, own.port, false, {
            connections: newsroomConnections,
            isOneOfSeveral: settings.role === 'web',
          }),
        );
  const doors = newsroomDoor === undefined ? [door] : [door, newsroomDoor];
  const delivery = await begin(
    'delivery',
    async () => {
      const [{ default: createNext }, { createDelivery }] = await Promise.all([
        import('next'),
        import('./lib/delivery/listener.ts'),
      ]);
      // Next hooks itself to `upgrade` of whatever server it knows; only hot reload may use that.
      const httpServer = dev ? door.server : createServer();
      const next = createNext({ dev, httpServer, hostname: settings.host, port: settings.port });
      await next.prepare();
      return createDelivery({ next, dev, program, metrics: metricsForBearers(metrics, settings.metrics.token) });
    },
    (running, hurry) => running.stop(hurry ? patience.hurried : patience.calm),
  );
  measures.cache = delivery.measure;
  await begin(
    'own folders',
    async () => keepOwnFoldersSwept(),
    async (kept) => kept.stop(),
  );
  // Begun late, so that it is stopped early: requests end before what they need is taken away.
  await begin(
    'requests',
    async () => {
      door.serve(delivery.listener);
      newsroomDoor?.serve(delivery.newsroomListener);
    },
    (_, hurry) => Promise.all(doors.map((each) => each.close(hurry ? patience.hurried : patience.calm))),
  );
  // Open desks would hold the door open: they are sent to another instance first.
  await begin(
    'live',
    async () => openLive(),
    (live) => live.stop(),
  );
  return doors;
}

/** A process without readers says how it is, and nothing else. */
async function answerOperators({ begin }: Lifecycle, door: Door): Promise<Door[]> {
  await begin(
    'requests',
    async () => door.serve(jobsListener),
    (_, hurry) => door.close(hurry ? patience.hurried : patience.calm),
  );
  return [door];
}

async function checkKeys(): Promise<void> {
  const { requireFittingKeys } = await import('./lib/newsroom/signing-keys.ts');
  await requireFittingKeys(openedDatabase());
}

async function tellReady(duration: string): Promise<void> {
  const { mode, role, publicUrl, newsroomUrl, host, port } = config();
  say(`\nRuang Warta siap dalam ${duration}${dev ? ' (mode pengembangan)' : ''}.\n`);
  if (role === 'jobs') {
    say(`  Pekerjaan latar saja. Keadaannya: http://${host}:${port}/api/health/ready`);
    return;
  }
  say(`  Situs          ${publicUrl.origin}/`);
  say(`  Ruang redaksi  ${newsroomUrl.origin}/redaksi`);
  if (role === 'web') say('  Pekerjaan latar dikerjakan proses lain (ROLE=jobs).');
  if (mode === 'demo') {
    const { tellDemoAccounts } = await import('./commands/demo-accounts.ts');
    say('\nMode contoh: hanya dapat dibuka dari komputer ini.\n');
    tellDemoAccounts();
  }
  say('\nTekan Ctrl-C untuk berhenti.');
}
