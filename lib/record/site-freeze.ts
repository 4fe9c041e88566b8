import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { database, type Queryable, type Transaction, transaction } from '#db/client.ts';
import { installFacts } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { conflict } from '#lib/errors.ts';
import { type UserId, userId } from '#lib/ids.ts';
import { type EventEntry, recordEvent } from './events.ts';

const fact = 'site_frozen';
const stored = z.object({ reason: z.string(), by: userId.nullable().default(null) });

/** Why and since when nothing that readers see may be changed, and who of the newsroom began it; null for the server. */
export type SiteFreeze = { reason: string; since: Date; by: UserId | null };

/** Who begins or ends it. */
export type Freezing = Pick<EventEntry, 'portalId' | 'actorId' | 'actorRole'>;

/** By whoever has the server's command line. */
const bySystem: Freezing = { portalId: null, actorId: null, actorRole: null };

/** The read-only mode, if it is on: nothing goes out and nothing is taken away until an operator ends it. */
export async function siteFreeze(queryable: Queryable): Promise<SiteFreeze | null> {
  const [row] = await queryable.select().from(installFacts).where(eq(installFacts.name, fact));
  return row === undefined ? null : { ...stored.parse(row.value), since: row.at };
}

/** The same, asked outside of a transaction. */
export const currentFreeze = () => siteFreeze(database());

/**
 * Stops every publication and every other change of what readers see, on all portals and machines. Writing and
 * submitting go on.
 *
 * @returns whether it was not on already; a second reason takes the place of the first
 * @throws conflict for the newsroom where the server began it
 */
export function freezeSite(reason: string, by: Freezing = bySystem): Promise<boolean> {
  return transaction(async (tx) => {
    const before = await heldFreeze(tx, by);
    const value = { reason, by: by.actorId };
    await tx
      .insert(installFacts)
      .values({ name: fact, value, at: now() })
      .onConflictDoUpdate({ target: installFacts.name, set: { value } });
    await recordEvent(tx, { ...by, verb: 'freeze_site', detail: { reason } });
    return before === null;
  });
}

/**
 * Ends the read-only mode.
 *
 * @returns whether it was on
 * @throws conflict for the newsroom where the server began it
 */
export function unfreezeSite(by: Freezing = bySystem): Promise<boolean> {
  return transaction(async (tx) => {
    await heldFreeze(tx, by);
    const gone = await tx.delete(installFacts).where(eq(installFacts.name, fact)).returning();
    if (gone.length === 0) return false;
    await recordEvent(tx, { ...by, verb: 'unfreeze_site', detail: {} });
    return true;
  });
}

/**
 * The read-only mode as it stands until this transaction ends. What the server began no account of the newsroom
 * undoes: it may be on because of that very account.
 */
async function heldFreeze(tx: Transaction, by: Freezing): Promise<SiteFreeze | null> {
  await tx.select().from(installFacts).where(eq(installFacts.name, fact)).for('update');
  const freeze = await siteFreeze(tx);
  if (freeze !== null && freeze.by === null && by.actorId !== null)
    throw conflict(
      'Mode baca saja ini dimulai dari peladen dan hanya diubah atau diakhiri di sana: npm run site:freeze -- --buka.',
    );
  return freeze;
}
