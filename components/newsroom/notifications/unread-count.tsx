'use client';

import { useEffect, useState } from 'react';
import { manyUnread } from '#lib/live/signal.ts';
import { useHearing } from '../live/live-signals.tsx';

/** How much is unread, kept up to date while the page is open. */
export function useUnread(initial: number): number {
  const [unread, setUnread] = useState(initial);
  useEffect(() => setUnread(initial), [initial]);
  useHearing((signal) => {
    if (signal.kind === 'news') setUnread(signal.unread);
  });
  return unread;
}

/** The number beside a word; nothing for none. */
export function UnreadCount({ unread }: { unread: number }) {
  if (unread === 0) return null;
  const shown = unread < manyUnread ? String(unread) : `${manyUnread - 1}+`;
  return (
    <span className="rail-count">
      <span className="visually-hidden">, </span>
      {shown}
      <span className="visually-hidden"> belum dibaca</span>
    </span>
  );
}
