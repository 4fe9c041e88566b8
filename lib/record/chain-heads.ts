import { and, desc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import { chainChecks, chainHeads, events, portals } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { dayIn } from '#lib/time-zone.ts';
import { recordEvent } from './events.ts';
import { generationNames, raiseGenerationInUpkeep } from './generation.ts';
import { mailWitnesses, witnessAddresses, witnessedAt } from './witness-mail.ts';
import type { ChainHead } from './witnessed-heads.ts';

/** Days that the public page and a witness's mail show. */
export const shownHeads = 30;

/** The head of a day as it was published, and whether somebody outside has it too. */
export type PublishedHead = ChainHead & { at: Date; witness: 'none' | 'sent' | 'taken'; witnessedAt: Date | null };

/** What readers are told of the audit chain. */
export type Integrity = {
  heads: PublishedHead[];
  /** The newest check of the whole chain; null before the first. */
  lastCheck: { at: Date; checked: number; isWhole: boolean } | null;
  /** Whether the head is mailed to somebody outside at present. */
  hasWitness: boolean;
};

/** The heads of the last days, newest first, and what the last check found. */
export async function integrity(): Promise<Integrity> {
  const [heads, [check]] = await Promise.all([
    database().select().from(chainHeads).orderBy(desc(chainHeads.day)).limit(shownHeads),
    database().select().from(chainChecks).orderBy(desc(chainChecks.id)).limit(1),
  ]);
  return {
    heads: heads.map(({ day, seq, headHash, at, witness, witnessedAt: taken }) => ({
      ...{ day, seq, headHash, at, witnessedAt: taken },
      witness: witness === null ? 'none' : taken === null ? 'sent' : 'taken',
    })),
    lastCheck:
      check === undefined
        ? null
        : {
            at: check.at,
            checked: check.checked,
            isWhole: check.brokenAt === null && check.wrongEditions === 0,
          },
    hasWitness: heads[0]?.witness != null,
  };
}

/**
 * The round of every hour: publishes the head of the audit chain once a day, at the first hour of the day
 * in which it runs, and notes which heads the witness's mail server has taken.
 */
export async function publishChainHead(): Promise<void> {
  await transaction(async (tx) => {
    const head = await newHead(tx);
    if (head !== undefined) await publish(tx, head);
  });
  await noteWitnessed();
}

/** The head for today, unless today's is out already or there is nothing in the log. */
async function newHead(tx: Transaction): Promise<ChainHead | undefined> {
  const [portal] = await tx.select({ timeZone: portals.timeZone }).from(portals).orderBy(portals.id).limit(1);
  if (portal === undefined) return undefined;
  const day = dayIn(now(), portal.timeZone);
  const [published] = await tx.select({ day: chainHeads.day }).from(chainHeads).where(eq(chainHeads.day, day));
  if (published !== undefined) return undefined;
  const [last] = await tx
    .select({ seq: events.seq, headHash: events.hash })
    .from(events)
    .orderBy(desc(events.seq))
    .limit(1);
  return last && { day, ...last };
}

async function publish(tx: Transaction, head: ChainHead): Promise<void> {
  const addresses = await witnessAddresses(tx);
  const [added] = await tx
    .insert(chainHeads)
    .values({ ...head, at: now(), witness: addresses.length === 0 ? null : addresses.join(', ') })
    .onConflictDoNothing()
    .returning({ day: chainHeads.day });
  // Another machine was first.
  if (added === undefined) return;
  const earlier = await tx.select().from(chainHeads).orderBy(desc(chainHeads.day)).limit(shownHeads);
  await mailWitnesses(tx, addresses, head, earlier);
  await renewIntegrity(tx);
  await recordEvent(tx, { portalId: null, actorId: null, actorRole: null, verb: 'publish_chain_head', detail: head });
}

/** Readers' page of the chain is made anew on every portal. */
export async function renewIntegrity(tx: Transaction): Promise<void> {
  // In one order everywhere, so that two of these never wait for each other.
  const all = await tx.select({ id: portals.id }).from(portals).orderBy(portals.id);
  for (const { id } of all) await raiseGenerationInUpkeep(tx, id, [generationNames.integrity]);
}

async function noteWitnessed(): Promise<void> {
  const waiting = await database()
    .select({ day: chainHeads.day, witness: chainHeads.witness })
    .from(chainHeads)
    .where(and(isNotNull(chainHeads.witness), isNull(chainHeads.witnessedAt)))
    .orderBy(desc(chainHeads.day))
    .limit(shownHeads);
  for (const { day, witness } of waiting) {
    const taken = await witnessedAt(database(), day, (witness ?? '').split(', '));
    if (taken === null) continue;
    await transaction(async (tx) => {
      await tx.update(chainHeads).set({ witnessedAt: taken }).where(eq(chainHeads.day, day));
      await renewIntegrity(tx);
    });
  }
}

/** The earliest published head that the log no longer leads to: somebody wrote it anew, well or badly. */
export async function firstLostHead(): Promise<ChainHead | undefined> {
  const [lost] = await database()
    .select({ day: chainHeads.day, seq: chainHeads.seq, headHash: chainHeads.headHash })
    .from(chainHeads)
    .leftJoin(events, eq(events.seq, chainHeads.seq))
    .where(sql`${events.hash} is distinct from ${chainHeads.headHash}`)
    .orderBy(chainHeads.seq)
    .limit(1);
  return lost;
}

/** Heads that no mail server took within a day though there is a witness. */
export async function unwitnessedHeads(before: Date): Promise<{ day: string }[]> {
  return database()
    .select({ day: chainHeads.day })
    .from(chainHeads)
    .where(and(isNotNull(chainHeads.witness), isNull(chainHeads.witnessedAt), lt(chainHeads.at, before)))
    .orderBy(desc(chainHeads.day))
    .limit(shownHeads);
}
