import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { database, type Queryable, transaction } from '#db/client.ts';
import { installFacts } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { recordEvent } from './events.ts';

const fact = 'site_frozen';
const stored = z.object({ reason: z.string() });

/** Why and since when nothing that readers see may be changed. */
export type SiteFreeze = { reason: string; since: Date };

/** The read-only mode, if it is on: nothing goes out and nothing is taken away until an operator ends it. */
export async function siteFreeze(queryable: Queryable): Promise<SiteFreeze | null> {
  const [row] = await queryable.select().from(installFacts).where(eq(installFacts.name, fact));
  return row === undefined ? null : { reason: stored.parse(row.value).reason, since: row.at };
}

/** The same, asked outside of a transaction. */
export const currentFreeze = () => siteFreeze(database());

/**
 * Stops every publication and every other change of what readers see, on all portals and machines. Writing and
 * submitting go on.
 *
 * @returns whether it was not on already; a second reason takes the place of the first
 */
export function freezeSite(reason: string): Promise<boolean> {
  return transaction(async (tx) => {
    const before = await siteFreeze(tx);
    const at = now();
    await tx
      .insert(installFacts)
      .values({ name: fact, value: { reason }, at })
      .onConflictDoUpdate({ target: installFacts.name, set: { value: { reason } } });
    await recordEvent(tx, { ...bySystem, verb: 'freeze_site', detail: { reason } });
    return before === null;
  });
}

/**
 * Ends the read-only mode.
 *
 * @returns whether it was on
 */
export function unfreezeSite(): Promise<boolean> {
  return transaction(async (tx) => {
    const gone = await tx.delete(installFacts).where(eq(installFacts.name, fact)).returning();
    if (gone.length === 0) return false;
    await recordEvent(tx, { ...bySystem, verb: 'unfreeze_site', detail: {} });
    return true;
  });
}

/** By whoever has the server's command line: no account of the newsroom can do or undo it. */
const bySystem = { portalId: null, actorId: null, actorRole: null } as const;
