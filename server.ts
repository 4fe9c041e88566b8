import { createServer } from 'node:http';
import { requireBuild } from './commands/build-if-stale.ts';
import { fillDemoIfEmpty } from './commands/fill-demo.ts';
import { type Lifecycle, lifecycle } from './commands/lifecycle.ts';
import { openDoor } from './commands/listen.ts';
import { openDatabaseOf } from './commands/open-database.ts';
import { say, sayWhy, seconds } from './commands/say.ts';
import { startJobsOn } from './commands/start-jobs.ts';
import { keepTickShape } from './commands/tick-shape.ts';
import { database as openedDatabase } from './db/client.ts';
import { config, loadEnvironmentFile } from './lib/config.ts';
import { watchBuild } from './lib/integrity/build-watch.ts';
import { offerSpeller } from './lib/language/dictionary/dictionary.ts';
import { startSpeller } from './lib/language/dictionary/start-speller.ts';
import { openLive } from './lib/live/open-live.ts';
import { logBug } from './lib/log.ts';

/** Milliseconds that requests, and then renders nobody waits for, get to end when we stop, and when we are asked twice. */
const patience = { calm: 15_000, hurried: 0 };

const dev = process.argv.includes('--dev');
// React and Next choose their own build by it, so it stands before they are loaded.
Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' });

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

async function start({ begin, signal }: Lifecycle): Promise<void> {
  const begun = performance.now();
  loadEnvironmentFile();
  const settings = config();
  const door = await begin('door', () => openDoor(settings.host, settings.port, dev));
  const database = await begin(
    'database',
    () => openDatabaseOf(settings, { mayBeAway: settings.mode === 'production' }),
    (opened) => opened.close(),
  );
  const program = dev ? undefined : await begin('build', () => requireBuild(settings, signal));
  await begin('demo', () => fillDemoIfEmpty(settings, database));
  if (!database.away) await begin('keys', checkKeys);
  // The thread itself starts with the first question.
  offerSpeller(startSpeller);
  await begin(
    'jobs',
    () => startJobsOn(database, checkKeys, (error) => giveUp(error)),
    (running, hurry) => running.stop(hurry ? 0 : undefined),
  );
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
      return createDelivery({ next, dev, program });
    },
    (running, hurry) => running.stop(hurry ? patience.hurried : patience.calm),
  );
  if (program !== undefined) {
    await begin(
      'build_watch',
      async () => watchBuild(process.cwd(), program),
      (watching) => watching.stop(),
    );
  }
  // Begun last, so that it is stopped first: requests end before what they need is taken away.
  await begin(
    'requests',
    async () => door.serve(delivery.listener),
    (_, hurry) => door.close(hurry ? patience.hurried : patience.calm),
  );
  // Open desks would hold the door open: they are sent to another instance first.
  await begin(
    'live',
    async () => openLive(),
    (live) => live.stop(),
  );
  await tellReady(seconds(begun));
}

async function checkKeys(): Promise<void> {
  const { requireFittingKeys } = await import('./lib/newsroom/signing-keys.ts');
  await requireFittingKeys(openedDatabase());
}

async function tellReady(duration: string): Promise<void> {
  const { mode, publicUrl } = config();
  say(`\nRuang Warta siap dalam ${duration}${dev ? ' (mode pengembangan)' : ''}.\n`);
  say(`  Situs          ${publicUrl.origin}/`);
  say(`  Ruang redaksi  ${publicUrl.origin}/redaksi`);
  if (mode === 'demo') {
    const { tellDemoAccounts } = await import('./commands/demo-accounts.ts');
    say('\nMode contoh: hanya dapat dibuka dari komputer ini.\n');
    tellDemoAccounts();
  }
  say('\nTekan Ctrl-C untuk berhenti.');
}
