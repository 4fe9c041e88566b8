import { once } from 'node:events';
import type { Transform, Writable } from 'node:stream';

/** When a stream takes bytes again; also when it never will, since it was closed. */
export async function drained(stream: Writable): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  try {
    await Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal })]);
  } finally {
    over.abort();
  }
}

/** Bytes as they come out of a transformation; a failure on either side is a failure of the whole. */
export function through(bytes: AsyncIterable<Buffer>, transform: Transform): AsyncIterable<Buffer> {
  void feed();
  return transform;

  async function feed(): Promise<void> {
    try {
      for await (const chunk of bytes) {
        // Whoever read along has had enough.
        if (transform.destroyed) return;
        if (!transform.write(chunk)) await drained(transform);
      }
      transform.end();
    } catch (error) {
      transform.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
