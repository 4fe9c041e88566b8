import { and, asc, count, desc, eq, exists, gt, ilike, inArray, isNull, not, or, type SQL } from 'drizzle-orm';
import { database } from '#db/client.ts';
import type { AccountCodePurpose } from '#db/schema/enums.ts';
import { accountCodes, memberships, portals, sessions, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { notFound } from '#lib/errors.ts';
import type { PortalId, UserId } from '#lib/ids.ts';
import type { Actor } from './actor.ts';
import { acceptingPortals, requireAnyAdmin } from './administration.ts';
import { hasSecondFactor } from './factor-reads.ts';
import { openRoleEntries, type RoleEntry } from './role-entries.ts';
import { openAt } from './role-in-force.ts';
import { sessionHours } from './sessions.ts';
import { type SignedArticle, signedAndPublished } from './suspension.ts';

/** One line of the list of people. */
export type PersonEntry = {
  userId: UserId;
  name: string;
  email: string;
  isSuspended: boolean;
  /** Has not chosen a password yet. */
  isInvited: boolean;
  roles: RoleEntry[];
};

export type PeoplePage = { people: PersonEntry[]; page: number; pages: number; total: number };

const perPage = 50;

/** The people of the actor's portals and those without a role, by name; `search` looks in name and address. */
export async function peopleToAdminister(actor: Actor, search: string, page: number): Promise<PeoplePage> {
  const mine = ofPortals(requireAnyAdmin(actor));
  const like = `%${search
    .trim()
    .slice(0, 100)
    .replace(/[\\%_]/g, '\\$&')}%`;
  const wanted = search.trim() === '' ? mine : and(mine, or(ilike(users.name, like), ilike(users.email, like)));
  const [counted] = await database().select({ total: count() }).from(users).where(wanted);
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / perPage));
  const current = Math.min(Math.max(1, page), pages);
  const rows = await database()
    .select()
    .from(users)
    .where(wanted)
    .orderBy(asc(users.name), asc(users.id))
    .limit(perPage)
    .offset((current - 1) * perPage);
  const roles = await openRoleEntries(
    inArray(
      memberships.userId,
      rows.map((row) => row.id),
    ),
  );
  const people = rows.map((row) => ({
    userId: row.id,
    name: row.name,
    email: row.email,
    isSuspended: row.suspendedAt !== null,
    isInvited: row.passwordHash === null,
    roles: roles.filter((entry) => entry.userId === row.id),
  }));
  return { people, page: current, pages, total };
}

/** Everything an admin is shown about one person. */
export type PersonDetail = PersonEntry & {
  phone: string;
  version: number;
  suspendedAt: Date | null;
  suspendedForAbuse: boolean;
  openSessions: number;
  /** A code that was made and can still be used. */
  /** Whether a second step stands before their account. */
  hasSecondFactor: boolean;
  openCode: { purpose: AccountCodePurpose; expiresAt: Date } | null;
  /** Only for somebody suspended for abuse: published on their signature. */
  toReview: SignedArticle[];
};

/** @throws notFound when there is no such person in the actor's portals */
export async function personToAdminister(actor: Actor, userId: UserId): Promise<PersonDetail> {
  const mine = ofPortals(requireAnyAdmin(actor));
  const [row] = await database()
    .select()
    .from(users)
    .where(and(eq(users.id, userId), mine));
  if (row === undefined) throw notFound('person');
  const at = now();
  const [roles, [open], [code], toReview] = await Promise.all([
    openRoleEntries(eq(memberships.userId, userId)),
    database()
      .select({ total: count() })
      .from(sessions)
      .where(
        and(
          eq(sessions.userId, userId),
          eq(sessions.owesSecondStep, false),
          isNull(sessions.revokedAt),
          gt(sessions.expiresAt, at),
          gt(sessions.lastSeenAt, new Date(at.getTime() - sessionHours.idleContributor * 3_600_000)),
        ),
      ),
    database()
      .select({ purpose: accountCodes.purpose, expiresAt: accountCodes.expiresAt })
      .from(accountCodes)
      .where(and(eq(accountCodes.userId, userId), isNull(accountCodes.usedAt), gt(accountCodes.expiresAt, at)))
      .orderBy(desc(accountCodes.expiresAt))
      .limit(1),
    row.suspendedForAbuse ? signedAndPublished(database(), userId) : [],
  ]);
  return {
    userId,
    name: row.name,
    email: row.email,
    phone: row.phone,
    version: row.version,
    isSuspended: row.suspendedAt !== null,
    isInvited: row.passwordHash === null,
    suspendedAt: row.suspendedAt,
    suspendedForAbuse: row.suspendedForAbuse,
    roles,
    openSessions: open?.total ?? 0,
    openCode: code ?? null,
    hasSecondFactor: await hasSecondFactor(database(), userId),
    toReview,
  };
}

/** A grant that waits, with what its acceptor needs to know. */
export type PendingGrant = RoleEntry & {
  personName: string;
  personEmail: string;
  /** Why this actor cannot accept it, or null. They may always turn it down. */
  refusal: 'own_grant' | 'own_role' | null;
  timeZone: string;
};

/** The grants that wait in the portals where the actor may accept; for everyone else not found. */
export async function grantsToAccept(actor: Actor): Promise<PendingGrant[]> {
  const portalIds = acceptingPortals(actor);
  if (portalIds.length === 0) throw notFound('administration');
  const entries = await openRoleEntries(and(inArray(memberships.portalId, portalIds), isNull(memberships.effectiveAt)));
  const people = await database()
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(
      inArray(
        users.id,
        entries.map((entry) => entry.userId),
      ),
    );
  const zones = await database()
    .select({ id: portals.id, timeZone: portals.timeZone })
    .from(portals)
    .where(inArray(portals.id, portalIds));
  return entries.flatMap((entry) => {
    const person = people.find((candidate) => candidate.id === entry.userId);
    const portal = zones.find((candidate) => candidate.id === entry.portalId);
    if (person === undefined || portal === undefined) return [];
    const refusal = entry.userId === actor.userId ? 'own_role' : entry.grantedBy === actor.userId ? 'own_grant' : null;
    return [{ ...entry, personName: person.name, personEmail: person.email, refusal, timeZone: portal.timeZone }];
  });
}

/** What the screens of the administration need to know of a portal. */
export type AdministeredPortal = { id: PortalId; name: string; timeZone: string };

/** The portals the actor administers, by name, at least one; for everyone else not found. */
export async function portalsToAdminister(actor: Actor): Promise<[AdministeredPortal, ...AdministeredPortal[]]> {
  const [first, ...others] = await database()
    .select({ id: portals.id, name: portals.name, timeZone: portals.timeZone })
    .from(portals)
    .where(inArray(portals.id, requireAnyAdmin(actor)))
    .orderBy(asc(portals.name));
  if (first === undefined) throw notFound('administration');
  return [first, ...others];
}

/** People with an open role in these portals, and people without any open role. */
function ofPortals(portalIds: readonly PortalId[]): SQL | undefined {
  const open = and(eq(memberships.userId, users.id), openAt(now()));
  const any = database().select({ id: memberships.id }).from(memberships).where(open);
  const mine = database()
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(open, inArray(memberships.portalId, [...portalIds])));
  return or(exists(mine), not(exists(any)));
}
