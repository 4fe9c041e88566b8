import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { log } from '#lib/log.ts';
import { processWide } from '#lib/process-wide.ts';
import {
  type DecodedPhoto,
  type DecoderAnswer,
  type DecoderTask,
  decoderAnswer,
  tooHeavyStatus,
} from './decoder-protocol.ts';
import type { DecodingFailure } from './refusals.ts';
import { decoderLimits } from './table.ts';

export type Decoded = DecodedPhoto | { outcome: 'failed'; failure: DecodingFailure };

/** How the process is started; tests put another program in its place. */
export type DecoderProgram = { path: string; milliseconds: number };

const ownProgram: DecoderProgram = {
  path: fileURLToPath(new URL('./decoder.ts', import.meta.url)),
  milliseconds: decoderLimits.milliseconds,
};

const line = processWide<Promise<unknown>>('media.decoder', () => Promise.resolve());

/**
 * Decodes one photo in a process of its own; one at a time in the whole of this process.
 * A file that crashes, stalls or bloats the decoder ends as a failure with its reason.
 */
export function decode(task: DecoderTask, program: DecoderProgram = ownProgram): Promise<Decoded> {
  const mine = line.value.then(() => run(task, program));
  // The next one waits for the end of this one, not for its success.
  line.value = mine.then(
    () => undefined,
    () => undefined,
  );
  return mine;
}

async function run(task: DecoderTask, program: DecoderProgram): Promise<Decoded> {
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
    const answer = decoderAnswer.safeParse(answers.at(-1));
    if (answer.success && answer.data.outcome === 'done') return answer.data;
    // Somebody is stopping the machine or the service: that is not the photo's fault.
    if (signal !== null && ['SIGINT', 'SIGTERM', 'SIGHUP'].includes(signal))
      throw new Error(`decoder stopped by ${signal}`);
    const failure = failureOf(answer.data, isLate, status);
    log('warn', 'photo_not_decoded', { failure, status, signal, words });
    return { outcome: 'failed', failure };
  } finally {
    clearTimeout(patience);
    child.kill('SIGKILL');
  }
}

function failureOf(answer: DecoderAnswer | undefined, isLate: boolean, status: number | null): DecodingFailure {
  if (answer?.outcome === 'refused') return answer.reason;
  if (isLate) return 'too_slow';
  return status === tooHeavyStatus ? 'too_heavy' : 'crashed';
}

function start(program: DecoderProgram): ChildProcess {
  const child = fork(program.path, [], {
    execArgv: [`--max-old-space-size=${decoderLimits.heapMegabytes}`],
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
    log('warn', 'decoder_priority', { reason: error instanceof Error ? error.message : null });
  }
}

/** @throws Error when the process could not be started: the photo is tried again later */
function endOf(child: ChildProcess): Promise<{ status: number | null; signal: string | null }> {
  return new Promise((resolve, reject) => {
    child.once('close', (status, signal) => resolve({ status, signal }));
    child.once('error', reject);
  });
}
