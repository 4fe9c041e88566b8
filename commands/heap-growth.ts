import { setFlagsFromString } from 'node:v8';

/** How much larger than what is in use V8 lets the heap become before it collects (per cent). */
const growth = 30;

/**
 * Has V8 collect early. Of itself it lets the heap of a machine with much memory double or more before it looks, and
 * pages taken from the system then stay with the process: a storm of readers left it at 800 megabytes, of which 170
 * were in use. It is no limit: work that needs more gets it (ADR 0074 has the numbers).
 */
export function keepHeapClose(): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`);
}
