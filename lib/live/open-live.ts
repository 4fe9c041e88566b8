import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { databaseUrl } from '#db/client.ts';
import { type Listener, listen } from '#db/listen.ts';
import { log, logBug, reasonOf } from '#lib/log.ts';
import { liveChannel } from './announce.ts';
import { type LiveHub, openHub } from './hub.ts';

export type Live = { hub: LiveHub; stop(): Promise<void> };

/** Milliseconds between two attempts to reach a database that is away, and between two proofs that it is there. */
const retryEvery = 1_000;
const proveEvery = 15_000;
const answerWithin = 5_000;

/**
 * Hears what all instances announce, on one connection, and passes it to this process's open desks.
 * A connection that went deaf is noticed and opened anew; then everyone looks anew.
 */
export function openLive(): Live {
  const hub = openHub();
  const stopping = new AbortController();
  const { signal } = stopping;

  async function follow(): Promise<void> {
    let wasThere = false;
    while (!signal.aborted) {
      let listener: Listener | undefined;
      try {
        listener = await listen(databaseUrl(), liveChannel, 'ruang-warta-kabar', (text) => hub.hear(text));
        if (wasThere) hub.missed();
        wasThere = true;
        await untilDeaf(listener);
      } catch (error) {
        if (!signal.aborted) log('warn', 'live_away', { reason: reasonOf(error) });
      }
      await listener?.close().catch((error: unknown) => logBug('live_close', error));
      await rest(retryEvery);
    }
  }

  /** Resolves when the connection is lost or we stop; rejects when it no longer answers. */
  async function untilDeaf({ database, lost }: Listener): Promise<void> {
    const ended = lost.then(() => true);
    while (!signal.aborted) {
      const proven = database.execute(sql`select 1`).then(() => true);
      if (!(await Promise.race([proven, rest(answerWithin).then(() => false)]))) throw new Error('No answer in time');
      if (await Promise.race([ended, rest(proveEvery).then(() => false)])) return;
    }
  }

  /** Ends at once when we stop. */
  async function rest(milliseconds: number): Promise<void> {
    try {
      await pause(milliseconds, undefined, { ref: false, signal });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  const followed = follow();
  return {
    hub,
    stop: async () => {
      hub.close();
      stopping.abort();
      await followed;
    },
  };
}
