import { desc, eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { events } from '#db/schema/index.ts';
import { firstLostHead } from '#lib/record/chain-heads.ts';
import { type ChainPlace, chainBeginning, verifyPart } from '#lib/record/events.ts';
import { alarmOfLog } from './nightly-check.ts';

/** Entries that are read anew every five minutes, the newest ones; the older ones are for the night. */
const watchedEntries = 100_000;

/**
 * The round of every five minutes: reads the newest entries of the audit log, which is all of it for years, and
 * compares it with the heads that were published. Raises an alarm for what does not fit; what it finds sound is
 * kept by the round of the night alone.
 *
 * @param entries how many it reads at most
 */
export async function watchChain(entries = watchedEntries): Promise<void> {
  const brokenAt = (await firstBroken(entries)) ?? (await firstLostHead())?.seq;
  if (brokenAt !== undefined) await alarmOfLog(brokenAt);
}

async function firstBroken(entries: number): Promise<number | undefined> {
  const [last] = await database().select({ seq: events.seq }).from(events).orderBy(desc(events.seq)).limit(1);
  if (last === undefined) return undefined;
  let place = await placeAt(last.seq - entries);
  if (place === undefined) return last.seq - entries;
  for (;;) {
    const part = await verifyPart(database(), place, last.seq);
    if (part.brokenAt !== null) return part.brokenAt;
    if (part.isEnd) return undefined;
    place = part.place;
  }
}

async function placeAt(seq: number): Promise<ChainPlace | undefined> {
  if (seq <= 0) return chainBeginning;
  const [row] = await database().select({ seq: events.seq, hash: events.hash }).from(events).where(eq(events.seq, seq));
  return row;
}
