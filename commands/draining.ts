import { setTimeout as pause } from 'node:timers/promises';
import { stopBeingReady } from '#lib/health.ts';
import type { Door } from './listen.ts';

/** Says that we are about to stop, while everything is still answered. */
export type Draining = {
  /**
   * Answers "not ready" from now on and ends each kept-alive connection with its next answer, so that whoever
   * balances sends the next visitor elsewhere. Asked again in a hurry, it waits no longer.
   */
  stop(hurry: boolean): Promise<void>;
};

/** @param seconds for which visitors who still come are answered before the doors close */
export function drainingOf(doors: readonly Door[], seconds: number): Draining {
  const hurried = new AbortController();
  return {
    stop: async (hurry) => {
      stopBeingReady();
      for (const door of doors) door.drain();
      if (hurry) hurried.abort();
      // Nobody asked for more than the end of the wait.
      await pause(seconds * 1_000, undefined, { signal: hurried.signal }).catch(() => undefined);
    },
  };
}
