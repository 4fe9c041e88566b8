import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { config, useConfig } from '#lib/config.ts';
import { issueCodes } from '#lib/testing/refusals.ts';
import { requireClean } from './scanner.ts';

let folder = '';
let server: Server;
let putBack: (() => void) | undefined;
/** What the stand-in for clamd was sent, as one file. */
let received: Buffer;

/** The test file of the scanners' makers, put together here so that no scanner takes this file away. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pemindai-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => {
  putBack?.();
  await new Promise((resolve) => server.close(resolve));
});

/** Listens as clamd does; `answer` null closes without a word. */
async function clamd(answer: ((file: Buffer) => string) | null): Promise<void> {
  const path = join(folder, `${process.pid}-${Math.random()}.sock`);
  server = createServer((socket) => {
    if (answer === null) return socket.destroy();
    let sent = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      sent = Buffer.concat([sent, Buffer.from(chunk)]);
      const file = fileIn(sent);
      if (file === undefined) return;
      received = file;
      socket.end(`${answer(file)}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  putBack = useConfig({ ...config(), scanner: { path } });
}

function fileIn(sent: Buffer): Buffer | undefined {
  const begin = 'zINSTREAM\0';
  if (sent.toString('latin1', 0, begin.length) !== begin) return undefined;
  const parts: Buffer[] = [];
  for (let at = begin.length; at + 4 <= sent.length; ) {
    const length = sent.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(sent.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

async function aFile(bytes: Buffer | string): Promise<string> {
  const path = join(folder, 'berkas');
  await writeFile(path, bytes);
  return path;
}

const likeClamd = (file: Buffer) => (file.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK');

test('a clean file is taken, and was sent whole', async () => {
  await clamd(likeClamd);
  const bytes = Buffer.alloc(300_000, 'bersih ');
  await requireClean(await aFile(bytes));
  expect(received.equals(bytes)).toBe(true);
});

test('the test file of all scanners is refused', async () => {
  await clamd(likeClamd);
  expect(await issueCodes(requireClean(await aFile(`awal ${eicar}`)))).toEqual(['file_infected']);
});

test.each([
  ['closes without a word', null],
  ['says that the file is too long for it', () => 'INSTREAM size limit exceeded. ERROR'],
  ['says what nobody understands', () => 'stream: OK FOUNDX'],
  ['talks without end', () => 'x'.repeat(5_000)],
])('while the scanner %s nothing is taken', async (_, answer) => {
  await clamd(answer);
  expect(await issueCodes(requireClean(await aFile('bersih')))).toEqual(['scanner_away']);
});

test('nor when nobody listens', async () => {
  await clamd(likeClamd);
  putBack?.();
  putBack = useConfig({ ...config(), scanner: { path: join(folder, 'tidak-ada.sock') } });
  expect(await issueCodes(requireClean(await aFile('bersih')))).toEqual(['scanner_away']);
});
