import { afterEach } from 'vitest';
import { useClock } from '#lib/clock.ts';

/**
 * Lets a test file move the clock; after each test the true one goes on. Files share a process, so a
 * clock left behind would make others late. Call it once, at the top of the file.
 *
 * @returns sets the clock to a moment, or to what a function tells each time it is asked
 */
export function testClock(): (moment: Date | string | (() => Date)) => void {
  let putBack: (() => void) | undefined;
  afterEach(() => {
    putBack?.();
    putBack = undefined;
  });
  return (moment) => {
    const back = useClock(typeof moment === 'function' ? moment : () => new Date(moment));
    putBack ??= back;
  };
}
