'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useHearing } from './live-signals.tsx';

/** What a part wants to hear of. `missed` always counts: something may have been overheard. */
export type Wanted = {
  /** Only this article; without it, every article this person may see. */
  articleId?: string;
  alarms?: boolean;
  news?: boolean;
};

/** Milliseconds: many signals are one, and two of them never come closer together than this. */
const apart = 1_000;

/**
 * Calls back when something changed: at once, then at most once a second however much happens.
 *
 * @param onChange without it the page is read anew; what is being typed stays
 */
export function useLiveSignals(wanted: Wanted = {}, onChange?: () => void): void {
  const router = useRouter();
  const last = useRef(0);
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  function change(): void {
    timer.current = undefined;
    last.current = Date.now();
    if (onChange === undefined) router.refresh();
    else onChange();
  }

  useHearing((signal) => {
    const concerns =
      signal.kind === 'missed' ||
      (signal.kind === 'alarms' && wanted.alarms === true) ||
      (signal.kind === 'news' && wanted.news === true) ||
      (signal.kind === 'articles' && (wanted.articleId === undefined || signal.articleIds.includes(wanted.articleId)));
    if (!concerns || timer.current !== undefined) return;
    timer.current = window.setTimeout(change, Math.max(0, last.current + apart - Date.now()));
  });
}
