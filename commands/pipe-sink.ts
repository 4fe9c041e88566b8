import { writeSync } from 'node:fs';
import { errorCode } from '#lib/errors.ts';

/** Milliseconds after which a reader that took nothing is tried again. */
const tryAgain = 50;

/**
 * Writes lines into a pipe without ever waiting for its reader: what the pipe does not take at once is kept, and
 * tried again with the next line and a little later.
 *
 * @param descriptor opened for writing without waiting
 * @param room bytes that may be kept
 * @returns says of a line whether it was written or kept; false when there is no room for it, or no reader any more
 */
export function pipeSink(descriptor: number, room: number): (line: string | Uint8Array) => boolean {
  const kept: Uint8Array[] = [];
  let bytes = 0;
  let isToBeTried = false;

  function later(): void {
    if (isToBeTried) return;
    isToBeTried = true;
    setTimeout(() => {
      isToBeTried = false;
      if (flush() === 'kept') later();
    }, tryAgain).unref();
  }

  function flush(): 'written' | 'kept' | 'gone' {
    for (let first = kept[0]; first !== undefined; first = kept[0]) {
      const written = taken(first);
      if (written === 'never') {
        kept.length = 0;
        bytes = 0;
        return 'gone';
      }
      bytes -= written;
      if (written < first.length) {
        kept[0] = first.subarray(written);
        return 'kept';
      }
      kept.shift();
    }
    return 'written';
  }

  /** Bytes that the pipe takes now; `never` when nobody reads it any more. */
  function taken(line: Uint8Array): number | 'never' {
    try {
      return writeSync(descriptor, line);
    } catch (error) {
      return errorCode(error) === 'EAGAIN' ? 0 : 'never';
    }
  }

  return (line) => {
    const next = typeof line === 'string' ? Buffer.from(line) : line;
    if (bytes + next.length > room && flush() !== 'written') return false;
    kept.push(next);
    bytes += next.length;
    const outcome = flush();
    if (outcome === 'kept') later();
    return outcome !== 'gone';
  };
}
