import type { Finding } from '#lib/language/finding.ts';
import type { Manuscript } from '#lib/language/manuscript.ts';
import type { Readability } from '#lib/language/readability.ts';
import type { Reference } from '#lib/language/reference.ts';
import type { CheckAnswer, CheckRequest } from './check-desk.ts';

/** What the checks need of the world around them. */
export type CheckDoors = {
  /** Hands a request to the worker; its answers come to `answered`. */
  post: (request: CheckRequest) => void;
  /** Asks the dictionary on the server; rejects when it cannot be reached. */
  lookUp: (words: readonly string[]) => Promise<DictionaryAnswer>;
};

export type DictionaryAnswer = { state: 'ready' | 'missing'; answers: Reference['dictionary'] };

/** What the panel shows. `dictionary` is `unasked` until a word had to be looked up, `away` without a network. */
export type CheckState = {
  findings: readonly Finding[];
  /** Null before the first check. */
  readability: Readability | null;
  /** Whether words were typed that nobody has looked at yet. */
  isBehind: boolean;
  dictionary: 'unasked' | DictionaryAnswer['state'] | 'away';
};

/** Words the dictionary is asked for in one request; the server takes no more. */
const wordsPerRequest = 200;

/**
 * Checks an article while it is written: one check at a time, always of the newest words, and
 * words the dictionary has not seen are looked up in between.
 */
export function createChecking({ post, lookUp }: CheckDoors) {
  let state: CheckState = { findings: [], readability: null, isBehind: false, dictionary: 'unasked' };
  let newest: Manuscript | undefined;
  let number = 0;
  let isBusy = false;
  let isLooking = false;
  let isStopped = false;
  const listeners = new Set<() => void>();

  function show(part: Partial<CheckState>): void {
    if (isStopped) return;
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }

  function send(): void {
    if (newest === undefined || isBusy || isStopped) return;
    isBusy = true;
    number += 1;
    post({ kind: 'check', number, manuscript: newest });
    newest = undefined;
  }

  /** The words that were checked last, once more: what they are compared with has changed. */
  function again(manuscript: Manuscript): void {
    newest ??= manuscript;
    send();
  }

  async function ask(words: readonly string[], manuscript: Manuscript): Promise<void> {
    if (words.length === 0 || isLooking || state.dictionary === 'missing') return;
    isLooking = true;
    try {
      const { state: dictionary, answers } = await lookUp(words.slice(0, wordsPerRequest));
      isLooking = false;
      if (answers.size > 0) {
        post({ kind: 'dictionary', answers });
        again(manuscript);
      }
      show({ dictionary });
    } catch {
      // The next pause in typing asks again; until then spelling is the one thing nobody has looked at.
      show({ dictionary: 'away' });
    } finally {
      isLooking = false;
    }
  }

  let checked: Manuscript | undefined;
  return {
    state: (): CheckState => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    compareWith(reference: Reference): void {
      post({ kind: 'reference', reference });
      if (checked !== undefined) again(checked);
    },
    check(manuscript: Manuscript): void {
      checked = manuscript;
      newest = manuscript;
      show({ isBehind: true });
      send();
    },
    answered({ number: answeredNumber, findings, readability, wanted }: CheckAnswer): void {
      isBusy = false;
      if (answeredNumber !== number) return;
      show({ findings: stillThere(state.findings, findings), readability, isBehind: newest !== undefined });
      send();
      if (checked !== undefined) void ask(wanted, checked);
    },
    stop(): void {
      isStopped = true;
      listeners.clear();
    },
  };
}

export type Checking = ReturnType<typeof createChecking>;

/**
 * What was found now, each finding that was there before as the same object, and the same list when it is
 * all the same: marks in the text and the panel draw anew only what is new.
 */
function stillThere(before: readonly Finding[], now: readonly Finding[]): readonly Finding[] {
  const known = new Map(before.map((finding) => [JSON.stringify(finding), finding]));
  const merged = now.map((finding) => known.get(JSON.stringify(finding)) ?? finding);
  const isSame = merged.length === before.length && merged.every((finding, at) => finding === before[at]);
  return isSame ? before : merged;
}
