import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import { installFacts, portals } from '#db/schema/index.ts';
import { askForRenamedCards } from '#lib/cards/card-jobs.ts';
import { now } from '#lib/clock.ts';
import type { PortalId } from '#lib/ids.ts';
import { generationNames, raiseGenerationInUpkeep } from '#lib/record/generation.ts';

/**
 * The job at every start and every hour: notices that a portal has another name, which no screen
 * gives but the operator at the database. Then every page is renewed, and every card drawn anew.
 */
export async function heedPortalNames(): Promise<void> {
  const ids = await database().select({ id: portals.id }).from(portals);
  for (const { id } of ids) await transaction((tx) => heedNameOf(tx, id));
}

async function heedNameOf(tx: Transaction, portalId: PortalId): Promise<void> {
  const [portal] = await tx.select().from(portals).where(eq(portals.id, portalId)).for('no key update');
  if (portal === undefined) return;
  // What of a portal is painted on the pictures of shared links.
  const shown = { name: portal.name, isDemo: portal.isDemo, timeZone: portal.timeZone };
  const fact = { name: `portal_shown:${portalId}`, value: shown, at: now() };
  const [known] = await tx.select().from(installFacts).where(eq(installFacts.name, fact.name));
  if (known !== undefined && isDeepStrictEqual(known.value, shown)) return;
  await tx
    .insert(installFacts)
    .values(fact)
    .onConflictDoUpdate({ target: installFacts.name, set: { value: fact.value, at: fact.at } });
  // Seen for the first time: whatever stands was made under this name.
  if (known === undefined) return;
  await raiseGenerationInUpkeep(tx, portalId, [generationNames.site]);
  await askForRenamedCards(tx, { portalId, agencyId: null });
}
