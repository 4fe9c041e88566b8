import { tooHeavyStatus } from './decoder-protocol.ts';

/**
 * The life of a closed process: it does one piece of work for whoever started it, answers and ends.
 * It ends as well when it takes too much memory, or when nobody waits for it any more.
 *
 * @param answer what is sent back for the message; a rejection ends the process
 * @param memory bytes of the whole process
 */
export function answerOnce(answer: (message: unknown) => Promise<unknown>, memory: number): void {
  // Pixels and files lie outside of JavaScript's heap, so its limit does not bound them.
  setInterval(() => {
    if (process.memoryUsage.rss() > memory) process.exit(tooHeavyStatus);
  }, 25).unref();

  // Whoever asked is gone, so is the reason to go on.
  process.once('disconnect', () => process.exit(1));

  process.once('message', (message) => {
    void answer(message).then((result) => process.send?.(result, () => process.exit(0)));
  });
}
