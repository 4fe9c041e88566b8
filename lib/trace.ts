import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { processWide } from './process-wide.ts';

/** On whose behalf work is done just now. Every line of the log that is written meanwhile bears it. */
export type Trace = {
  /** Of the request that is answered. */
  request?: string;
  /** Of the person who asks, once the session says who that is. */
  user?: string;
  /** Of the job that runs, and which one it is. */
  job?: string;
  task?: string;
};

const held = processWide('trace', () => new AsyncLocalStorage<Trace>());

/** Runs work, and all that it begins, under this trace. */
export function traced<T>(trace: Trace, work: () => T): T {
  return held.value.run(trace, work);
}

/** What the present work is done for; undefined outside requests and jobs. */
export function currentTrace(): Trace | undefined {
  return held.value.getStore();
}

/** Notes who asks, for the lines that follow. */
export function noteUser(user: string): void {
  const trace = currentTrace();
  if (trace !== undefined) trace.user = user;
}

/** A name for a request: 60 random bits, hexadecimal with dashes. */
export function newRequestId(): string {
  return randomUUID().slice(0, 18);
}

/** Whether a name that a proxy gave a request may stand in the log and in an answer. */
export function isRequestId(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Za-z0-9_-]{8,64}$/.test(text);
}
