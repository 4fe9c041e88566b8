import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { agencyRoles, type Role } from '#db/schema/enums.ts';
import { memberships, users } from '#db/schema/index.ts';
import { inForceAt } from '#lib/accounts/role-in-force.ts';
import { now } from '#lib/clock.ts';
import type { UserId } from '#lib/ids.ts';
import type { EditionRecord } from './edition-record.ts';
import { type HeldRole, maySee } from './policy.ts';

/** The most people offered for a mention. */
const mostPeople = 300;

/** Everyone who may see an edition now, by name, each with the role to know them by. */
export async function whoMaySee(
  queryable: Queryable,
  { facts }: EditionRecord,
): Promise<{ id: UserId; name: string; role: Role }[]> {
  const invited = [...facts.coWriterIds, ...facts.namedIds, facts.createdBy];
  const rows = await queryable
    .select({
      id: users.id,
      name: users.name,
      held: { role: memberships.role, portalId: memberships.portalId, agencyId: memberships.agencyId },
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.portalId, facts.portalId),
        inForceAt(now()),
        isNull(users.suspendedAt),
        // The rough cut; `maySee` decides.
        or(
          inArray(memberships.agencyId, [facts.agencyId, facts.articleAgencyId, ...facts.jointAgencyIds]),
          inArray(memberships.role, ['editor', 'managing_editor', 'auditor']),
          inArray(memberships.userId, invited),
        ),
      ),
    )
    .orderBy(users.name, memberships.id);
  const people = new Map<UserId, { id: UserId; name: string; roles: HeldRole[] }>();
  for (const { id, name, held } of rows) {
    const known = people.get(id) ?? { id, name, roles: [] };
    known.roles.push(held);
    people.set(id, known);
  }
  return [...people.values()]
    .filter(({ id, roles }) => maySee({ userId: id, roles }, facts))
    .slice(0, mostPeople)
    .map(({ id, name, roles }) => ({ id, name, role: knownBy(roles) }));
}

function knownBy(roles: readonly HeldRole[]): Role {
  const isOfDesk = (role: Role) => !agencyRoles.some((agencyRole) => agencyRole === role);
  return roles.find(({ role }) => isOfDesk(role))?.role ?? roles[0]?.role ?? 'contributor';
}
