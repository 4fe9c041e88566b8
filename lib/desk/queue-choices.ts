import { asc, inArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { agencies } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import type { AgencyId } from '#lib/ids.ts';
import { deskEditors } from '#lib/newsroom/desk-editors.ts';
import type { ReasonChoice } from '#lib/newsroom/desk-shapes.ts';
import { portalOf } from '#lib/newsroom/newsroom-portal.ts';
import { reasonChoices } from '#lib/newsroom/return-reasons.ts';
import type { DeskEditor } from './queue-shapes.ts';

/** What somebody may choose from at the queue. */
export type QueueChoices = {
  /** To narrow the list: their own agencies, for the desk and the auditor every one of the portal. */
  agencies: { id: AgencyId; name: string }[];
  /** To give work to; empty for those who give none. */
  editors: DeskEditor[];
  /** To return something for, as the portal words them. */
  reasons: ReasonChoice[];
};

export async function queueChoices(actor: Actor): Promise<QueueChoices> {
  const portal = await portalOf(actor);
  if (portal === null) return { agencies: [], editors: [], reasons: [] };
  const [found, editors, reasons] = await Promise.all([
    agenciesFor(actor),
    deskEditors(actor, portal.id),
    reasonChoices(database(), portal.id),
  ]);
  return { agencies: found, editors, reasons };
}

async function agenciesFor(actor: Actor): Promise<QueueChoices['agencies']> {
  const portals = actor.roles.flatMap((held) =>
    held.role === 'editor' || held.role === 'managing_editor' || held.role === 'auditor' ? [held.portalId] : [],
  );
  const own = actor.roles.flatMap((held) => (held.agencyId === null ? [] : [held.agencyId]));
  if (portals.length === 0 && own.length === 0) return [];
  return database()
    .select({ id: agencies.id, name: agencies.shortName })
    .from(agencies)
    .where(portals.length > 0 ? inArray(agencies.portalId, portals) : inArray(agencies.id, own))
    .orderBy(asc(agencies.shortName));
}
