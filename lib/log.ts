import { randomBytes } from 'node:crypto';
import { processWide } from './process-wide.ts';
import { currentTrace } from './trace.ts';

type Level = 'info' | 'warn' | 'error' | 'alarm';

/** Values a log line may carry. No titles, no words, no secrets: ids and numbers. */
type Fields = Record<string, string | number | boolean | null | undefined>;

/**
 * Takes one line, without waiting and without throwing; false when it could not and the line is lost.
 */
export type LogSink = (line: string) => boolean;

/** Characters of one value at most: a line stays one that its readers can take. */
const longestValue = 8_000;

const held = processWide<{ sink: LogSink; lost: number; lostSinceTold: number }>('log', () => ({
  sink: writeToStream,
  lost: 0,
  lostSinceTold: 0,
}));

/**
 * Writes one JSON line, UTC, with the request, person or job it belongs to. `alarm` is for what an operator
 * must look at now: words that no longer fit their signatures, a publication that failed. A log that takes
 * nothing holds nobody up: the line is lost and counted, and the count is told as soon as one gets through.
 */
export function log(level: Level, event: string, fields: Fields = {}): void {
  const state = held.value;
  const isTaken = state.sink(lineOf(level, event, { ...currentTrace(), ...fields }));
  if (!isTaken) {
    state.lost += 1;
    state.lostSinceTold += 1;
  } else if (state.lostSinceTold > 0) {
    const lines = state.lostSinceTold;
    state.lostSinceTold = 0;
    state.sink(lineOf('warn', 'log_lines_lost', { lines }));
  }
}

/** Lines that could not be written since this process began. */
export function lostLines(): number {
  return held.value.lost;
}

/**
 * Sends the log elsewhere.
 *
 * @returns a function that sends it again where it went before
 */
export function useLogSink(sink: LogSink): () => void {
  const former = held.value.sink;
  held.value.sink = sink;
  return () => {
    held.value.sink = former;
  };
}

/**
 * Logs an unexpected error under a short id that may be shown to a person.
 *
 * @returns the id, eight hexadecimal characters
 */
export function logBug(where: string, error: unknown): string {
  const id = randomBytes(4).toString('hex');
  log('error', 'bug', { id, where, stack: stackOf(error) });
  return id;
}

/** An error as the log may keep it: where it happened and what failed, without the words it was about. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // drizzle puts the parameters of a failed query into its message: people's words. The cause has none.
  if ('params' in error && error.cause instanceof Error) return stackOf(error.cause);
  // A parser of JSON quotes what it could not read.
  if (error instanceof SyntaxError) return withoutMessage(error);
  return error.stack ?? error.message;
}

/** The kind of an error and its place in the code, for errors whose message may quote a stranger's file. */
export function withoutMessage(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return [error.name, ...frames].join('\n');
}

/** The innermost reason in a line: what wraps it repeats a query and its values. */
export function reasonOf(error: unknown): string {
  let inner = error;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  if (inner instanceof SyntaxError) return inner.name;
  return (inner instanceof Error ? inner.message : String(inner)).slice(0, 200);
}

function lineOf(level: Level, event: string, fields: Fields): string {
  const short = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' && value.length > longestValue ? `${value.slice(0, longestValue)}…` : value,
    ]),
  );
  const own = { time: new Date().toISOString(), level, event };
  const line = JSON.stringify({ ...own, ...short, ...own });
  return `${line.replace(unsafeInLines, escaped)}\n`;
}

/**
 * JSON writes line breaks and escape sequences as text by itself. These it leaves as they are, and some
 * readers take them for a new line, a command to the terminal, or a change of the direction of writing.
 */
const unsafeInLines = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Bytes that may wait for a reader that takes none. */
export const mostWaiting = 1_000_000;

function writeToStream(line: string): boolean {
  const { stderr } = process;
  // `destroyed`: whoever read along is gone.
  if (stderr.destroyed || stderr.writableLength > mostWaiting) return false;
  stderr.write(line);
  return true;
}
