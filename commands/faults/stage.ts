import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig, useConfig } from '#lib/config.ts';
import { type OpenDatabase, openDatabaseOf } from '../open-database.ts';
import { freePort, type StartedApp, type Surroundings, startApp } from '../started-app.ts';

/** The built application that accidents happen to, with the demo in it, and its database opened beside it. */
export type Stage = {
  dataDir: string;
  port: number;
  origin: string;
  pid(): number;
  /** Ends the process as `kill -9` does. */
  kill(): Promise<void>;
  /** Starts it again, at the same address. */
  start(settings?: Readonly<Record<string, string>>, surroundings?: Surroundings): Promise<void>;
  /** Asks it to stop, and starts it again. */
  restart(settings?: Readonly<Record<string, string>>, surroundings?: Surroundings): Promise<void>;
  /** Works while we ourselves are not connected to the database: what PostgreSQL does is the application's doing alone. */
  apart(work: () => Promise<void>): Promise<void>;
  /** The process of PostgreSQL whose end is the end of all others. */
  postgresPid(): Promise<number>;
  close(): Promise<void>;
};

/**
 * Fills a demo of its own and starts the application on it.
 *
 * @param options.folder of its data
 * @param options.fresh empties that folder before
 */
export async function openStage({ folder = '.data-e2e-faults', fresh = true } = {}): Promise<Stage> {
  const port = freePort();
  const dataDir = resolve(folder);
  let app: StartedApp = await startApp(dataDir, { fresh, port });
  const settings = readConfig({ RUANG_WARTA_MODE: 'contoh', DATA_DIR: dataDir, PORT: String(port) });
  const putBack = useConfig(settings);
  const connect = () => openDatabaseOf(settings, { report: () => undefined });
  let database: OpenDatabase = await connect();
  const start: Stage['start'] = async (further = {}, surroundings = {}) => {
    app = await startApp(dataDir, { port, settings: further, ...surroundings });
  };
  return {
    dataDir,
    port,
    origin: `http://127.0.0.1:${port}`,
    pid: () => app.pid,
    kill: () => app.kill(),
    start,
    restart: async (further, surroundings) => {
      await app.stop();
      await start(further, surroundings);
    },
    apart: async (work) => {
      await database.close();
      try {
        await work();
      } finally {
        database = await connect();
      }
    },
    postgresPid: async () =>
      Number((await readFile(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]),
    close: async () => {
      await app.stop();
      await database.close();
      putBack();
    },
  };
}

/**
 * Asks again until something holds.
 *
 * @returns milliseconds that it took
 * @throws Error with `broken` when it does not within `milliseconds`
 */
export async function until(
  holds: () => Promise<boolean>,
  { milliseconds, broken }: { milliseconds: number; broken: string },
): Promise<number> {
  const begun = performance.now();
  while (!(await holds())) {
    if (performance.now() - begun > milliseconds) throw new Error(broken);
    await pause(100);
  }
  return performance.now() - begun;
}
