'use client';

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { keepPageOffline } from '../offline.ts';
import type { Autosave } from './autosave.ts';
import type { ChangeWords, DraftWords } from './draft-words.ts';
import { type OpenDraft, openDraft, type ServedEdition } from './open-draft.ts';

/** An edition open for writing on this screen. */
export type Draft = { open: OpenDraft; state: Autosave<DraftWords>; change: ChangeWords };

/** Opens the edition once, and closes it when the screen goes. Null until the device has been asked what it holds. */
export function useOpenDraft(
  served: ServedEdition,
  userId: string,
): { open: OpenDraft | null; isInOtherTab: boolean; isSignedOut: boolean } {
  const [open, setOpen] = useState<OpenDraft | null>(null);
  const [isInOtherTab, setIsInOtherTab] = useState(false);
  const [isSignedOut, setIsSignedOut] = useState(false);
  // What the page brought first is what the keeper starts from; a later render of it is not a newer truth.
  const first = useRef(served);
  useEffect(() => {
    let isGone = false;
    let mine: OpenDraft | undefined;
    const calls = { onOtherTab: () => setIsInOtherTab(true), onSignedOut: () => setIsSignedOut(true) };
    void keepPageOffline();
    void openDraft(first.current, userId, calls).then((draft) => {
      if (isGone) draft.close();
      else {
        mine = draft;
        setOpen(draft);
      }
    });
    return () => {
      isGone = true;
      mine?.close();
    };
  }, [userId]);
  return { open, isInOtherTab, isSignedOut };
}

/** The state of an open edition, and the way to change its words. */
export function useDraft(open: OpenDraft): Draft {
  const { keeper } = open;
  const state = useSyncExternalStore(keeper.subscribe, keeper.state, keeper.state);
  const change = useCallback<ChangeWords>((part) => keeper.change({ ...keeper.state().words, ...part }), [keeper]);
  return { open, state, change };
}

/** Whether the browser believes it has a network. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(
    (listen) => {
      window.addEventListener('online', listen);
      window.addEventListener('offline', listen);
      return () => {
        window.removeEventListener('online', listen);
        window.removeEventListener('offline', listen);
      };
    },
    () => navigator.onLine,
    () => true,
  );
}
