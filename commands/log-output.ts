import { fstatSync, writeSync } from 'node:fs';
import { inspect, stripVTControlCharacters } from 'node:util';
import { log, stackOf, useLogSink } from '#lib/log.ts';

/**
 * Lets the log of this process neither block nor end it, wherever standard error leads: a pipe whose reader
 * sleeps (Node keeps a bounded rest, lib/log.ts drops what is beyond), one whose reader is gone, or a file on a
 * disk that is full. Of a file Node's own stream would be closed for good at the first failure; here each line
 * is tried anew, and lines come again when there is room.
 */
export function keepLogFlowing(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  if (isFile(process.stderr.fd)) useLogSink(fileSink(process.stderr.fd));
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
