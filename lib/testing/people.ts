import { randomBytes } from 'node:crypto';
import { database } from '#db/client.ts';
import { agencyRoles, type Role } from '#db/schema/enums.ts';
import { agencies, memberships, portals, users } from '#db/schema/index.ts';
import { type Actor, loadActor } from '#lib/accounts/actor.ts';
import { hashPassword } from '#lib/accounts/passwords.ts';
import { now } from '#lib/clock.ts';
import type { AgencyId, PortalId, UserId } from '#lib/ids.ts';

const mark = () => randomBytes(4).toString('hex');

/** A portal of its own, with a slug and a host nobody else has. */
export async function aPortal(changes: Partial<typeof portals.$inferInsert> = {}): Promise<PortalId> {
  const slug = `portal-${mark()}`;
  const [row] = await database()
    .insert(portals)
    .values({ slug, name: 'Warta Uji', hosts: [`${slug}.example.go.id`], timeZone: 'Asia/Makassar', ...changes })
    .returning({ id: portals.id });
  return made(row).id;
}

/** An agency of the portal; without the verification step unless asked. */
export async function anAgency(
  portalId: PortalId,
  changes: Partial<typeof agencies.$inferInsert> = {},
): Promise<AgencyId> {
  const slug = `dinas-${mark()}`;
  const [row] = await database()
    .insert(agencies)
    .values({ portalId, slug, name: `Dinas Uji ${slug}`, shortName: slug, ...changes })
    .returning({ id: agencies.id });
  return made(row).id;
}

/** An account without roles. With a password only when one is given, since deriving a key takes long. */
export async function aPerson(
  changes: Partial<typeof users.$inferInsert> & { password?: string } = {},
): Promise<UserId> {
  const { password, ...columns } = changes;
  const passwordHash = password === undefined ? null : await hashPassword(password);
  const [row] = await database()
    .insert(users)
    .values({ email: `orang-${mark()}@example.go.id`, name: `Orang ${mark()}`, passwordHash, ...columns })
    .returning({ id: users.id });
  return made(row).id;
}

/** Puts a role in force, as if it had been granted and accepted long ago. */
export async function holdsRole(
  userId: UserId,
  role: Role,
  portalId: PortalId,
  agencyId: AgencyId | null = null,
): Promise<void> {
  await database().insert(memberships).values({ userId, role, portalId, agencyId, effectiveAt: now() });
}

/** A new person with one role in force, as an actor. Agency roles name their agency. */
export async function anActor(role: Role, portalId: PortalId, agencyId?: AgencyId): Promise<Actor> {
  const isAgencyRole = agencyRoles.some((candidate) => candidate === role);
  if (isAgencyRole && agencyId === undefined) throw new Error(`The role ${role} is held in an agency.`);
  const userId = await aPerson();
  await holdsRole(userId, role, portalId, isAgencyRole ? (agencyId ?? null) : null);
  return loadActor(userId);
}

function made<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('The database returned no row for what a test made.');
  return row;
}
