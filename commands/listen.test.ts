import { request as ask } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from '#db/embedded-cluster.ts';
import { issuesOf } from '#lib/errors.ts';
import { type Door, openDoor } from './listen.ts';

let port: number;
let door: Door;

beforeEach(async () => {
  port = await freePort();
  door = await openDoor('127.0.0.1', port, false);
});

afterEach(() => door.close(0));

const address = () => `http://127.0.0.1:${port}/`;

test('where others answer as well, hangs up until it can answer, and tells only whoever asks for its health', async () => {
  const siblingPort = await freePort();
  const sibling = await openDoor('127.0.0.1', siblingPort, false, { isOneOfSeveral: true });
  const answerAt = (path: string) => fetch(`http://127.0.0.1:${siblingPort}${path}`);
  try {
    await expect(answerAt('/')).rejects.toThrow('fetch failed');
    expect((await answerAt('/api/health/ready')).status).toBe(503);
    sibling.serve((_, response) => response.end('halo'));
    expect(await (await answerAt('/')).text()).toBe('halo');
  } finally {
    await sibling.close(0);
  }
});

test('says that it is starting until the real listener is put in place', async () => {
  const early = await fetch(address());
  expect(early.status).toBe(503);
  expect(early.headers.get('retry-after')).toBe('3');
  expect(await early.text()).toContain('sedang disiapkan');
  const program = await fetch(new URL('/api/v1/artikel', address()));
  expect([program.status, program.headers.get('access-control-allow-origin')]).toEqual([503, '*']);
  expect(await program.json()).toMatchObject({ kode: 'gangguan' });

  door.serve((_, response) => response.end('ready'));
  expect(await (await fetch(address())).text()).toBe('ready');
});

test('a busy port is refused by its number, with another to try', async () => {
  const error = await openDoor('127.0.0.1', port, false).catch((reason: unknown) => reason);
  const [issue] = issuesOf(error);
  expect(issue?.code).toBe('port_busy');
  expect(issue?.text).toContain(`Pintu ${port}`);
  expect(issue?.text).toContain(`PORT=${port + 1}`);
});

test('an address of another machine is refused by name', async () => {
  const error = await openDoor('192.0.2.1', port, false).catch((reason: unknown) => reason);
  expect(issuesOf(error)[0]).toMatchObject({ field: 'HOST', code: 'host_unknown' });
});

test('closing lets a request that has begun end, and takes no new one', async () => {
  const begun = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  door.serve((_, response) => {
    begun.resolve();
    void finish.promise.then(() => response.end('finished'));
  });
  const answer = fetch(address());
  await begun.promise;
  const closing = door.close(20_000);
  await expect(fetch(address())).rejects.toThrow();
  finish.resolve();
  expect(await (await answer).text()).toBe('finished');
  await closing;
});

test('closing in a hurry cuts what has begun', async () => {
  const begun = Promise.withResolvers<void>();
  door.serve(() => begun.resolve());
  const answer = fetch(address()).catch(() => 'cut');
  await begun.promise;
  await door.close(0);
  expect(await answer).toBe('cut');
});

test('an upgrade is refused', async () => {
  const { promise, resolve } = Promise.withResolvers<number | undefined>();
  ask(address(), { headers: { connection: 'Upgrade', upgrade: 'websocket' } }, (response) => {
    response.resume();
    resolve(response.statusCode);
  }).end();
  expect(await promise).toBe(400);
});

test('in development hot reload may upgrade, and does not keep the server from closing', async () => {
  const devPort = await freePort();
  const devDoor = await openDoor('127.0.0.1', devPort, true);
  devDoor.server.on('upgrade', (_, socket) =>
    socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'),
  );
  const upgraded = Promise.withResolvers<void>();
  const asked = ask(`http://127.0.0.1:${devPort}/_next/hmr`, {
    headers: { connection: 'Upgrade', upgrade: 'websocket' },
  });
  asked.on('upgrade', () => upgraded.resolve());
  asked.end();
  await upgraded.promise;
  await devDoor.close(1_000);
});

test('headers over 16 KB are refused', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.write(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`);
  expect(await text(socket)).toContain('431');
});
