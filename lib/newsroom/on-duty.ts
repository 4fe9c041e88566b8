import { and, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import type { Role } from '#db/schema/enums.ts';
import { memberships, users } from '#db/schema/index.ts';
import { notAwayAt } from '#lib/accounts/absences.ts';
import { inForceAt } from '#lib/accounts/role-in-force.ts';
import type { AgencyId, PortalId, UserId } from '#lib/ids.ts';

/** Who holds a role at this moment and is at work: neither suspended nor away. */
export async function onDuty(
  queryable: Queryable,
  { portalId, agencyId, role }: { portalId: PortalId; agencyId: AgencyId | null; role: Role },
  at: Date,
): Promise<UserId[]> {
  const rows = await queryable
    .selectDistinct({ userId: memberships.userId })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.portalId, portalId),
        agencyId === null ? isNull(memberships.agencyId) : eq(memberships.agencyId, agencyId),
        eq(memberships.role, role),
        inForceAt(at),
        isNull(users.suspendedAt),
        notAwayAt(at),
      ),
    )
    .orderBy(memberships.userId);
  return rows.map((row) => row.userId);
}
