import { and, eq, isNull } from 'drizzle-orm';
import { database, type Queryable, type Transaction } from '#db/client.ts';
import type { DelegationKind, Role } from '#db/schema/enums.ts';
import { memberships, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { notFound } from '#lib/errors.ts';
import type { AgencyId, PortalId, UserId } from '#lib/ids.ts';
import { inForceAt } from './role-in-force.ts';

// Not exported: outside this file nobody can write down an Actor.
const proof: unique symbol = Symbol('actor');

/** A role in force at this moment. Agency roles name their agency, portal roles do not. */
export type RoleInForce = {
  role: Role;
  portalId: PortalId;
  agencyId: AgencyId | null;
  /** Held in somebody's place, until then. Absent for a lasting role. */
  delegated?: { kind: DelegationKind; until: Date };
};

/**
 * Somebody who has been identified, with what the database lets them do now.
 * Only `loadActor` makes one. It fits wherever the policy asks for a `Person`.
 */
export type Actor = {
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly RoleInForce[];
  readonly [proof]: true;
};

/**
 * Reads who this account is and may do, now. Roles count while in force, see
 * role-in-force.ts.
 *
 * @throws notFound when the account does not exist or is suspended
 */
export async function loadActor(userId: UserId, queryable: Queryable = database()): Promise<Actor> {
  const [user] = await queryable
    .select({ name: users.name, email: users.email })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.suspendedAt)));
  if (user === undefined) throw notFound('account');
  const rows = await queryable
    .select({
      role: memberships.role,
      portalId: memberships.portalId,
      agencyId: memberships.agencyId,
      kind: memberships.delegation,
      until: memberships.endsAt,
    })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), inForceAt(now())))
    .orderBy(memberships.id);
  const roles = rows.map(({ kind, until, ...role }) =>
    kind === null || until === null ? role : { ...role, delegated: { kind, until } },
  );
  return { userId, ...user, roles, [proof]: true };
}

/**
 * The actor as they are at this moment, for the start of a verb's transaction: a suspension
 * or change of role that has been committed counts, and one under way waits until the verb
 * is done. Call it before other rows are locked.
 *
 * @throws notFound when the account has been suspended meanwhile
 */
export async function actorNow(tx: Transaction, actor: Actor): Promise<Actor> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, actor.userId)).for('share');
  return loadActor(actor.userId, tx);
}
