import { and, asc, eq, isNull, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { database } from '#db/client.ts';
import type { Role } from '#db/schema/enums.ts';
import { agencies, memberships, users } from '#db/schema/index.ts';
import type { AgencyId, MembershipId, PortalId, UserId } from '#lib/ids.ts';

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

/** The open roles that fit a condition, in the order in which they were granted. */
export function openRoleEntries(which: SQL | undefined): Promise<RoleEntry[]> {
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
