'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { TogetherView } from '#lib/newsroom/presence-shapes.ts';
import { nextBeat, pace } from './pulse.ts';
import { sendBeat, sendTurn, type Told, type TurnAct } from './together-request.ts';

/** What a page knows of the others who have the edition open, and how it asks for the turn. */
export type Together = {
  view: TogetherView;
  act: (what: TurnAct) => Promise<Told<TogetherView>>;
  /** Asks at once instead of with the next sign of life. */
  look: () => void;
};

/**
 * Tells the server that this page is open, as often as is worth it, and hears who else is there. A
 * page out of sight is silent; one that closes says so.
 *
 * @param typedAgo milliseconds since the last keystroke, null before the first
 */
export function useTogether(editionId: string, initial: TogetherView, typedAgo: () => number | null): Together {
  const [view, setView] = useState(initial);
  const typed = useRef(typedAgo);
  const again = useRef<(() => void) | undefined>(undefined);
  const began = useRef(initial);
  useEffect(() => {
    typed.current = typedAgo;
  });

  useEffect(() => {
    const tab = crypto.randomUUID();
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isFirst = true;
    let count = 0;
    let handedOver: number | null = null;
    let wasMine = began.current.seat?.isMine ?? false;

    const hear = async () => {
      clearTimeout(timer);
      if (document.visibilityState === 'hidden') return;
      count += 1;
      const mine = count;
      const answer = await sendBeat(editionId, { tab, event: isFirst ? 'opens' : 'stays', typedAgo: typed.current() });
      // Another was asked meanwhile, or the page has gone: this one is old.
      if (controller.signal.aborted || mine !== count) return;
      if (answer.ok) {
        isFirst = false;
        const isMine = answer.told.seat?.isMine ?? false;
        if (isMine !== wasMine) handedOver = performance.now();
        wasMine = isMine;
        setView(answer.told);
      }
      const since = handedOver === null ? null : performance.now() - handedOver;
      timer = setTimeout(() => void hear(), answer.ok ? nextBeat(answer.told, since) : pace.alone);
    };
    const onSight = () => void hear();
    const onLeave = () => {
      clearTimeout(timer);
      count += 1;
      isFirst = true;
      void sendBeat(editionId, { tab, event: 'leaves', typedAgo: null });
    };
    again.current = onSight;
    document.addEventListener('visibilitychange', onSight, { signal: controller.signal });
    window.addEventListener('pageshow', ({ persisted }) => persisted && onSight(), { signal: controller.signal });
    window.addEventListener('pagehide', onLeave, { signal: controller.signal });
    onSight();
    return () => {
      controller.abort();
      onLeave();
    };
  }, [editionId]);

  const act = useCallback(
    async (what: TurnAct) => {
      const answer = await sendTurn(editionId, what);
      if (answer.ok) setView(answer.told);
      again.current?.();
      return answer;
    },
    [editionId],
  );
  const look = useCallback(() => again.current?.(), []);
  return { view, act, look };
}
