import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { priorities } from '#db/schema/enums.ts';
import { queueEntries } from '#db/schema/index.ts';
import { editionId } from '#lib/ids.ts';

/**
 * The order of the queue, and the only place that says it: what is late first, then the more urgent,
 * then what has waited longest.
 */

/** The last row of a page: the next one goes on after it, as late as it was judged at `at`. */
const place = z.strictObject({
  at: z.int(),
  late: z.int().min(0).max(1),
  urgency: z.int().min(0).max(priorities.length),
  since: z.int(),
  id: editionId,
});
export type QueuePlace = z.output<typeof place>;

/** Late: past the target of its stage, or past the date somebody gave it. */
export const isLateAt = (at: Date): SQL<boolean> =>
  sql<boolean>`coalesce(${queueEntries.lateAt} < ${at.toISOString()}::timestamptz, false)`;

const lateness = (at: Date) => sql<number>`(case when ${isLateAt(at)} then 0 else 1 end)`;
const urgency = queueEntries.urgency;
const since = queueEntries.waitingSince;
const id = queueEntries.editionId;

/** What orders a row, for its place. */
export const placeColumns = (at: Date) => ({ id, since, late: lateness(at), urgency });

export const queueOrder = (at: Date): SQL[] => [sql`${lateness(at)}`, sql`${urgency}`, sql`${since}`, sql`${id}`];

/** What comes after a place. */
export function after({ at, late, urgency: urgent, since: waited, id: last }: QueuePlace): SQL {
  const row = sql`(${lateness(new Date(at))}, ${urgency}, ${since}, ${id})`;
  return sql`${row} > (${late}, ${urgent}, ${new Date(waited).toISOString()}::timestamptz, ${last}::uuid)`;
}

/** A place as an address carries it. */
export function placeText({ at, late, urgency: urgent, since: waited, id: last }: QueuePlace): string {
  return [at, late, urgent, waited, last].join('.');
}

/** The place an address names; undefined for what is none. */
export function placeFrom(text: unknown): QueuePlace | undefined {
  if (typeof text !== 'string' || text.length > 120) return undefined;
  const [at, late, urgent, waited, last] = text.split('.');
  const found = place.safeParse({
    at: Number(at),
    late: Number(late),
    urgency: Number(urgent),
    since: Number(waited),
    id: last,
  });
  return found.success ? found.data : undefined;
}
