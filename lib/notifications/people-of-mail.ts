import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import type { Role } from '#db/schema/enums.ts';
import { memberships, portals, users } from '#db/schema/index.ts';
import { inForceAt } from '#lib/accounts/role-in-force.ts';
import { now } from '#lib/clock.ts';
import type { UserId } from '#lib/ids.ts';
import type { Person } from '#lib/newsroom/policy.ts';

/** Somebody who may be mailed: where to, and by which clock. */
export type PersonOfMail = { userId: UserId; email: string; roles: Role[]; portalName: string; timeZone: string };

/** The addresses of people who still belong here, with the clock of the portal they have worked for longest. */
export async function peopleOfMail(queryable: Queryable, ids: readonly UserId[]): Promise<PersonOfMail[]> {
  if (ids.length === 0) return [];
  const rows = await queryable
    .select({
      userId: users.id,
      email: users.email,
      role: memberships.role,
      portalName: portals.name,
      timeZone: portals.timeZone,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(portals, eq(portals.id, memberships.portalId))
    .where(and(inArray(memberships.userId, [...ids]), inForceAt(now()), isNull(users.suspendedAt)))
    .orderBy(memberships.id);
  const people = new Map<UserId, PersonOfMail>();
  for (const { role, ...person } of rows) {
    const known = people.get(person.userId) ?? { ...person, roles: [] };
    known.roles.push(role);
    people.set(person.userId, known);
  }
  return [...people.values()];
}

/** One person with the roles they hold now, as the policy asks. */
export async function membersNamed(queryable: Queryable, userId: UserId): Promise<Person> {
  const roles = await queryable
    .select({ role: memberships.role, portalId: memberships.portalId, agencyId: memberships.agencyId })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), inForceAt(now())));
  return { userId, roles };
}
