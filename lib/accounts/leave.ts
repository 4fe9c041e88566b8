import { and, eq, gt, isNull } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client.ts';
import { absences, memberships, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { invalid, notAllowed, notFound } from '#lib/errors.ts';
import type { PortalId, UserId } from '#lib/ids.ts';
import type { EventVerb } from '#lib/record/event-labels.ts';
import { recordEvent } from '#lib/record/events.ts';
import { daysInPortal } from './absences.ts';
import { type Actor, actorNow } from './actor.ts';
import { acceptingPortals, type MembershipRow } from './administration.ts';
import type { DelegationInput } from './delegation-input.ts';
import { delegationEvent, lendAllRoles } from './delegations.ts';
import { recordPast } from './past-roles.ts';
import { openAt } from './role-in-force.ts';
import { endMembership } from './roles.ts';
import { endAllSessions } from './sessions.ts';

/** What came of saying that one will be away: how many roles were handed on, and how many of them wait. */
export type LeaveTaken = { lent: number; waiting: number };

/**
 * Says that one will be away, and hands one's roles to a stand-in for that time where one is named.
 *
 * @throws notAllowed for somebody without a role; invalid for days that are over or a stand-in who cannot be one
 */
export function takeLeave(actor: Actor, input: DelegationInput<'takeLeave'>): Promise<LeaveTaken> {
  return transaction(async (tx) => {
    const asked = await actorNow(tx, actor);
    const portalId = asked.roles[0]?.portalId;
    if (portalId === undefined) throw notAllowed('Anda belum memegang peran, jadi tidak ada yang perlu digantikan.');
    if (input.standInId === asked.userId) {
      throw invalid([{ field: 'standInId', code: 'stand_in_self', text: 'Pengganti harus orang lain.' }]);
    }
    const times = await daysInPortal(tx, portalId, input);
    await addAbsence(tx, asked, { userId: asked.userId, note: input.note, ...times });
    const { lent, past } =
      input.standInId === null ? { lent: [], past: [] } : await lendAllRoles(tx, asked, input.standInId, times);
    await recordPast(tx, past);
    await absenceEvent(tx, 'add_absence', asked, portalId, asked.userId, { ...times });
    for (const row of lent) await delegationEvent(tx, 'delegate_role', asked, row);
    return { lent: lent.length, waiting: lent.filter((row) => row.effectiveAt === null).length };
  });
}

/** Says for somebody else that they are away: an admin or managing editor, when somebody falls ill. */
export function recordAbsence(actor: Actor, input: DelegationInput<'recordAbsence'>): Promise<void> {
  return transaction(async (tx) => {
    const asked = await actorNow(tx, actor);
    const { userId, portalId, note } = input;
    if (!acceptingPortals(asked).includes(portalId)) throw notFound('absence');
    const [member] = await tx
      .select({ id: memberships.id })
      .from(memberships)
      .where(and(eq(memberships.userId, userId), eq(memberships.portalId, portalId), openAt(now())))
      .limit(1);
    if (member === undefined) throw notFound('person');
    const times = await daysInPortal(tx, portalId, input);
    await addAbsence(tx, asked, { userId, note, ...times });
    await absenceEvent(tx, 'add_absence', asked, portalId, userId, { ...times });
  });
}

/**
 * Ends an absence before its time, with what was handed on because of it: by the person, an admin
 * or a managing editor.
 */
export function endAbsence(actor: Actor, { absenceId }: DelegationInput<'endAbsence'>): Promise<void> {
  return transaction(async (tx) => {
    const asked = await actorNow(tx, actor);
    const open = and(eq(absences.id, absenceId), isNull(absences.endedAt), gt(absences.endsAt, now()));
    const [absence] = await tx.select().from(absences).where(open).for('update');
    const portalId = absence === undefined ? undefined : await portalFor(tx, asked, absence.userId);
    if (absence === undefined || portalId === undefined) throw notFound('absence');
    await tx.update(absences).set({ endedAt: now() }).where(eq(absences.id, absenceId));
    const returned = await lentBecauseOf(tx, absence.userId, absence.endsAt);
    for (const held of returned) {
      await tx.select({ id: users.id }).from(users).where(eq(users.id, held.userId)).for('no key update');
      await endMembership(tx, asked, held);
      await endAllSessions(tx, held.userId);
    }
    await absenceEvent(tx, 'end_absence', asked, portalId, absence.userId, {});
    for (const held of returned) await delegationEvent(tx, 'end_delegation', asked, held);
  });
}

/** The portal in which this actor may speak of the person's absence. */
async function portalFor(tx: Transaction, actor: Actor, userId: UserId): Promise<PortalId | undefined> {
  if (userId === actor.userId) return actor.roles[0]?.portalId;
  const rows = await tx
    .select({ portalId: memberships.portalId })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), openAt(now())));
  return rows.find((row) => acceptingPortals(actor).includes(row.portalId))?.portalId;
}

function lentBecauseOf(tx: Transaction, userId: UserId, endsAt: Date): Promise<MembershipRow[]> {
  return tx
    .select()
    .from(memberships)
    .where(
      and(
        eq(memberships.inPlaceOf, userId),
        eq(memberships.delegation, 'leave'),
        eq(memberships.endsAt, endsAt),
        openAt(now()),
      ),
    )
    .orderBy(memberships.userId, memberships.id);
}

type NewAbsence = { userId: UserId; note: string; startsAt: Date; endsAt: Date };

async function addAbsence(tx: Transaction, actor: Actor, absence: NewAbsence): Promise<void> {
  await tx.insert(absences).values({ ...absence, createdBy: actor.userId, createdAt: now() });
}

function absenceEvent(
  tx: Transaction,
  verb: EventVerb,
  actor: Actor,
  portalId: PortalId,
  subjectId: UserId,
  times: { startsAt?: Date; endsAt?: Date },
): Promise<void> {
  const { startsAt, endsAt } = times;
  return recordEvent(tx, {
    ...{ portalId, actorId: actor.userId, actorRole: actor.roles[0]?.role ?? null, verb, subjectId },
    detail:
      startsAt === undefined || endsAt === undefined
        ? {}
        : { from: startsAt.toISOString(), until: endsAt.toISOString() },
  });
}
