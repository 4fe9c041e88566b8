import { and, asc, eq, gt, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '#db/client.ts';
import { absences, memberships, portals, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { invalid } from '#lib/errors.ts';
import type { AbsenceId, PortalId, UserId } from '#lib/ids.ts';
import { spanOf } from '#lib/time-span.ts';
import { dayIn } from '#lib/time-zone.ts';
import { inForceAt } from './role-in-force.ts';

/** Away at this moment, as a condition on absences. */
const awayAt = (at: Date): SQL | undefined =>
  and(isNull(absences.endedAt), lte(absences.startsAt, at), gt(absences.endsAt, at));

/** Holders of a role who are there, as a condition on memberships. */
export function notAwayAt(at: Date): SQL {
  return sql`not exists (select 1 from ${absences} where ${absences.userId} = ${memberships.userId} and ${awayAt(at)})`;
}

/** Somebody who is away: until when, and who holds a role in their place meanwhile. */
export type Away = { until: Date; standIns: string[] };

/** Who of these people is away now. What the desk shows beside a name. */
export async function whoIsAway(queryable: Queryable, people: readonly UserId[]): Promise<Map<UserId, Away>> {
  if (people.length === 0) return new Map();
  const at = now();
  const rows = await queryable
    .select({ userId: absences.userId, until: absences.endsAt })
    .from(absences)
    .where(and(inArray(absences.userId, [...new Set(people)]), awayAt(at)));
  const standIns = await queryable
    .selectDistinct({ of: memberships.inPlaceOf, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        inForceAt(at),
        isNull(users.suspendedAt),
        inArray(
          memberships.inPlaceOf,
          rows.map((row) => row.userId),
        ),
      ),
    )
    .orderBy(asc(users.name));
  const away = new Map<UserId, Away>();
  for (const { userId, until } of rows) {
    const known = away.get(userId);
    const latest = known === undefined || known.until < until ? until : known.until;
    away.set(userId, { until: latest, standIns: standIns.filter(({ of }) => of === userId).map(({ name }) => name) });
  }
  return away;
}

/** An absence under way or to come. */
export type AbsenceEntry = {
  absenceId: AbsenceId;
  userId: UserId;
  name: string;
  startsAt: Date;
  endsAt: Date;
  note: string;
};

/** Absences that have not ended, by their first day. */
export function openAbsences(queryable: Queryable, which: SQL | undefined): Promise<AbsenceEntry[]> {
  return queryable
    .select({
      absenceId: absences.id,
      userId: absences.userId,
      name: users.name,
      startsAt: absences.startsAt,
      endsAt: absences.endsAt,
      note: absences.note,
    })
    .from(absences)
    .innerJoin(users, eq(users.id, absences.userId))
    .where(and(which, isNull(absences.endedAt), gt(absences.endsAt, now())))
    .orderBy(asc(absences.startsAt), asc(users.name));
}

/** The most days somebody stands in for another, or is away, in one go. */
export const mostDays = 366;

/**
 * The moments between two days of a portal, the second one included. Nothing begins in the past:
 * today begins now.
 *
 * @throws invalid for days that are over, the wrong way round, or more than a year apart
 */
export async function daysInPortal(
  tx: Transaction,
  portalId: PortalId,
  days: { from: string; until: string },
): Promise<{ startsAt: Date; endsAt: Date }> {
  const [portal] = await tx.select({ timeZone: portals.timeZone }).from(portals).where(eq(portals.id, portalId));
  const timeZone = portal?.timeZone ?? 'Asia/Makassar';
  const at = now();
  const first = spanOf(days.from, timeZone);
  const last = spanOf(days.until, timeZone);
  if (first === null || last === null) throw wrong('from', 'Pilih tanggal yang ada di kalender.');
  if (days.from < dayIn(at, timeZone)) throw wrong('from', 'Hari pertama sudah lewat. Pilih hari ini atau sesudahnya.');
  if (days.until < days.from) throw wrong('until', 'Hari terakhir tidak boleh sebelum hari pertama.');
  const length = last.to.getTime() - first.from.getTime();
  const ahead = first.from.getTime() - at.getTime();
  if (Math.max(length, ahead) > mostDays * 86_400_000) {
    throw wrong('until', 'Paling lama satu tahun. Perpanjang nanti bila masih perlu.');
  }
  return { startsAt: new Date(Math.max(first.from.getTime(), at.getTime())), endsAt: last.to };
}

function wrong(field: string, text: string): Error {
  return invalid([{ field, code: 'days_wrong', text }]);
}
