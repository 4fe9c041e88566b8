import { and, arrayOverlaps, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { agencyRoles, type Role } from '#db/schema/enums.ts';
import { coWriters, namedPeople, queueEntries } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import type { AgencyId, PortalId } from '#lib/ids.ts';
import { spanOf } from '#lib/time-span.ts';
import type { QueueFilters, Turn } from './queue-filters.ts';
import { isLateAt } from './queue-order.ts';

/**
 * What of the queue a person may see, as a condition: `maySee` for what is under way, said in SQL so
 * that pages and counts hold only what it lets through. The policy still decides on each row shown.
 */
export function withinReach(actor: Actor): SQL {
  const { articleId, editionId, isConfidential, portalId } = queueEntries;
  return (
    and(
      among(portalId, [...new Set(actor.roles.map((held) => held.portalId))]),
      or(
        among(portalId, portalsWhere(actor, ['auditor', 'managing_editor'])),
        and(eq(isConfidential, true), sql`${articleId} in (${nameOf(actor)})`),
        and(
          eq(isConfidential, false),
          or(
            among(portalId, portalsWhere(actor, ['editor'])),
            overlaps(agenciesOf(actor)),
            sql`${editionId} in (${coWrittenBy(actor)})`,
          ),
        ),
      ),
    ) ?? sql`false`
  );
}

/** The filters of the address as conditions. */
export function narrowedTo(actor: Actor, filters: QueueFilters, at: Date, timeZone: string): SQL[] {
  const conditions: (SQL | undefined)[] = [
    filters.stage && eq(queueEntries.state, filters.stage),
    filters.turn && turnIs(filters.turn, at),
    filters.agency && overlaps([filters.agency]),
    filters.kind && eq(queueEntries.kind, filters.kind),
    filters.priority && eq(queueEntries.priority, filters.priority),
    filters.late && isLateAt(at),
    filters.mine && or(eq(queueEntries.assignedTo, actor.userId), eq(queueEntries.claimedBy, actor.userId)),
    filters.unassigned && isNull(queueEntries.assignedTo),
    filters.dueBy === undefined ? undefined : dueBy(filters.dueBy, timeZone),
    filters.text === undefined ? undefined : sql`${queueEntries.title} ilike ${`%${literally(filters.text)}%`}`,
  ];
  return conditions.filter((condition) => condition !== undefined);
}

function turnIs(turn: Turn, at: Date): SQL {
  const isVerifiers = sql`coalesce(${queueEntries.verifierUntil} > ${at.toISOString()}::timestamptz, false)`;
  switch (turn) {
    case 'verifier':
      return isVerifiers;
    case 'desk':
      return sql`(${queueEntries.state} in ('submitted', 'verified') and not ${isVerifiers})`;
    case 'claimer':
      return eq(queueEntries.state, 'in_editing');
    case 'signature':
      return eq(queueEntries.state, 'approved');
    case 'time':
      return eq(queueEntries.state, 'scheduled');
  }
}

function dueBy(day: string, timeZone: string): SQL | undefined {
  const span = spanOf(day, timeZone);
  return span === null ? undefined : gt(sql`${span.to.toISOString()}::timestamptz`, queueEntries.dueAt);
}

const literally = (text: string) => text.replace(/[\\%_]/g, '\\$&');

const coWrittenBy = (actor: Actor): SQL =>
  sql`select ${coWriters.editionId} from ${coWriters} where ${coWriters.userId} = ${actor.userId}`;
const nameOf = (actor: Actor): SQL =>
  sql`select ${namedPeople.articleId} from ${namedPeople} where ${namedPeople.userId} = ${actor.userId}`;

const agenciesOf = (actor: Actor): AgencyId[] =>
  actor.roles.flatMap((held) =>
    held.agencyId !== null && agencyRoles.some((role) => role === held.role) ? [held.agencyId] : [],
  );
const portalsWhere = (actor: Actor, roles: readonly Role[]): PortalId[] =>
  actor.roles.flatMap((held) => (roles.includes(held.role) ? [held.portalId] : []));

const overlaps = (ids: readonly AgencyId[]): SQL =>
  ids.length === 0 ? sql`false` : arrayOverlaps(queueEntries.agencyIds, [...ids]);
const among = (column: typeof queueEntries.portalId, ids: readonly PortalId[]): SQL =>
  ids.length === 0 ? sql`false` : inArray(column, [...ids]);
