import { and, asc, count, desc, eq, exists, gt, ilike, inArray, isNull, not, or, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { database } from '#db/client.ts';
import type { AccountCodePurpose, Role } from '#db/schema/enums.ts';
import { accountCodes, agencies, memberships, portals, sessions, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { notFound } from '#lib/errors.ts';
import type { AgencyId, MembershipId, PortalId, UserId } from '#lib/ids.ts';
import type { Actor } from './actor.ts';
import { acceptingPortals, requireAnyAdmin } from './administration.ts';
import { sessionHours } from './sessions.ts';
import { type SignedArticle, signedAndPublished } from './suspension.ts';

/** A role somebody holds or will hold once it is accepted. */
export type RoleEntry = {
  membershipId: MembershipId;
  userId: UserId;
  role: Role;
  portalId: PortalId;
  agencyId: AgencyId | null;
  agencyName: string | null;
  /** Waits for a second admin or a managing editor. */
  isPending: boolean;
  grantedBy: UserId | null;
  grantedByName: string | null;
  grantedAt: Date;
};

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
    toReview,
  };
}

/** A grant that waits, with what its acceptor needs to know. */
export type PendingGrant = RoleEntry & {
  personName: string;
  personEmail: string;
  /** Why this actor cannot accept it, or null. They may always turn it down. */
  refusal: 'own_grant' | 'own_role' | null;
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
  return entries.flatMap((entry) => {
    const person = people.find((candidate) => candidate.id === entry.userId);
    if (person === undefined) return [];
    const refusal = entry.userId === actor.userId ? 'own_role' : entry.grantedBy === actor.userId ? 'own_grant' : null;
    return [{ ...entry, personName: person.name, personEmail: person.email, refusal }];
  });
}

/** What the forms of the administration need to know of a portal. */
export type AdministeredPortal = { id: PortalId; name: string; timeZone: string };

/** The portals in which the actor administers or accepts grants, by name; not found when there is none. */
export async function portalsOfAdministration(actor: Actor): Promise<AdministeredPortal[]> {
  const portalIds = acceptingPortals(actor);
  if (portalIds.length === 0) throw notFound('administration');
  return database()
    .select({ id: portals.id, name: portals.name, timeZone: portals.timeZone })
    .from(portals)
    .where(inArray(portals.id, portalIds))
    .orderBy(asc(portals.name));
}

/** People with an open role in these portals, and people without any open role. */
function ofPortals(portalIds: readonly PortalId[]): SQL | undefined {
  const open = and(eq(memberships.userId, users.id), isNull(memberships.endedAt));
  const any = database().select({ id: memberships.id }).from(memberships).where(open);
  const mine = database()
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(open, inArray(memberships.portalId, [...portalIds])));
  return or(exists(mine), not(exists(any)));
}

function openRoleEntries(which: SQL | undefined): Promise<RoleEntry[]> {
  const granters = alias(users, 'granters');
  return database()
    .select({
      membershipId: memberships.id,
      userId: memberships.userId,
      role: memberships.role,
      portalId: memberships.portalId,
      agencyId: memberships.agencyId,
      agencyName: agencies.name,
      effectiveAt: memberships.effectiveAt,
      grantedBy: memberships.grantedBy,
      grantedByName: granters.name,
      grantedAt: memberships.grantedAt,
    })
    .from(memberships)
    .leftJoin(agencies, eq(agencies.id, memberships.agencyId))
    .leftJoin(granters, eq(granters.id, memberships.grantedBy))
    .where(and(which, isNull(memberships.endedAt)))
    .orderBy(asc(memberships.grantedAt), asc(memberships.id))
    .then((rows) => rows.map(({ effectiveAt, ...row }) => ({ ...row, isPending: effectiveAt === null })));
}
