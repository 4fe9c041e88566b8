import { logBug } from '#lib/log.ts';
import { say } from './say.ts';

/** Ctrl-C under npm arrives twice: once from the terminal and once from npm. */
const sameSignalWithin = 1_500;

type Stop = (hurry: boolean) => Promise<unknown>;

/** Starts parts in order and stops them in the opposite order. */
export type Lifecycle = {
  /** Aborted as soon as stopping begins. */
  signal: AbortSignal;
  /**
   * Starts one part and remembers how to stop it. When we are asked to stop meanwhile, the part is
   * stopped as soon as it has started, and this never resolves: nothing after it is begun.
   */
  begin<T>(name: string, start: () => Promise<T>, stop?: (part: T, hurry: boolean) => Promise<unknown>): Promise<T>;
  /** Stops everything and ends the process with this code. */
  end(code: number): Promise<never>;
};

/**
 * SIGINT, SIGTERM and SIGHUP stop everything. A second signal hurries: requests and jobs
 * are not waited for any more, only the database's own clean end. A third one gives up.
 */
export function lifecycle(): Lifecycle {
  const steps: { name: string; stop: Stop }[] = [];
  const stopping = new AbortController();
  let starting: Promise<unknown> = Promise.resolve();
  let lastSignal: number | undefined;
  let hurried = false;
  let ended: Promise<never> | undefined;

  async function stopAll(code: number): Promise<never> {
    stopping.abort();
    let result = code;
    await starting;
    for (const step of steps.reverse()) {
      try {
        await step.stop(hurried);
      } catch (error) {
        logBug(`stop_${step.name}`, error);
        result = 1;
      }
    }
    return process.exit(result);
  }

  function end(code: number): Promise<never> {
    ended ??= stopAll(code);
    return ended;
  }

  function onSignal(): void {
    const now = performance.now();
    if (lastSignal !== undefined && now - lastSignal < sameSignalWithin) return;
    if (hurried) process.exit(1);
    if (lastSignal === undefined) {
      say('\nBerhenti: permintaan yang sedang berjalan diselesaikan dahulu …');
      void end(0);
    } else {
      hurried = true;
      for (const step of steps) step.stop(true).catch((error) => logBug(`stop_${step.name}`, error));
    }
    lastSignal = now;
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);

  return {
    signal: stopping.signal,
    end,
    async begin(name, start, stop) {
      const begun = start();
      starting = begun.then(
        (part) => {
          if (stop) steps.push({ name, stop: (hurry) => stop(part, hurry) });
        },
        () => undefined,
      );
      try {
        const part = await begun;
        await starting;
        return stopping.signal.aborted ? new Promise<never>(() => undefined) : part;
      } catch (error) {
        if (stopping.signal.aborted) return new Promise<never>(() => undefined);
        throw error;
      }
    },
  };
}
