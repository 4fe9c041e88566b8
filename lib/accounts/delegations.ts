import { and, eq } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client.ts';
import { memberships, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { invalid, notAllowed, notFound } from '#lib/errors.ts';
import type { AgencyId, PortalId, UserId } from '#lib/ids.ts';
import type { EventVerb } from '#lib/record/event-labels.ts';
import { daysInPortal } from './absences.ts';
import { type Actor, actorNow } from './actor.ts';
import { acceptingPortals, administeredPortals, type MembershipRow, openRoles } from './administration.ts';
import { type DelegationInput, delegableRoles } from './delegation-input.ts';
import { recordPast } from './past-roles.ts';
import { inForceAt, isInForce } from './role-in-force.ts';
import { addRole, endMembership, type Grant, openMembership, roleEvent } from './roles.ts';
import { endAllSessions } from './sessions.ts';

/**
 * Hands a role to somebody for a time: by its holder before they go on leave, or by an admin or
 * managing editor, also for a post that stands empty (Plt.). Guarded roles wait for a second
 * person as always, and nobody gives one to themselves.
 *
 * @throws notAllowed for oneself and for a role the other does not lastingly hold; invalid for the days
 */
export function delegateRole(actor: Actor, input: DelegationInput<'delegateRole'>): Promise<Grant> {
  return transaction(async (tx) => {
    const asked = await actorNow(tx, actor);
    const { portalId, role, agencyId, inPlaceOf } = input;
    const isOwn = inPlaceOf === asked.userId;
    if (!isOwn && !acceptingPortals(asked).includes(portalId)) throw notFound('delegation');
    if (input.kind === 'leave' && inPlaceOf === null) {
      throw wrong('inPlaceOf', 'Pilih siapa yang digantikan selama cuti.');
    }
    if (inPlaceOf !== null) await requireLastingRole(tx, inPlaceOf, { portalId, role, agencyId });
    if (!administeredPortals(asked).includes(portalId)) await requireColleague(tx, input.userId, portalId);
    const times = await daysInPortal(tx, portalId, input);
    const [row, past] = await lend(tx, asked, input, { ...times, kind: input.kind, inPlaceOf });
    await recordPast(tx, past);
    await delegationEvent(tx, 'delegate_role', asked, row);
    return { membershipId: row.id, inForce: row.effectiveAt !== null };
  });
}

type Place = { portalId: PortalId; role: DelegationInput<'delegateRole'>['role']; agencyId: AgencyId | null };
type Lent = { kind: 'leave' | 'acting'; startsAt: Date; endsAt: Date; inPlaceOf: UserId | null };

async function lend(
  tx: Transaction,
  actor: Actor,
  to: Place & { userId: UserId },
  delegation: Lent,
): Promise<[MembershipRow, MembershipRow[]]> {
  if (to.userId === delegation.inPlaceOf) {
    throw wrong('userId', 'Pengganti harus orang lain.');
  }
  const { userId, portalId, role, agencyId } = to;
  const { row, past } = await addRole(tx, actor, { userId, portalId, role, agencyId, delegation });
  return [row, past];
}

/**
 * Hands every lasting role of somebody that can be lent, and that the other does not hold already,
 * to one person; inside the transaction in which the leave is said.
 */
export async function lendAllRoles(
  tx: Transaction,
  actor: Actor,
  standInId: UserId,
  times: { startsAt: Date; endsAt: Date },
): Promise<{ lent: MembershipRow[]; past: MembershipRow[] }> {
  const at = now();
  const own = (await openRoles(tx, actor.userId)).filter((held) => held.delegation === null && isInForce(held, at));
  const theirs = (await openRoles(tx, standInId)).filter((held) => held.endedAt === null);
  const lent: MembershipRow[] = [];
  const past: MembershipRow[] = [];
  for (const { portalId, role, agencyId } of own) {
    const lendable = delegableRoles.find((name) => name === role);
    const holds = theirs.some((held) => held.role === role && held.portalId === portalId && held.agencyId === agencyId);
    if (lendable === undefined || holds) continue;
    await requireColleague(tx, standInId, portalId);
    const [row, closed] = await lend(
      tx,
      actor,
      { userId: standInId, portalId, role: lendable, agencyId },
      { ...times, kind: 'leave', inPlaceOf: actor.userId },
    );
    lent.push(row);
    past.push(...closed);
  }
  return { lent, past };
}

/**
 * Ends a delegation before its time: by who gave it, whose place it is, who stands in, an admin or
 * a managing editor.
 */
export function endDelegation(actor: Actor, { membershipId }: DelegationInput<'endDelegation'>): Promise<void> {
  return transaction(async (tx) => {
    const asked = await actorNow(tx, actor);
    const held = await openMembership(tx, membershipId, 'any');
    const parties = [held.userId, held.grantedBy, held.inPlaceOf];
    const mayEnd = parties.includes(asked.userId) || acceptingPortals(asked).includes(held.portalId);
    if (held.delegation === null || !mayEnd) throw notFound('delegation');
    await endMembership(tx, asked, held);
    await endAllSessions(tx, held.userId);
    await delegationEvent(tx, 'end_delegation', asked, held);
  });
}

/** Tells the audit log of a delegation. */
export function delegationEvent(tx: Transaction, verb: EventVerb, actor: Actor, held: MembershipRow): Promise<void> {
  return roleEvent(tx, verb, roleIn(actor, held.portalId), actor, held, {
    kind: held.delegation,
    startsAt: held.startsAt?.toISOString() ?? null,
    endsAt: held.endsAt?.toISOString() ?? null,
    inPlaceOf: held.inPlaceOf,
  });
}

function roleIn(actor: Actor, portalId: PortalId) {
  const here = actor.roles.filter((held) => held.portalId === portalId).map((held) => held.role);
  return (['admin', 'managing_editor'] as const).find((role) => here.includes(role)) ?? here[0] ?? null;
}

async function requireLastingRole(tx: Transaction, userId: UserId, { portalId, role, agencyId }: Place): Promise<void> {
  const at = now();
  const held = (await openRoles(tx, userId)).find(
    (one) => one.role === role && one.portalId === portalId && one.agencyId === agencyId && isInForce(one, at),
  );
  if (held === undefined || held.delegation !== null) {
    throw wrong(
      'inPlaceOf',
      'Orang yang digantikan tidak memegang peran itu secara tetap. Pilih peran yang dipegangnya.',
    );
  }
}

/** Whoever is not an admin chooses among people who already work for the portal. */
async function requireColleague(tx: Transaction, userId: UserId, portalId: PortalId): Promise<void> {
  const [colleague] = await tx
    .select({ id: users.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(users.id, userId), eq(memberships.portalId, portalId), inForceAt(now())))
    .limit(1);
  if (colleague === undefined) throw notAllowed('Pilih pengganti yang sudah bekerja di portal ini.');
}

function wrong(field: string, text: string): Error {
  return invalid([{ field, code: 'delegation_wrong', text }]);
}
