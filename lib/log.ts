import { randomBytes } from 'node:crypto';

type Level = 'info' | 'warn' | 'error' | 'alarm';

/** Values a log line may carry. No titles, no words, no secrets: ids and numbers. */
type Fields = Record<string, string | number | boolean | null | undefined>;

/**
 * Writes one JSON line to standard error, UTC. `alarm` is for what an operator must
 * look at now: words that no longer fit their signatures, a publication that failed.
 */
export function log(level: Level, event: string, fields: Fields = {}): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`);
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

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // drizzle puts the parameters of a failed query into its message: people's words. The cause has none.
  if ('params' in error && error.cause instanceof Error) return stackOf(error.cause);
  return error.stack ?? error.message;
}
