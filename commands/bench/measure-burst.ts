import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { errorCode } from '#lib/errors.ts';
import { memoryOf } from '../started-app.ts';
import { percentile } from './table.ts';

/** Many different pages asked for at once. Times in milliseconds, memory in megabytes. */
export type Burst = {
  pages: number;
  /** Answers other than 200, and connections that broke. */
  errors: number;
  p50: number;
  p99: number;
  seconds: number;
  /** Pages for each second of processor time that the application took; undefined where that cannot be read. */
  perCore: number | undefined;
  memory: { before: number; after: number };
};

type Attempt = { status: number; milliseconds: number };

/** Asks for all pages at the same moment, each on a connection of its own. */
export async function burst(port: number, pid: number, paths: readonly string[]): Promise<Burst> {
  const before = memoryOf(pid);
  const worked = await processorSeconds(pid);
  const begun = performance.now();
  const answers = await Promise.all(paths.map((path) => attempt(port, path)));
  const seconds = (performance.now() - begun) / 1000;
  const after = await processorSeconds(pid);
  const good = answers.filter(({ status }) => status === 200);
  const times = good.map(({ milliseconds }) => milliseconds);
  return {
    ...{ pages: paths.length, errors: answers.length - good.length, seconds },
    ...{ p50: percentile(times, 0.5), p99: percentile(times, 0.99) },
    perCore: worked === undefined || after === undefined ? undefined : good.length / (after - worked),
    memory: { before, after: memoryOf(pid) },
  };
}

/**
 * One page on a connection of its own, by as little as it takes: the asking shares the processor with
 * the server, and Node's own client would take longer than the answer.
 */
function attempt(port: number, path: string): Promise<Attempt> {
  const { promise, resolve } = Promise.withResolvers<Attempt>();
  const begun = performance.now();
  let head = '';
  const socket = connect(port, '127.0.0.1', () => {
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept-Encoding: gzip, deflate, br\r\nConnection: close\r\n\r\n`,
    );
  });
  socket.on('data', (chunk: Buffer) => {
    if (head === '') head = chunk.toString('latin1', 0, 15);
  });
  // A broken connection is counted as what it is for a reader: no page.
  let isBroken = false;
  socket.on('error', () => {
    isBroken = true;
  });
  socket.on('close', () => {
    const status = isBroken ? 0 : Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
    resolve({ status, milliseconds: performance.now() - begun });
  });
  return promise;
}

/** Ticks of the Linux kernel's clock for user space are a hundredth of a second. */
const tick = 100;

/** Processor time a process has taken, all threads together; undefined where the system has no /proc. */
async function processorSeconds(pid: number): Promise<number | undefined> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) / tick;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
