import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '#db/embedded.ts';
import { readConfig, useConfig } from '#lib/config.ts';
import { startTestStore } from '#lib/testing/object-store.ts';
import { type StartedNginx, startNginxInFront } from '../bench/nginx.ts';
import { openDatabaseOf } from '../open-database.ts';
import { type StartedApp, startApp } from '../started-app.ts';

/** A process that serves, as if on a machine of its own: nothing on its disk is another's. */
export type WebMachine = { port: number; kill(): Promise<void>; start(): Promise<void> };

/** Two processes that serve and one that works, on one PostgreSQL and one store of files, behind nginx. */
export type SeveralMachines = { front: StartedNginx; webs: readonly [WebMachine, WebMachine]; close(): Promise<void> };

/** What every machine of an install must have alike. */
const secrets = {
  AUTH_SECRET: 'rahasia-bersama-untuk-uji-beberapa-mesin-0123456789',
  SIGNING_KEYS: `bersama:${Buffer.alloc(32, 11).toString('base64')}`,
};

/**
 * Starts it all on folders of its own, fills the demo, and opens the database beside it. The build must be there,
 * and nginx.
 */
export async function startSeveralMachines(): Promise<SeveralMachines> {
  const folder = await mkdtemp(join(tmpdir(), 'ruang-warta-mesin-'));
  const postgres = await startEmbedded({ folder: join(folder, 'postgres') });
  const store = await startTestStore();
  const { endpoint, bucket, accessKeyId, secretAccessKey } = store.settings;
  const shared = {
    ...secrets,
    DATABASE_URL: postgres.url,
    ...{ S3_ENDPOINT: endpoint.origin, S3_BUCKET: bucket },
    ...{ S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey },
  };
  // Not alike in the demo unless it is said: the name under which all are reached.
  const publicUrl = 'http://127.0.0.1';
  const machine = (name: string, role: string, port?: number) =>
    startApp(join(folder, name), {
      publicUrl,
      ...(port === undefined ? {} : { port }),
      settings: { ...shared, ROLE: role },
    });

  const first = await web(
    () => machine('satu', 'web'),
    (port) => machine('satu', 'web', port),
  );
  const second = await web(
    () => machine('dua', 'web'),
    (port) => machine('dua', 'web', port),
  );
  const worker = await machine('kerja', 'jobs');
  const front = await startNginxInFront(first.port, second.port);

  const environment = { ...shared, RUANG_WARTA_MODE: 'contoh', PUBLIC_URL: publicUrl, DATA_DIR: join(folder, 'uji') };
  const settings = readConfig(environment);
  const putBack = useConfig(settings);
  const database = await openDatabaseOf(settings, { report: () => undefined });
  return {
    front,
    webs: [first, second],
    close: async () => {
      await front.stop();
      await Promise.all([first.stop(), second.stop(), worker.stop()]);
      await database.close();
      await postgres.stop();
      await store.stop();
      putBack();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function web(
  start: () => Promise<StartedApp>,
  again: (port: number) => Promise<StartedApp>,
): Promise<WebMachine & { stop(): Promise<void> }> {
  let app = await start();
  const { port } = app;
  return {
    port,
    kill: () => app.kill(),
    start: async () => {
      app = await again(port);
    },
    stop: () => app.stop(),
  };
}
