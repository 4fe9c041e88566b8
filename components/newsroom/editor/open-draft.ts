import { wordsInput } from '#lib/newsroom/article-input.ts';
import { hearDraftSignals } from '../draft-signals.ts';
import { type DeviceStore, deviceStore, draftKey, holdDraft, type KeptDraft } from '../kept-drafts.ts';
import { createAcceptance } from '../together/acceptance.ts';
import { type Attempt, opened, resumed } from './autosave.ts';
import { type DraftWords, sameWords } from './draft-words.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { sendWords } from './save-request.ts';

/** An edition as the server rendered it into the page. */
export type ServedEdition = {
  editionId: string;
  articleId: string;
  version: number;
  words: DraftWords;
  /** When somebody last typed, as an ISO moment. */
  savedAt: string | null;
};

/** What other tabs of this browser may bring about. */
export type BrowserCalls = {
  /** The same edition is open in another tab. */
  onOtherTab: () => void;
  /** The person signed out there and had the unsent words removed: nothing is kept here any more. */
  onSignedOut: () => void;
};

/** An edition open in this tab. */
export type OpenDraft = {
  keeper: Keeper<DraftWords>;
  /** Other copies this device still holds of the same edition, from tabs that were closed while something was unsent. */
  copies: KeptDraft[];
  /** Removes a copy the person has looked through. */
  forgetCopy: (key: string) => Promise<void>;
  /** The words of a suggestion stand in the text now: the save that brings them says so. */
  accept: (suggestion: string) => void;
  close: () => void;
};

/**
 * Opens an edition: with the words this device still holds for the account, else with the
 * server's. Whether held words fit what the server has meanwhile is the server's answer to
 * the first save: they are saved, or the conflict screen shows both.
 */
export async function openDraft(served: ServedEdition, userId: string, calls: BrowserCalls): Promise<OpenDraft> {
  const store = deviceStore();
  const key = draftKey(userId, served.editionId, crypto.randomUUID());
  const release = holdDraft(key);
  const { adopted, copies } = await heldFor(store, key, userId, served);
  const known = await newestKnown(store, userId, served);
  const start = adopted ?? opened(known.words, known.version, known.savedAt);
  const ids = { userId, editionId: served.editionId, articleId: served.articleId };
  const acceptance = createAcceptance();
  const keeper: Keeper<DraftWords> = createKeeper<DraftWords>(start, {
    send: async (attempt) => {
      const answer = await sendWords(served.editionId, userId, attempt, acceptance.idsFor(attempt.saveId));
      if (answer.kind === 'saved') acceptance.saved(attempt.saveId);
      return answer;
    },
    keep: ({ words, base, attempt }) =>
      store.keep({ key, ...ids, title: words.title, words, base, attempt, at: Date.now() }),
    async forget() {
      await store.forget(key);
      const { words, base: version, savedAt } = keeper.state();
      await store.remember({ ...ids, title: words.title, words, version, savedAt, at: Date.now() });
    },
    newId: () => crypto.randomUUID(),
    now: () => performance.now(),
  });
  const unlisten = listenToPage(keeper);
  const unhear = hearDraftSignals(userId, served.editionId, {
    settle: keeper.settle,
    onOtherTab: calls.onOtherTab,
    stop() {
      keeper.stop();
      calls.onSignedOut();
    },
  });
  return {
    keeper,
    copies,
    forgetCopy: (copy) => store.forget(copy),
    accept: acceptance.take,
    close() {
      unlisten();
      unhear();
      keeper.stop();
      release();
    },
  };
}

/**
 * The newer of what the page brought and what this device remembers of the server: a page that was kept
 * for being without a network may be older than the last save.
 */
async function newestKnown(
  store: DeviceStore,
  userId: string,
  served: ServedEdition,
): Promise<Pick<ServedEdition, 'words' | 'version' | 'savedAt'>> {
  const last = await store.lastWords(userId, served.editionId).catch(() => undefined);
  const words = last && last.version > served.version ? understood(last.words) : undefined;
  return last && words ? { words, version: last.version, savedAt: last.savedAt } : served;
}

type Held = { adopted: ReturnType<typeof resumed<DraftWords>> | undefined; copies: KeptDraft[] };

async function heldFor(store: DeviceStore, key: string, userId: string, served: ServedEdition): Promise<Held> {
  const held = await store.draftsOf(userId, served.editionId).catch(noStore);
  const unsent: KeptDraft[] = [];
  for (const draft of held) {
    if (draft.attempt === null && sameWords(draft.words, served.words)) await store.forget(draft.key);
    else unsent.push(draft);
  }
  const [newest, ...older] = unsent;
  const resumable = newest && readable(newest);
  if (newest === undefined || resumable === undefined) return { adopted: undefined, copies: unsent };
  await store.keep({ ...newest, key });
  await store.forget(newest.key);
  return { adopted: resumed(resumable, served.savedAt), copies: older };
}

/** A browser without a store keeps nothing: the first keystroke says so on the screen. */
function noStore(): KeptDraft[] {
  return [];
}

/** A kept draft whose words this version of the editor understands. */
export function readable(
  draft: KeptDraft,
): { words: DraftWords; base: number; attempt: Attempt<DraftWords> | null } | undefined {
  const words = understood(draft.words);
  if (words === undefined) return undefined;
  const tried = draft.attempt && understood(draft.attempt.words);
  const attempt = draft.attempt && tried ? { ...draft.attempt, words: tried } : null;
  return { words, base: draft.base, attempt };
}

function understood(words: unknown): DraftWords | undefined {
  return wordsInput.safeParse(words).data;
}

function listenToPage(keeper: Keeper<DraftWords>): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  // A phone that puts the page away may never show it again, and tells of nothing else.
  const leave = () => {
    if (document.visibilityState === 'hidden') keeper.leave();
    // Somebody may have signed in again in another tab.
    else keeper.resume();
  };
  document.addEventListener('visibilitychange', leave, { signal });
  window.addEventListener('pagehide', () => keeper.leave(), { signal });
  window.addEventListener('online', () => keeper.resume(), { signal });
  window.addEventListener(
    'beforeunload',
    (event) => {
      const { storage, change, sentChange } = keeper.state();
      if (storage !== 'works' && sentChange < change) event.preventDefault();
    },
    { signal },
  );
  return () => controller.abort();
}
