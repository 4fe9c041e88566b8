import { and, asc, eq, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { absences, agencies, memberships, portals, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { notFound } from '#lib/errors.ts';
import type { AgencyId, PortalId, UserId } from '#lib/ids.ts';
import { type AbsenceEntry, openAbsences } from './absences.ts';
import type { Actor } from './actor.ts';
import { acceptingPortals } from './administration.ts';
import { openRoleEntries, type RoleEntry } from './role-entries.ts';
import { inForceAt, openAt } from './role-in-force.ts';

/** A delegation with the name of who stands in. */
export type DelegationEntry = RoleEntry & { personName: string; delegated: NonNullable<RoleEntry['delegated']> };

/** The delegations of the actor's portals that are under way or to come; for everyone but admins and managing editors not found. */
export async function delegationsToSee(actor: Actor): Promise<DelegationEntry[]> {
  const portalIds = acceptingPortals(actor);
  if (portalIds.length === 0) throw notFound('administration');
  return named(await openRoleEntries(and(inArray(memberships.portalId, portalIds), isNotNull(memberships.delegation))));
}

/** The delegations one gave, or holds, or that are in one's place. */
export async function ownDelegations(actor: Actor): Promise<DelegationEntry[]> {
  const { userId } = actor;
  const mine = or(eq(memberships.userId, userId), eq(memberships.grantedBy, userId), eq(memberships.inPlaceOf, userId));
  return named(await openRoleEntries(and(isNotNull(memberships.delegation), mine)));
}

async function named(entries: readonly RoleEntry[]): Promise<DelegationEntry[]> {
  const ids = entries.map((entry) => entry.userId);
  const rows =
    ids.length === 0
      ? []
      : await database().select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids));
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return entries.flatMap((entry) =>
    entry.delegated === null
      ? []
      : [{ ...entry, delegated: entry.delegated, personName: names.get(entry.userId) ?? 'orang lain' }],
  );
}

/** Who is or will be away in the actor's portals; for everyone but admins and managing editors not found. */
export async function absencesToSee(actor: Actor): Promise<AbsenceEntry[]> {
  const portalIds = acceptingPortals(actor);
  if (portalIds.length === 0) throw notFound('administration');
  const members = database()
    .select({ id: memberships.userId })
    .from(memberships)
    .where(and(inArray(memberships.portalId, portalIds), openAt(now())));
  return openAbsences(database(), inArray(absences.userId, members));
}

/** One's own absences, under way or to come. */
export function ownAbsences(actor: Actor): Promise<AbsenceEntry[]> {
  return openAbsences(database(), eq(absences.userId, actor.userId));
}

/** Somebody who could be chosen: who works for the portal now. */
export type Colleague = { userId: UserId; name: string; where: string };

/** Everybody with a role in force in these portals, besides oneself, by name, with the agency to know them by. */
export async function colleaguesOf(actor: Actor, portalIds: readonly PortalId[]): Promise<Colleague[]> {
  if (portalIds.length === 0) return [];
  const rows = await database()
    .select({ userId: users.id, name: users.name, agency: agencies.shortName })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(agencies, eq(agencies.id, memberships.agencyId))
    .where(
      and(
        inArray(memberships.portalId, [...portalIds]),
        inForceAt(now()),
        isNull(users.suspendedAt),
        ne(users.id, actor.userId),
      ),
    )
    .orderBy(asc(users.name), asc(memberships.id));
  const people = new Map<UserId, Colleague>();
  for (const { userId, name, agency } of rows) {
    if (!people.has(userId)) people.set(userId, { userId, name, where: agency ?? 'Redaksi' });
  }
  return [...people.values()];
}

/** A portal in which the actor gives delegations: who and which agencies there are to choose from. */
export type DelegationPlace = {
  id: PortalId;
  name: string;
  timeZone: string;
  people: { value: UserId; label: string }[];
  agencies: { value: AgencyId; label: string }[];
};

/** For everyone but admins and managing editors empty. */
export async function delegationPlaces(actor: Actor): Promise<DelegationPlace[]> {
  const portalIds = acceptingPortals(actor);
  if (portalIds.length === 0) return [];
  const rows = await database()
    .select({ id: portals.id, name: portals.name, timeZone: portals.timeZone })
    .from(portals)
    .where(inArray(portals.id, portalIds))
    .orderBy(asc(portals.name));
  return Promise.all(
    rows.map(async (portal) => {
      const people = await colleaguesOf(actor, [portal.id]);
      const houses = await database()
        .select({ value: agencies.id, label: agencies.name })
        .from(agencies)
        .where(and(eq(agencies.portalId, portal.id), eq(agencies.isActive, true)))
        .orderBy(asc(agencies.name));
      return { ...portal, people: people.map(asChoice), agencies: houses };
    }),
  );
}

/** A person as a line of a list to choose from. */
export const asChoice = ({ userId, name, where }: Colleague) => ({ value: userId, label: `${name} (${where})` });
