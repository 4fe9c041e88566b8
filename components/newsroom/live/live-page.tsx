'use client';

import { useLiveSignals, type Wanted } from './use-live-signals.ts';

/** Put into a page, it keeps the page up to date: `<LivePage />`. Draws nothing. */
export function LivePage(wanted: Wanted) {
  useLiveSignals(wanted);
  return null;
}
