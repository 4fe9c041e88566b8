import sharp from 'sharp';
import { tooHeavyStatus } from './decoder-protocol.ts';
import { decoderLimits } from './table.ts';

/**
 * The life of a closed process: it does one piece of work for whoever started it, answers and ends.
 * It ends as well when it takes too much memory, or when nobody waits for it any more.
 *
 * @param answer what is sent back for the message; a rejection ends the process
 */
export function workOnce(answer: (message: unknown) => Promise<unknown>): void {
  sharp.concurrency(1);
  // The cache remembers by path; it would also hold what is needed once only.
  sharp.cache(false);

  // Pixels lie outside of JavaScript's heap, so its limit does not bound them.
  setInterval(() => {
    if (process.memoryUsage.rss() > decoderLimits.memory) process.exit(tooHeavyStatus);
  }, 25).unref();

  // Whoever asked is gone, so is the reason to go on.
  process.once('disconnect', () => process.exit(1));

  process.once('message', (message) => {
    void answer(message).then((result) => process.send?.(result, () => process.exit(0)));
  });
}
