import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { config } from '#lib/config.ts';
import { log } from '#lib/log.ts';
import { refusedFile } from './refusals.ts';

/** Milliseconds in which nothing moves until the scanner counts as away. */
const patience = 30_000;
const piece = 64 * 1024;
/** Longer answers are none. */
const longestAnswer = 4_096;

/** Whether files are looked through by a virus scanner here. */
export function hasScanner(): boolean {
  return config().scanner !== null;
}

/**
 * Lets clamd look through a file, when one is set (`CLAMD_SOCKET`). Fails closed: while the scanner does not
 * answer nothing is taken.
 *
 * @throws invalid for a file in which something was found, and while the scanner is away
 */
export async function requireClean(path: string): Promise<void> {
  const { scanner } = config();
  if (scanner === null) return;
  const answer = await ask(connect(scanner), path).catch((error: unknown) => {
    log('alarm', 'scanner_away', { reason: error instanceof Error ? error.message : null });
    throw refusedFile('scanner_away');
  });
  if (answer === 'stream: OK') return;
  if (answer.endsWith(' FOUND')) throw refusedFile('file_infected');
  log('alarm', 'scanner_away', { reason: answer.slice(0, 100) });
  throw refusedFile('scanner_away');
}

/** Speaks clamd's INSTREAM: pieces with their length in front, and an empty one at the end (clamd(8)). */
async function ask(socket: Socket, path: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let answer = '';
  socket.setTimeout(patience, () => socket.destroy(new Error('too slow')));
  socket.on('data', (said: Buffer) => {
    answer += said.toString('latin1');
    if (answer.length > longestAnswer) socket.destroy(new Error('not an answer'));
    else if (answer.includes('\0')) resolve(answer.slice(0, answer.indexOf('\0')).trim());
  });
  socket.on('error', reject);
  socket.on('close', () => reject(new Error('closed without an answer')));
  try {
    await Promise.race([promise, send(socket, path)]);
    return await promise;
  } finally {
    socket.destroy();
  }
}

async function send(socket: Socket, path: string): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const chunk of createReadStream(path, { highWaterMark: piece })) {
    if (!Buffer.isBuffer(chunk) || socket.destroyed) return;
    if (!socket.write(Buffer.concat([lengthOf(chunk.length), chunk]))) await drained(socket);
  }
  socket.write(lengthOf(0));
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('drain', resolve);
    socket.once('close', resolve);
  });
}
