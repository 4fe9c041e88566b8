import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { log, reasonOf } from '#lib/log.ts';
import { processWide } from '#lib/process-wide.ts';
import { decoderLimits } from './table.ts';

/** A program that opens strangers' files: where it is, how long it may take, and how large its heap may be. */
export type ClosedProgram = {
  path: string;
  milliseconds: number;
  heapMegabytes?: number;
  /** Documents do not wait for pictures, which may take minutes. */
  line?: 'pictures' | 'documents';
};

/** How a program ended, and the last thing it said. */
export type Ended = {
  answer: unknown;
  status: number | null;
  isLate: boolean;
  /** The end of what it wrote to its standard error. */
  words: string;
};

const lines = {
  pictures: processWide<Promise<unknown>>('media.decoder', () => Promise.resolve()),
  documents: processWide<Promise<unknown>>('import.reader', () => Promise.resolve()),
};

/**
 * Runs a program that opens strangers' files in a process of its own, without database, address or secret;
 * one of each line at a time in the whole of this process, since each may take much memory.
 *
 * @param task sent to the program as its one message
 * @throws Error when the program could not be started or was stopped from outside: try again later
 */
export function runClosed(program: ClosedProgram, task: object): Promise<Ended> {
  const line = lines[program.line ?? 'pictures'];
  const mine = line.value.then(() => run(program, task));
  // The next one waits for the end of this one, not for its success.
  line.value = mine.then(
    () => undefined,
    () => undefined,
  );
  return mine;
}

async function run(program: ClosedProgram, task: object): Promise<Ended> {
  const child = start(program);
  const answers: unknown[] = [];
  let words = '';
  let isLate = false;
  child.on('message', (message) => answers.push(message));
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString('utf8')).slice(-2_000);
  });
  const patience = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, program.milliseconds);
  try {
    const ended = endOf(child);
    child.send(task, (error) => {
      if (error) words += error.message;
    });
    const { status, signal } = await ended;
    const answer = answers.at(-1);
    // Somebody is stopping the machine or the service: that is not the picture's fault.
    if (answer === undefined && signal !== null && ['SIGINT', 'SIGTERM', 'SIGHUP'].includes(signal))
      throw new Error(`${program.path} stopped by ${signal}`);
    return { answer, status, isLate, words };
  } finally {
    clearTimeout(patience);
    child.kill('SIGKILL');
  }
}

function start({ path, heapMegabytes = decoderLimits.heapMegabytes }: ClosedProgram): ChildProcess {
  const child = fork(path, [], {
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    // Nothing of ours, no address and no secret. Few arenas keep the memory of many threads from piling up.
    env: {
      NODE_ENV: 'production',
      VIPS_BLOCK_UNTRUSTED: '1',
      VIPS_CONCURRENCY: '1',
      UV_THREADPOOL_SIZE: '2',
      MALLOC_ARENA_MAX: '2',
    },
    // A group of its own: Ctrl-C in the terminal is for the server, which ends its children itself.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  if (child.pid !== undefined) yieldToReaders(child.pid);
  return child;
}

/** Readers and writers come first where processors are few. */
function yieldToReaders(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch (error) {
    log('warn', 'decoder_priority', { reason: reasonOf(error) });
  }
}

/** @throws Error when the process could not be started: the picture is tried again later */
function endOf(child: ChildProcess): Promise<{ status: number | null; signal: string | null }> {
  return new Promise((resolve, reject) => {
    child.once('close', (status, signal) => resolve({ status, signal }));
    child.once('error', reject);
  });
}
