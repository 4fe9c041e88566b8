import { Agent, request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { freePort } from '#db/embedded-cluster.ts';
import { decideReadinessBy } from '#lib/health.ts';
import { drainingOf } from './draining.ts';
import { jobsListener } from './jobs-door.ts';
import { type Door, openDoor } from './listen.ts';

let door: Door | undefined;
afterEach(async () => {
  await door?.close(0);
  // As it was before the program decided: not ready.
  decideReadinessBy(async () => false);
});

/** One question on a kept-alive connection of its own kind. */
function ask(port: number, path: string, agent: Agent): Promise<{ status: number; connection: string | undefined }> {
  const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<typeof ask>>>();
  const asked = request({ port, host: '127.0.0.1', path, agent }, (answer) => {
    answer.resume();
    answer.on('end', () => resolve({ status: answer.statusCode ?? 0, connection: answer.headers.connection }));
  });
  asked.on('error', reject);
  asked.end();
  return promise;
}

test('asked to stop, a process says first that it is not ready, goes on answering, and lets connections go', async () => {
  const port = await freePort();
  door = await openDoor('127.0.0.1', port, false);
  door.serve(jobsListener);
  decideReadinessBy(async () => true);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  expect(await ask(port, '/api/health/ready', agent)).toEqual({ status: 200, connection: 'keep-alive' });
  expect((await ask(port, '/', agent)).status).toBe(404);

  const draining = drainingOf([door], 600);
  let isOver = false;
  const stopped = draining.stop(false).then(() => {
    isOver = true;
  });
  expect(await ask(port, '/api/health/ready', agent)).toEqual({ status: 503, connection: 'close' });
  expect(await ask(port, '/api/health/live', agent)).toEqual({ status: 200, connection: 'close' });
  expect(isOver).toBe(false);
  // Asked a second time, it waits no longer.
  await draining.stop(true);
  await stopped;
  agent.destroy();
});
