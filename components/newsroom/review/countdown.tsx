'use client';

import { useEffect, useState } from 'react';
import { remainingText } from './remaining.ts';

const turn = 15_000;

/**
 * How long is left, or since when it is late. The first words are the server's; from then on the page
 * counts the time that has passed on its own, so that a phone whose clock is wrong counts rightly too.
 */
export function Countdown({ dueAt, now }: { dueAt: string; now: string }) {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const from = performance.now();
    const timer = setInterval(() => setPassed(performance.now() - from), turn);
    return () => clearInterval(timer);
  }, []);
  const left = Date.parse(dueAt) - Date.parse(now) - passed;
  return (
    <span className={left <= 0 ? 'countdown countdown-late' : 'countdown'}>
      <span aria-hidden="true">{left <= 0 ? '⚠ ' : '◷ '}</span>
      <time dateTime={dueAt}>{remainingText(left)}</time>
    </span>
  );
}
