import { processWide } from './process-wide.ts';

const clock = processWide<() => Date>('clock', () => () => new Date());

/** The present moment. Rules receive it as an argument; only verbs and reads ask the clock. */
export function now(): Date {
  return clock.value();
}

/**
 * Puts another clock in place, for tests that cross midnight or a deadline.
 *
 * @returns a function that puts the former clock back
 */
export function useClock(replacement: () => Date): () => void {
  const former = clock.value;
  clock.value = replacement;
  return () => {
    clock.value = former;
  };
}
