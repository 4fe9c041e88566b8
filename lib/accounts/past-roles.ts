import { and, asc, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import { memberships, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { UserId } from '#lib/ids.ts';
import { type EventEntry, recordEvents } from '#lib/record/events.ts';
import type { MembershipRow } from './administration.ts';

/** The most people one round looks after; the next one goes on. */
const mostPeople = 500;

/**
 * Writes down which delegations have ended by their time. They stopped counting at that minute;
 * this makes room for the same role to be given anew and tells the audit log. A round calls it.
 */
export async function endPastDelegations(): Promise<void> {
  const people = await database()
    .selectDistinct({ userId: memberships.userId })
    .from(memberships)
    .where(and(isNull(memberships.endedAt), isNotNull(memberships.endsAt), lte(memberships.endsAt, now())))
    .orderBy(asc(memberships.userId))
    .limit(mostPeople);
  for (const { userId } of people) {
    await transaction(async (tx) => {
      await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update');
      await recordPast(tx, await closePast(tx, userId));
    });
  }
}

/** Closes the delegations of a person whose time is over; the person's row is held by the caller. */
export function closePast(tx: Transaction, userId: UserId): Promise<MembershipRow[]> {
  const past = and(eq(memberships.userId, userId), isNull(memberships.endedAt), lte(memberships.endsAt, now()));
  return tx.update(memberships).set({ endedAt: memberships.endsAt }).where(past).returning();
}

/** The events of what was closed; the log's lock comes last, so this stands apart. */
export function recordPast(tx: Transaction, closed: readonly MembershipRow[]): Promise<void> {
  return recordEvents(tx, pastEntries(closed));
}

/** What the audit log is told of delegations that ended by their time. */
export function pastEntries(closed: readonly MembershipRow[]): EventEntry[] {
  return closed.map(({ id, portalId, agencyId, userId, role }) => ({
    ...{ portalId, actorId: null, actorRole: null, verb: 'end_delegation', subjectId: userId },
    ...(agencyId === null ? {} : { agencyId }),
    detail: { role, membershipId: id, byTime: true },
  }));
}
