import { and, asc, eq, inArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { agencies } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { notFound } from '#lib/errors.ts';
import type { AgencyId } from '#lib/ids.ts';
import { portalById } from '#lib/newsroom/public.ts';
import type { PublicPortal } from '#lib/newsroom/reader-shapes.ts';
import { portalReaders } from './report-readers.ts';

export type ReachedAgency = { id: AgencyId; slug: string; name: string; shortName: string };

/** Of what somebody may see the figures: a whole portal, or their own agencies in it. */
export type Reach = { portal: PublicPortal; isWholePortal: boolean; agencies: ReachedAgency[] };

/**
 * What an actor's reports are about.
 *
 * @throws not_found for somebody who neither works for the desk nor for an agency
 */
export async function reportReach(actor: Actor): Promise<Reach> {
  const wide = actor.roles.find(({ role }) => portalReaders.includes(role));
  const own = actor.roles.filter(({ agencyId }) => agencyId !== null);
  const held = wide ?? own[0];
  const portal = held === undefined ? null : await portalById(held.portalId);
  if (portal === null) throw notFound('report');
  const ids = own.flatMap(({ agencyId }) => (agencyId === null ? [] : [agencyId]));
  const rows = await database()
    .select({ id: agencies.id, slug: agencies.slug, name: agencies.name, shortName: agencies.shortName })
    .from(agencies)
    .where(and(eq(agencies.portalId, portal.id), wide === undefined ? inArray(agencies.id, ids) : undefined))
    .orderBy(asc(agencies.name));
  return { portal, isWholePortal: wide !== undefined, agencies: rows };
}
