import type { Issue } from '#lib/errors.ts';

/** A change is handed to the browser's own store at the latest this long after it, in milliseconds: a long text is copied whole each time. */
export const storeWithin = 300;
/** A change is sent to the server at the latest this long after it, in milliseconds, also while typing goes on. */
export const sendWithin = 2000;

/** What the server holds when it is not what this tab wrote upon. */
export type Theirs<W> = { version: number; words: W; by: string; at: string };

/** Words on their way. Repeated unchanged under the same `saveId` until the server has answered. */
export type Attempt<W> = { saveId: string; baseVersion: number; change: number; words: W };

/** What the server said to one save. */
export type Answer<W> =
  | { kind: 'saved'; version: number; at: string }
  | { kind: 'conflict'; theirs: Theirs<W> }
  | { kind: 'stranded'; text: string }
  | { kind: 'signed_out' }
  | { kind: 'other_account' }
  | { kind: 'refused'; text: string; issues: readonly Issue[] };

/** Why nothing is sent at the moment, other than time. */
export type Halt<W> =
  | { kind: 'conflict' | 'merging'; theirs: Theirs<W> }
  | { kind: 'stranded'; text: string }
  | { kind: 'signed_out' | 'other_account' }
  | { kind: 'refused'; text: string; issues: readonly Issue[] };

/** Whether this browser keeps what we give it: `missing` in some private modes. */
export type Storage = 'works' | 'full' | 'missing';

/** Everything autosave knows of one open edition. Changes only through `step`. */
export type Autosave<W> = {
  /** The newest words, and their ordinal: 0 is what the page was opened with. */
  words: W;
  change: number;
  /** Raised when words came from elsewhere than this screen's own fields, which then take them over. */
  replaced: number;
  /** The version of the edition these words stand upon. */
  base: number;
  /** The newest change the server has, and the one this device has. */
  sentChange: number;
  storedChange: number;
  /** When the oldest change came that has not been handed to the store, or to the server. */
  unstoredSince: number | null;
  unsentSince: number | null;
  savedAt: string | null;
  attempt: Attempt<W> | null;
  /** The number of the request under way, or null. There is never more than one. */
  request: number | null;
  requests: number;
  failures: number;
  retryAt: number;
  halt: Halt<W> | null;
  storage: Storage;
};

export type AutosaveEvent<W> =
  /** `fromElsewhere`: not typed into this screen's fields, which have to take the words over. */
  | { kind: 'changed'; words: W; at: number; fromElsewhere?: boolean }
  /** Time has passed. `freshId` names the save that may begin now. */
  | { kind: 'tick'; at: number; freshId: string }
  /** Store and send now: a verb is about to be asked for, or the page is going away. */
  | { kind: 'flush'; at: number; freshId: string }
  | { kind: 'answered'; saveId: string; answer: Answer<W>; at: number }
  /** No answer came, so nobody knows whether the save was taken. */
  | { kind: 'unreachable'; request: number; at: number }
  | { kind: 'stored'; change: number }
  /** Nothing is unsent, so the device keeps nothing. That says nothing of whether it could. */
  | { kind: 'forgotten'; change: number }
  | { kind: 'storage_failed'; storage: Storage }
  /** Signed in again, back on the network, or asked to try once more. */
  | { kind: 'resume'; at: number }
  | { kind: 'choose'; choice: 'mine' | 'theirs' | 'merge' | 'back'; at: number }
  | { kind: 'merged'; at: number }
  /** Somebody else saved newer words while nothing of this tab is unsent. */
  | { kind: 'refreshed'; words: W; version: number; savedAt: string | null };

export type Effect<W> = { kind: 'store' } | { kind: 'send'; attempt: Attempt<W>; request: number };

export type Step<W> = { next: Autosave<W>; effects: Effect<W>[] };

/** An edition as the page brought it, nothing typed yet. */
export function opened<W>(words: W, version: number, savedAt: string | null): Autosave<W> {
  return {
    words,
    change: 0,
    replaced: 0,
    base: version,
    sentChange: 0,
    storedChange: 0,
    unstoredSince: null,
    unsentSince: null,
    savedAt,
    attempt: null,
    request: null,
    requests: 0,
    failures: 0,
    retryAt: 0,
    halt: null,
    storage: 'works',
  };
}

/** An edition with words that this device kept and the server has not confirmed. They go out at once. */
export function resumed<W>(
  kept: { words: W; base: number; attempt: Attempt<W> | null },
  savedAt: string | null,
): Autosave<W> {
  return {
    ...opened(kept.words, kept.base, savedAt),
    change: 1,
    storedChange: 1,
    unsentSince: 0,
    // The unanswered save may be older than the words: its ordinal only has to be below theirs.
    attempt: kept.attempt && { ...kept.attempt, change: 0 },
  };
}

/** Whether the server has everything that was typed. */
export function isSettled<W>(state: Autosave<W>): boolean {
  return state.attempt === null && state.sentChange === state.change;
}

/** What one event does: the next state, and what is to be done, in this order. */
export function step<W>(state: Autosave<W>, event: AutosaveEvent<W>): Step<W> {
  switch (event.kind) {
    case 'changed':
      return still({
        ...state,
        words: event.words,
        change: state.change + 1,
        replaced: event.fromElsewhere ? state.replaced + 1 : state.replaced,
        unstoredSince: state.unstoredSince ?? event.at,
        unsentSince: state.unsentSince ?? event.at,
        halt: state.halt?.kind === 'refused' ? null : state.halt,
      });
    case 'tick':
      return timePassed(state, event.at, event.freshId);
    case 'flush':
      return timePassed(hurried(state), event.at, event.freshId);
    case 'answered':
      return answered(state, event.saveId, event.answer, event.at);
    case 'unreachable':
      return state.request === event.request
        ? still({ ...state, request: null, failures: state.failures + 1, retryAt: event.at + patience(state.failures) })
        : still(state);
    case 'stored':
      return still({ ...state, storedChange: Math.max(state.storedChange, event.change), storage: 'works' });
    case 'forgotten':
      return still({ ...state, storedChange: Math.max(state.storedChange, event.change) });
    case 'storage_failed':
      return still({ ...state, storage: event.storage });
    case 'resume':
      return still(anew(state, event.at));
    case 'choose':
      return chosen(state, event.choice);
    case 'merged':
      return state.halt?.kind === 'merging' ? still(upon(state, state.halt.theirs.version)) : still(state);
    case 'refreshed':
      return mayTakeOver(state, event.version) ? stored(withTheirs(state, event)) : still(state);
  }
}

/** Milliseconds until `tick` has something to do, or null when only an event can change that. */
export function nextDue<W>(state: Autosave<W>, at: number): number | null {
  const moments: number[] = [];
  if (state.unstoredSince !== null) moments.push(state.unstoredSince + storeWithin);
  if (state.request === null && maySend(state)) {
    if (state.attempt !== null) moments.push(state.retryAt);
    else if (state.unsentSince !== null) moments.push(Math.max(state.unsentSince + sendWithin, state.retryAt));
  }
  return moments.length === 0 ? null : Math.max(0, Math.min(...moments) - at);
}

function timePassed<W>(state: Autosave<W>, at: number, freshId: string): Step<W> {
  const effects: Effect<W>[] = [];
  let next = state;
  const attempt = attemptDue(state, at, freshId);
  if (attempt !== null) {
    const request = state.requests + 1;
    const isNew = attempt !== state.attempt;
    next = { ...state, attempt, request, requests: request, unsentSince: isNew ? null : state.unsentSince };
    // The device must know of the attempt before the server does, or a crash between the two would look like a conflict.
    if (isNew) next = { ...next, unstoredSince: Number.NEGATIVE_INFINITY };
    effects.push({ kind: 'send', attempt, request });
  }
  if (next.unstoredSince !== null && at - next.unstoredSince >= storeWithin) {
    next = { ...next, unstoredSince: null };
    effects.unshift({ kind: 'store' });
  }
  return { next, effects };
}

/** The save to ask for now: the unanswered one again, or a new one once its changes have waited long enough. */
function attemptDue<W>(state: Autosave<W>, at: number, freshId: string): Attempt<W> | null {
  if (state.request !== null || at < state.retryAt || !maySend(state)) return null;
  if (state.attempt !== null) return state.attempt;
  if (state.unsentSince === null || at - state.unsentSince < sendWithin) return null;
  return { saveId: freshId, baseVersion: state.base, change: state.change, words: state.words };
}

function answered<W>(state: Autosave<W>, saveId: string, answer: Answer<W>, at: number): Step<W> {
  // A reply to a save that has been settled already, however late, changes nothing.
  if (state.attempt?.saveId !== saveId) return still(state);
  const { change } = state.attempt;
  const heard = { ...state, request: null, failures: 0, retryAt: at };
  switch (answer.kind) {
    case 'saved': {
      const next = { ...heard, attempt: null, base: answer.version, sentChange: change, savedAt: answer.at };
      return stored(withRest(next, at));
    }
    case 'stranded': {
      const next = { ...heard, attempt: null, sentChange: change, halt: { kind: answer.kind, text: answer.text } };
      return stored(withRest(next, at));
    }
    case 'conflict':
      return stored({ ...heard, attempt: null, unsentSince: null, halt: { kind: answer.kind, theirs: answer.theirs } });
    case 'refused':
      return stored({
        ...heard,
        attempt: null,
        unsentSince: null,
        halt: { kind: answer.kind, text: answer.text, issues: answer.issues },
      });
    case 'signed_out':
    case 'other_account':
      return still({ ...heard, halt: { kind: answer.kind } });
  }
}

function chosen<W>(state: Autosave<W>, choice: 'mine' | 'theirs' | 'merge' | 'back'): Step<W> {
  if (state.halt?.kind !== 'conflict' && state.halt?.kind !== 'merging') return still(state);
  const { theirs } = state.halt;
  switch (choice) {
    case 'mine':
      return still(upon(state, theirs.version));
    case 'merge':
      return still({ ...state, halt: { kind: 'merging', theirs } });
    case 'back':
      return still({ ...state, halt: { kind: 'conflict', theirs } });
    case 'theirs':
      return stored(withTheirs(state, { ...theirs, savedAt: theirs.at }));
  }
}

/**
 * Whether the server's words may take the place of these: they are newer or these are kept aside there,
 * nothing is unsent, and no choice is being asked for.
 */
function mayTakeOver<W>(state: Autosave<W>, version: number): boolean {
  const isAside = state.halt?.kind === 'stranded';
  if (state.halt !== null && !isAside) return false;
  return isSettled(state) && state.request === null && (version > state.base || isAside);
}

function withTheirs<W>(
  state: Autosave<W>,
  { words, version, savedAt }: { words: W; version: number; savedAt: string | null },
): Autosave<W> {
  return {
    ...state,
    words,
    change: state.change + 1,
    replaced: state.replaced + 1,
    base: version,
    sentChange: state.change + 1,
    savedAt,
    unsentSince: null,
    attempt: null,
    halt: null,
  };
}

/** My words are to stand on that version, and go out at the next tick. */
function upon<W>(state: Autosave<W>, version: number): Autosave<W> {
  return {
    ...state,
    base: version,
    halt: null,
    attempt: null,
    unsentSince: 0,
    unstoredSince: state.unstoredSince ?? 0,
  };
}

/** After an answer: words typed since then are still to be sent. */
function withRest<W>(state: Autosave<W>, at: number): Autosave<W> {
  return state.change > state.sentChange
    ? { ...state, unsentSince: state.unsentSince ?? at }
    : { ...state, unsentSince: null };
}

/** As if everything had waited long enough. */
function hurried<W>(state: Autosave<W>): Autosave<W> {
  return {
    ...state,
    retryAt: 0,
    unstoredSince: state.unstoredSince === null ? null : Number.NEGATIVE_INFINITY,
    unsentSince: state.unsentSince === null ? null : Number.NEGATIVE_INFINITY,
  };
}

function anew<W>(state: Autosave<W>, at: number): Autosave<W> {
  const halt = passes(state.halt) ? null : state.halt;
  const hasRest = state.attempt === null && state.change > state.sentChange;
  return { ...state, retryAt: at, halt, unsentSince: hasRest ? (state.unsentSince ?? at) : state.unsentSince };
}

function maySend<W>(state: Autosave<W>): boolean {
  // Words typed while the stranded ones were on their way are kept by the server too.
  return state.halt === null || state.halt.kind === 'stranded';
}

/** Whether asking once more may end differently without a choice of the person. */
function passes<W>(halt: Halt<W> | null): boolean {
  return halt?.kind === 'signed_out' || halt?.kind === 'other_account' || halt?.kind === 'refused';
}

/** 1, 2, 4 … at most 30 seconds, in milliseconds. */
function patience(failures: number): number {
  return Math.min(30_000, 1000 * 2 ** failures);
}

const still = <W>(next: Autosave<W>): Step<W> => ({ next, effects: [] });

const stored = <W>(next: Autosave<W>): Step<W> => ({
  next: { ...next, unstoredSince: null },
  effects: [{ kind: 'store' }],
});
