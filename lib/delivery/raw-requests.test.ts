import { mkdtemp } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#lib/testing/database.ts';
import { removeFolder } from '#lib/testing/remove-folder.ts';
import { prepareTrial, publish, startTrial, type Trial, trialHost } from './trial.ts';

const database = testDatabase();
let folder: string;
let trial: Trial;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mentah-'));
  await prepareTrial(database.url());
  await publish(database.url(), '/', 'Halaman depan', ['front']);
  trial = await startTrial({ databaseUrl: database.url(), folder });
});
afterAll(async () => {
  await trial.stop();
  await removeFolder(folder);
});

/** Sends bytes as they are; the status of the first answer, or `closed` when there is none. */
function statusOf(bytes: string): Promise<number | 'closed'> {
  const { promise, resolve } = Promise.withResolvers<number | 'closed'>();
  const socket = connect(trial.port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
  let answer = '';
  socket.on('data', (piece: Buffer) => {
    answer += piece.toString('latin1');
    if (answer.includes('\r\n')) socket.destroy();
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? 0) || 'closed'));
  return promise;
}

const host = `Host: ${trialHost}\r\n`;
const refusals: [what: string, bytes: string][] = [
  ...['TRACE', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'SEARCH', 'PURGE', 'QUERY', 'M-SEARCH', 'ACL'].flatMap(
    (method): [string, string][] => [
      [`${method} of a page`, `${method} / HTTP/1.1\r\n${host}\r\n`],
      [`${method} of the newsroom`, `${method} /redaksi HTTP/1.1\r\n${host}\r\n`],
    ],
  ),
  ['OPTIONS of everything', `OPTIONS * HTTP/1.1\r\n${host}\r\n`],
  ['a tunnel', `CONNECT jahat.example:443 HTTP/1.1\r\n${host}\r\n`],
  ['a method nobody knows', `JAHAT / HTTP/1.1\r\n${host}\r\n`],
  ['a method in small letters', `get / HTTP/1.1\r\n${host}\r\n`],
  ['an address of another site', `GET http://jahat.example/ HTTP/1.1\r\n${host}\r\n`],
  ['an address without a slash', `GET berita HTTP/1.1\r\n${host}\r\n`],
  ['an address with a space', `GET /a b HTTP/1.1\r\n${host}\r\n`],
  ['an address with raw letters', `GET /\xff\xfe HTTP/1.1\r\n${host}\r\n`],
  ['an address with NUL', `GET /\0 HTTP/1.1\r\n${host}\r\n`],
  ['a version to come', `GET / HTTP/9.9\r\n${host}\r\n`],
  ['no version', 'GET /\r\n\r\n'],
  ['a folded header', `GET / HTTP/1.1\r\n${host}X-A: b\r\n c\r\n\r\n`],
  ['a header without a name', `GET / HTTP/1.1\r\n${host}: b\r\n\r\n`],
  ['a header with NUL', `GET / HTTP/1.1\r\n${host}X-A: b\0c\r\n\r\n`],
  ['lines that end in CR alone', `GET / HTTP/1.1\r${host}\r\r`],
  ['two lengths', `POST /redaksi HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
  [
    'a length and pieces',
    `POST /redaksi HTTP/1.1\r\n${host}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  ],
  ['a negative length', `POST /redaksi HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`],
  ['a length beyond numbers', `POST /redaksi HTTP/1.1\r\n${host}Content-Length: ${'9'.repeat(30)}\r\n\r\n`],
  [
    'a piece beyond numbers',
    `POST /redaksi HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n${'f'.repeat(20)}\r\n`,
  ],
  ['one huge header', `GET / HTTP/1.1\r\n${host}X-A: ${'a'.repeat(100_000)}\r\n\r\n`],
  ['thousands of headers', `GET / HTTP/1.1\r\n${host}${'X-A: b\r\n'.repeat(5_000)}\r\n`],
  ['a huge address', `GET /${'a'.repeat(100_000)} HTTP/1.1\r\n${host}\r\n`],
  ['what speaks TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'.padEnd(600, '\x01')],
];

test.each(refusals)('%s is refused, and nothing reaches the newsroom', async (_, bytes) => {
  const status = await statusOf(bytes);
  if (status !== 'closed') expect(status).toSatisfy((code: number) => code >= 400 && code < 500);
  expect(trial.handed).toEqual([]);
});

test('after all of them readers are served as before', async () => {
  expect((await trial.get('/')).status).toBe(200);
});
