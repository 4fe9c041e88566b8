import type { Actor } from '#lib/accounts/actor.ts';
import { type AdministeredPortal, portalsToAdminister } from '#lib/accounts/people-reads.ts';
import { type Arrangement, arrangementOf } from '#lib/administration/arrangement.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { chosenPortal } from './portal-choice.tsx';

export type PortalAddress = Promise<{ portal?: string | string[] }>;

/** Who asks, their portals, and the chosen one with its arrangement; everyone else finds nothing. */
export async function arrangedPortal(
  path: string,
  address: PortalAddress,
): Promise<{
  actor: Actor;
  portals: readonly [AdministeredPortal, ...AdministeredPortal[]];
  chosen: AdministeredPortal;
  arranged: Arrangement;
}> {
  const actor = await requireActor(path);
  const portals = await orNotFound(portalsToAdminister(actor));
  const chosen = chosenPortal(portals, (await address).portal);
  return { actor, portals, chosen, arranged: await orNotFound(arrangementOf(actor, chosen.id)) };
}
