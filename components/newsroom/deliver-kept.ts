import { isSettled, resumed } from './editor/autosave.ts';
import type { DraftWords } from './editor/draft-words.ts';
import { createKeeper } from './editor/keeper.ts';
import { readable } from './editor/open-draft.ts';
import { sendWords } from './editor/save-request.ts';
import { type DeviceStore, holdDraft, type KeptDraft } from './kept-drafts.ts';

/** What became of words this device held when they were sent without the editor being open. */
export type Delivery = 'saved' | 'stranded' | 'conflict' | 'away' | 'refused' | 'unreachable' | 'unreadable';

/** Sends words that a closed tab left behind. Only what the server has confirmed leaves the device. */
export async function deliverKept(store: DeviceStore, draft: KeptDraft): Promise<Delivery> {
  const words = readable(draft);
  if (words === undefined) return 'unreadable';
  const release = holdDraft(draft.key);
  const keeper = createKeeper<DraftWords>(resumed(words, null), {
    send: (attempt) => sendWords(draft.editionId, draft.userId, attempt),
    keep: (state) => store.keep({ ...draft, words: state.words, base: state.base, attempt: state.attempt }),
    forget: () => store.forget(draft.key),
    newId: () => crypto.randomUUID(),
    now: () => performance.now(),
  });
  try {
    const state = await keeper.settle();
    if (state.halt === null) return isSettled(state) ? 'saved' : 'unreachable';
    const { kind } = state.halt;
    if (kind === 'signed_out' || kind === 'other_account') return 'away';
    return kind === 'merging' ? 'conflict' : kind;
  } finally {
    keeper.stop();
    release();
  }
}
