import { type Answer, type Attempt, type Autosave, type AutosaveEvent, isSettled, nextDue, step } from './autosave.ts';

/** What autosave needs of the world around it. */
export type Doors<W> = {
  /** Asks the server to take one save. Rejects when no answer came. */
  send: (attempt: Attempt<W>) => Promise<Answer<W>>;
  /** Keeps the words on this device, or forgets them once the server has all. Rejects when the browser cannot. */
  keep: (state: Autosave<W>) => Promise<void>;
  forget: () => Promise<void>;
  newId: () => string;
  /** Milliseconds of a clock that only goes forward. */
  now: () => number;
};

/** Autosave at work on one edition in one tab. */
export type Keeper<W> = ReturnType<typeof createKeeper<W>>;

/**
 * Joins the pure autosave to timers, the browser's store and the network.
 *
 * @param start how the edition was opened; words resumed from the device go out at once
 */
export function createKeeper<W>(start: Autosave<W>, doors: Doors<W>) {
  let state = start;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let stored = Promise.resolve();
  const listeners = new Set<() => void>();

  function tell(event: AutosaveEvent<W>, isLeaving = false): void {
    if (isStopped) return;
    const { next, effects } = step(state, event);
    state = next;
    for (const effect of effects) {
      // A page that goes away has no time to wait for one thing before the next.
      if (effect.kind === 'store') stored = isLeaving ? store() : stored.then(store);
      else if (isLeaving) void send(effect.attempt, effect.request);
      else void stored.then(() => send(effect.attempt, effect.request));
    }
    for (const listener of listeners) listener();
    plan();
  }

  function plan(): void {
    clearTimeout(timer);
    const due = isStopped ? null : nextDue(state, doors.now());
    if (due !== null) timer = setTimeout(tick, due);
  }

  function tick(): void {
    tell({ kind: 'tick', at: doors.now(), freshId: doors.newId() });
  }

  async function store(): Promise<void> {
    if (isStopped) return;
    const { change } = state;
    const isNeeded = !isSettled(state);
    try {
      await (isNeeded ? doors.keep(state) : doors.forget());
      tell({ kind: isNeeded ? 'stored' : 'forgotten', change });
    } catch (error) {
      const isFull = error instanceof Error && error.name === 'QuotaExceededError';
      tell({ kind: 'storage_failed', storage: isFull ? 'full' : 'missing' });
    }
  }

  async function send(attempt: Attempt<W>, request: number): Promise<void> {
    try {
      const answer = await doors.send(attempt);
      tell({ kind: 'answered', saveId: attempt.saveId, answer, at: doors.now() });
    } catch {
      // Whatever broke on the way, nobody knows whether the save was taken: it is asked again.
      tell({ kind: 'unreachable', request, at: doors.now() });
    }
  }

  plan();

  return {
    state: (): Autosave<W> => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (words: W): void => tell({ kind: 'changed', words, at: doors.now() }),
    /** Puts words in place that were not typed into this screen. */
    replace: (words: W): void => tell({ kind: 'changed', words, at: doors.now(), fromElsewhere: true }),
    /** Takes over newer words of somebody else, unless something of this tab is unsent. */
    refresh: (newest: { words: W; version: number; savedAt: string | null }): void =>
      tell({ kind: 'refreshed', ...newest }),
    resume: (): void => tell({ kind: 'resume', at: doors.now() }),
    choose: (choice: 'mine' | 'theirs' | 'merge' | 'back'): void => tell({ kind: 'choose', choice, at: doors.now() }),
    merged: (): void => tell({ kind: 'merged', at: doors.now() }),
    /** The page is going away: everything is handed over in this very moment. */
    leave: (): void => tell({ kind: 'flush', at: doors.now(), freshId: doors.newId() }, true),
    /** Sends what is unsent now, and waits until the server has it, has refused it, or cannot be reached. */
    settle(): Promise<Autosave<W>> {
      const failuresBefore = state.failures;
      const flush = () => tell({ kind: 'flush', at: doors.now(), freshId: doors.newId() });
      flush();
      return new Promise((resolve) => {
        const look = () => {
          const isOver = isSettled(state) || (state.halt !== null && state.halt.kind !== 'stranded');
          if (isOver || state.failures > failuresBefore) {
            listeners.delete(look);
            void stored.then(() => resolve(state));
          }
          // The answer was to an older save: what was typed since then does not wait either.
          else if (state.request === null && state.unsentSince !== null) flush();
        };
        listeners.add(look);
        look();
      });
    },
    /** Ends autosave here; what was not sent stays on the device. */
    stop(): void {
      isStopped = true;
      clearTimeout(timer);
      listeners.clear();
    },
  };
}
