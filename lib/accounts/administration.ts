import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import { type Queryable, sqlState, type Transaction } from '#db/client.ts';
import { guardedRoles, type Role } from '#db/schema/enums.ts';
import { memberships, portals, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { conflict, notAllowed, notFound } from '#lib/errors.ts';
import type { PortalId, UserId } from '#lib/ids.ts';
import type { Actor } from './actor.ts';
import { inForceAt, openAt } from './role-in-force.ts';

/** The portals this person administers. */
export function administeredPortals(actor: Actor): PortalId[] {
  return portalsWith(actor, ['admin']);
}

/** The portals in which this person may accept a grant that somebody else made. */
export function acceptingPortals(actor: Actor): PortalId[] {
  return portalsWith(actor, ['admin', 'managing_editor']);
}

function portalsWith(actor: Actor, roles: readonly Role[]): PortalId[] {
  return [...new Set(actor.roles.filter((held) => roles.includes(held.role)).map((held) => held.portalId))];
}

/** For everyone else the administration does not exist. */
export function requireAdmin(actor: Actor, portalId: PortalId): void {
  if (!administeredPortals(actor).includes(portalId)) throw notFound('administration');
}

/** @returns the portals the actor administers, at least one */
export function requireAnyAdmin(actor: Actor): PortalId[] {
  const administered = administeredPortals(actor);
  if (administered.length === 0) throw notFound('administration');
  return administered;
}

/** What the person changed is no longer what they saw. */
export function changedMeanwhile(): Error {
  return conflict(
    'Data ini sudah diubah orang lain sejak Anda membukanya. Muat ulang halaman untuk melihat yang terbaru, lalu ulangi perubahan Anda.',
  );
}

/** Runs a write and turns a broken unique rule into the given error. */
export async function unlessTaken<T>(write: PromiseLike<T>, taken: () => Error): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (sqlState(error) === '23505') throw taken();
    throw error;
  }
}

export type UserRow = typeof users.$inferSelect;

/**
 * Reads a person for a change and keeps the row until the transaction ends, so that two
 * admins who change the same person's roles follow each other.
 *
 * An admin has to do with people of their own portals and people without any role. Somebody
 * with a guarded role in another portal is changed only there: else the admin of a small
 * portal could take over an editor of a large one.
 *
 * @throws notFound, notAllowed
 */
export async function personToChange(tx: Transaction, actor: Actor, userId: UserId): Promise<UserRow> {
  const administered = requireAnyAdmin(actor);
  const [person] = await tx.select().from(users).where(eq(users.id, userId)).for('no key update');
  if (person === undefined) throw notFound('person');
  const open = await openRoles(tx, userId);
  if (open.length > 0 && !open.some((held) => administered.includes(held.portalId))) throw notFound('person');
  if (open.some((held) => isGuarded(held.role) && !administered.includes(held.portalId))) {
    throw notAllowed('Orang ini juga memegang peran di portal lain. Minta admin portal itu melakukannya.');
  }
  return person;
}

export const isGuarded = (role: Role) => guardedRoles.some((guarded) => guarded === role);

export type MembershipRow = typeof memberships.$inferSelect;

/** Roles granted and not ended, also those still waiting for acceptance or their first day. */
export function openRoles(queryable: Queryable, userId: UserId): Promise<MembershipRow[]> {
  return queryable
    .select()
    .from(memberships)
    .where(and(eq(memberships.userId, userId), openAt(now())))
    .orderBy(memberships.id);
}

/** Makes changes of a portal's arrangement follow each other until the transaction ends. */
export async function holdPortal(tx: Transaction, portalId: PortalId): Promise<void> {
  await tx.select({ id: portals.id }).from(portals).where(eq(portals.id, portalId)).for('no key update');
}

/**
 * Refuses to leave a portal without an admin, also when two admins remove each other at the
 * same moment.
 */
export async function keepAnAdmin(tx: Transaction, portalId: PortalId, withoutUser: UserId): Promise<void> {
  await holdPortal(tx, portalId);
  if ((await holdersInForce(tx, portalId, ['admin'], [withoutUser])).length > 0) return;
  throw notAllowed('Ini admin terakhir portal ini. Beri peran admin kepada orang lain lebih dulu.');
}

/** Who holds one of the roles in force in this portal and is not suspended, besides the given people. */
export async function holdersInForce(
  queryable: Queryable,
  portalId: PortalId,
  roles: readonly Role[],
  besides: readonly UserId[],
): Promise<UserId[]> {
  const rows = await queryable
    .selectDistinct({ userId: memberships.userId })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.portalId, portalId),
        inArray(memberships.role, [...roles]),
        inForceAt(now()),
        isNull(users.suspendedAt),
        notInArray(memberships.userId, [...besides]),
      ),
    );
  return rows.map((row) => row.userId);
}
