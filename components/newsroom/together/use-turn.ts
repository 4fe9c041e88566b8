'use client';

import { useEffect, useRef, useState } from 'react';
import type { TogetherView } from '#lib/newsroom/presence-shapes.ts';
import { isSettled } from '../editor/autosave.ts';
import type { OpenDraft } from '../editor/open-draft.ts';
import { saveStateOf } from '../editor/save-state.ts';
import { fetchNewest, type TurnAct } from './together-request.ts';
import { useTogether } from './use-together.ts';

/** The turn passed from this page to somebody else. */
export type PassedTurn = { name: string; since: string; isClaim: boolean; wasGiven: boolean };

export type Turn = {
  view: TogetherView;
  /** Whether this page may write now. */
  isMine: boolean;
  passed: PassedTurn | null;
  /** Words of this page came after the next holder had begun to type: they are kept aside. */
  hasStranded: boolean;
  /** Why the last request did not work. */
  trouble: string;
  act: (what: TurnAct) => Promise<void>;
};

/**
 * Whose turn it is to write, in an open editor. A page that loses the turn sends what it has left; a page
 * with nothing unsent follows the words that others save.
 */
export function useTurn(editionId: string, initial: TogetherView, { keeper }: OpenDraft): Turn {
  const typedAgo = useTypedAgo(keeper);
  const { view, act } = useTogether(editionId, initial, typedAgo);
  const { seat } = view;
  const isMine = seat === null || seat.isMine;
  const [passed, setPassed] = useState<PassedTurn | null>(null);
  const [hasStranded, setHasStranded] = useState(false);
  const [trouble, setTrouble] = useState('');
  const hadTurn = useRef(initial.seat?.isMine ?? false);
  const isGiving = useRef(false);

  useEffect(() => {
    if (isMine) {
      if (seat !== null) [hadTurn.current, isGiving.current] = [true, false];
      setPassed(null);
      return;
    }
    if (seat === null || !hadTurn.current) return;
    hadTurn.current = false;
    setPassed({ name: seat.holder.name, since: seat.since, isClaim: seat.isClaim, wasGiven: isGiving.current });
    isGiving.current = false;
    void keeper.settle();
  }, [isMine, seat, keeper]);

  useEffect(
    () =>
      keeper.subscribe(() => {
        if (keeper.state().halt?.kind === 'stranded') setHasStranded(true);
      }),
    [keeper],
  );

  // Every answer is looked at again: words may have been unsent when the newer version was first heard of.
  useEffect(() => {
    const state = keeper.state();
    const isBehind = view.version > state.base || state.halt?.kind === 'stranded';
    if (view.mayWrite && isBehind && isSettled(state)) void follow(editionId, keeper);
  }, [editionId, keeper, view]);

  const ask = async (what: TurnAct) => {
    setTrouble('');
    if (what === 'give') {
      const settled = await keeper.settle();
      if (!isSettled(settled)) {
        const { text } = saveStateOf(settled, navigator.onLine, () => '');
        setTrouble(`Ketikan terakhir Anda belum sampai ke peladen. ${text}.`);
        return;
      }
      isGiving.current = true;
    }
    const answer = await act(what);
    if (!answer.ok) setTrouble(answer.text);
  };
  return { view, isMine, passed, hasStranded, trouble, act: ask };
}

type Keeper = OpenDraft['keeper'];

async function follow(editionId: string, keeper: Keeper): Promise<void> {
  const answer = await fetchNewest(editionId);
  if (answer.ok) keeper.refresh(answer.told);
}

/** How long ago the last keystroke was, by a clock that only goes forward. */
function useTypedAgo(keeper: Keeper): () => number | null {
  const typedAt = useRef<number | null>(null);
  useEffect(() => {
    let { change, replaced } = keeper.state();
    return keeper.subscribe(() => {
      const now = keeper.state();
      if (now.change > change && now.replaced === replaced) typedAt.current = performance.now();
      ({ change, replaced } = now);
    });
  }, [keeper]);
  return () => (typedAt.current === null ? null : Math.round(performance.now() - typedAt.current));
}
