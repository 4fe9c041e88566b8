import { and, asc, eq, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { database } from '#db/client.ts';
import type { DelegationKind, Role } from '#db/schema/enums.ts';
import { agencies, memberships, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { AgencyId, MembershipId, PortalId, UserId } from '#lib/ids.ts';
import { openAt } from './role-in-force.ts';

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
  /** Given for a time, in somebody's place or in an empty post; null for a lasting role. */
  delegated: {
    kind: DelegationKind;
    from: Date;
    until: Date;
    inPlaceOf: UserId | null;
    inPlaceOfName: string | null;
  } | null;
};

/** The open roles that fit a condition, in the order in which they were granted. */
export function openRoleEntries(which: SQL | undefined): Promise<RoleEntry[]> {
  const granters = alias(users, 'granters');
  const absent = alias(users, 'absent');
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
      kind: memberships.delegation,
      from: memberships.startsAt,
      until: memberships.endsAt,
      inPlaceOf: memberships.inPlaceOf,
      inPlaceOfName: absent.name,
    })
    .from(memberships)
    .leftJoin(agencies, eq(agencies.id, memberships.agencyId))
    .leftJoin(granters, eq(granters.id, memberships.grantedBy))
    .leftJoin(absent, eq(absent.id, memberships.inPlaceOf))
    .where(and(which, openAt(now())))
    .orderBy(asc(memberships.grantedAt), asc(memberships.id))
    .then((rows) =>
      rows.map(({ effectiveAt, kind, from, until, inPlaceOf, inPlaceOfName, ...row }) => ({
        ...row,
        isPending: effectiveAt === null,
        delegated:
          kind === null || from === null || until === null ? null : { kind, from, until, inPlaceOf, inPlaceOfName },
      })),
    );
}
