'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import type { LiveSignal } from '#lib/live/signal.ts';
import { followSignals } from './follow-signals.ts';

type Hearer = (signal: LiveSignal) => void;
type Hearing = { join(hearer: Hearer): () => void };

const Line = createContext<Hearing>({ join: () => () => undefined });

/** Around all pages of somebody signed in: what is heard is passed to whichever parts listen. */
export function LiveSignals({ userId, children }: { userId: string; children: ReactNode }) {
  const hearers = useRef(new Set<Hearer>());
  useEffect(
    () =>
      followSignals(userId, (signal) => {
        for (const hearer of hearers.current) hearer(signal);
      }),
    [userId],
  );
  const hearing = useMemo<Hearing>(
    () => ({
      join: (hearer) => {
        hearers.current.add(hearer);
        return () => void hearers.current.delete(hearer);
      },
    }),
    [],
  );
  return <Line value={hearing}>{children}</Line>;
}

/** Calls back for each signal while the part is shown. */
export function useHearing(hearer: Hearer): void {
  const { join } = useContext(Line);
  const latest = useRef(hearer);
  useEffect(() => {
    latest.current = hearer;
  }, [hearer]);
  useEffect(() => join((signal) => latest.current(signal)), [join]);
}
