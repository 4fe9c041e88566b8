import { constants, fstatSync, openSync, writeSync } from 'node:fs';
import { inspect, stripVTControlCharacters } from 'node:util';
import { log, mostWaiting, stackOf, useLogSink } from '#lib/log.ts';
import { pipeSink } from './pipe-sink.ts';

/**
 * Lets the log of this process neither block nor end it, wherever standard error leads: a pipe whose reader
 * sleeps (Node keeps a bounded rest, lib/log.ts drops what is beyond), one whose reader is gone, or a file on a
 * disk that is full. Of a file Node's own stream would be closed for good at the first failure; here each line
 * is tried anew, and lines come again when there is room. Whether writing to a pipe waits is kept with its opening,
 * and a process that we begin and that inherits ours makes it wait: so a pipe is opened once more.
 */
export function keepLogFlowing(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', () => undefined);
    if (isFile(stream.fd) || stream.isTTY) continue;
    const own = openedAnew(stream.fd);
    if (own === undefined) neverWaiting(stream);
    else leadTo(stream, pipeSink(own, mostWaiting));
  }
  if (isFile(process.stderr.fd)) useLogSink(fileSink(process.stderr.fd));
}

/** A socket cannot be opened once more: before each line it is told anew not to wait. */
function neverWaiting(stream: NodeJS.WriteStream): void {
  const handle: unknown = Reflect.get(stream, '_handle');
  if (typeof handle !== 'object' || handle === null || !('setBlocking' in handle)) return;
  const { setBlocking } = handle;
  if (typeof setBlocking !== 'function') return;
  const write = stream.write.bind(stream);
  Object.assign(stream, {
    write: (...parts: Parameters<typeof write>) => {
      setBlocking.call(handle, false);
      return write(...parts);
    },
  });
}

function leadTo(stream: NodeJS.WriteStream, sink: (line: string | Uint8Array) => boolean): void {
  if (stream === process.stderr) useLogSink(sink);
  Object.assign(stream, {
    write: (chunk: string | Uint8Array, ...rest: unknown[]) => {
      sink(chunk);
      const done = rest.at(-1);
      if (typeof done === 'function') process.nextTick(done);
      return true;
    },
  });
}

/** The pipe that a stream leads to, opened once more so that nobody waits; undefined for all else. */
function openedAnew(descriptor: number): number | undefined {
  if (process.platform !== 'linux' || !fstatSync(descriptor).isFIFO()) return undefined;
  try {
    return openSync(`/proc/self/fd/${descriptor}`, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch {
    // Nobody reads it any more, or it belongs to somebody else: Node's own stream has to do.
    return undefined;
  }
}

/** Pipes, sockets and terminals are streams; all else is written to directly. */
function isFile(descriptor: number): boolean {
  const kind = fstatSync(descriptor);
  return kind.isFile() || (kind.isCharacterDevice() && !process.stderr.isTTY);
}

function fileSink(descriptor: number): (line: string) => boolean {
  // After a line that was cut off the next one begins on a line of its own.
  let isCut = false;
  return (line) => {
    const bytes = Buffer.from(isCut ? `\n${line}` : line);
    try {
      const written = writeSync(descriptor, bytes);
      isCut = written > 0 ? written < bytes.length : isCut;
      return written === bytes.length;
    } catch {
      // A full disk, or no right any more: whoever counts lost lines is told, and nobody else is held up.
      return false;
    }
  };
}

/**
 * Sends what libraries print to the console into the log: one JSON line each, without the words that an error of
 * the database repeats in its message.
 */
export function logConsole(): void {
  const levels = { debug: 'info', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const;
  for (const [name, level] of Object.entries(levels)) {
    Object.assign(console, {
      [name]: (...parts: unknown[]) => {
        const errors = parts.filter((part) => part instanceof Error);
        const [error] = errors;
        const message = parts.filter((part) => !(part instanceof Error)).map(inWords);
        log(level, 'console', {
          message: stripVTControlCharacters(message.join(' ')).trim(),
          ...(error === undefined ? {} : { stack: stackOf(error), digest: digestOf(error) }),
        });
      },
    });
  }
}

function inWords(part: unknown): string {
  return typeof part === 'string' ? part : inspect(part, { depth: 1, breakLength: Number.POSITIVE_INFINITY });
}

/** The number that Next shows a person in place of an error. */
function digestOf(error: Error): string | undefined {
  return 'digest' in error && typeof error.digest === 'string' ? error.digest : undefined;
}
