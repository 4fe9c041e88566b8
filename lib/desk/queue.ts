import { and, count, eq, inArray, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { events, queueEntries } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import type { EditionId, PortalId } from '#lib/ids.ts';
import { assignmentRefusal, handOverRefusal, isUnderWay } from '#lib/newsroom/desk-policy.ts';
import { namesById, rowViews } from '#lib/newsroom/desk-rows.ts';
import type { EditionRowView } from '#lib/newsroom/desk-shapes.ts';
import { type EditionRecord, readEditionsInOrder } from '#lib/newsroom/edition-record.ts';
import { portalOf } from '#lib/newsroom/newsroom-portal.ts';
import { isEditor, maySee, verbWorks } from '#lib/newsroom/policy.ts';
import { serviceCalendarOf } from '#lib/service-hours/read-calendar.ts';
import type { ServiceCalendar } from '#lib/service-hours/service-calendar.ts';
import { similarCounts } from '#lib/similar/similar-reads.ts';
import { awaitedBy, nextStepFor } from './awaited.ts';
import type { QueueFilters, queueStages } from './queue-filters.ts';
import { after, isLateAt, placeColumns, placeText, type QueuePlace, queueOrder } from './queue-order.ts';
import { narrowedTo, withinReach } from './queue-reach.ts';
import type { QueueCounts, QueuePage, QueueRow } from './queue-shapes.ts';
import { standingOf } from './standing.ts';

/** Lines on one page of the queue. */
export const queuePageSize = 40;

const otherwise = 'Asia/Makassar';

/**
 * One page of what is under way and this person may see: the late first, then the urgent, then what has
 * waited longest. Later pages are judged by the moment of the first, so that nothing is shown twice.
 */
export async function queuePage(actor: Actor, filters: QueueFilters, from?: QueuePlace): Promise<QueuePage> {
  const timeZone = (await portalOf(actor))?.timeZone ?? otherwise;
  const judgedAt = from === undefined ? now() : new Date(from.at);
  const found = await database()
    .select(placeColumns(judgedAt))
    .from(queueEntries)
    .where(
      and(
        withinReach(actor),
        ...narrowedTo(actor, filters, judgedAt, timeZone),
        ...(from === undefined ? [] : [after(from)]),
      ),
    )
    .orderBy(...queueOrder(judgedAt))
    .limit(queuePageSize + 1);
  const shown = found.slice(0, queuePageSize);
  const last = found.length > queuePageSize ? shown.at(-1) : undefined;
  return {
    rows: await rowsOf(
      actor,
      shown.map((row) => row.id),
    ),
    next: last === undefined ? null : placeText({ ...last, at: judgedAt.getTime(), since: last.since.getTime() }),
    timeZone,
  };
}

/** How much stands in each stage, and how much of it all is late, with the filters but that of the stage. */
export async function queueCounts(actor: Actor, { stage: _, ...filters }: QueueFilters): Promise<QueueCounts> {
  const at = now();
  const timeZone = (await portalOf(actor))?.timeZone ?? otherwise;
  const rows = await database()
    .select({ state: queueEntries.state, items: count(), late: count(sql`case when ${isLateAt(at)} then 1 end`) })
    .from(queueEntries)
    .where(and(withinReach(actor), ...narrowedTo(actor, filters, at, timeZone)))
    .groupBy(queueEntries.state);
  const inStage = (stage: (typeof queueStages)[number]) => rows.find(({ state }) => state === stage)?.items ?? 0;
  return {
    submitted: inStage('submitted'),
    verified: inStage('verified'),
    in_editing: inStage('in_editing'),
    approved: inStage('approved'),
    scheduled: inStage('scheduled'),
    late: rows.reduce((sum, { late }) => sum + late, 0),
  };
}

/** What is under way and was assigned to this person, in the order of the queue. */
export async function assignedToMe(actor: Actor): Promise<QueueRow[]> {
  const at = now();
  const rows = await database()
    .select({ id: queueEntries.editionId })
    .from(queueEntries)
    .where(and(withinReach(actor), eq(queueEntries.assignedTo, actor.userId)))
    .orderBy(...queueOrder(at))
    .limit(queuePageSize);
  return rowsOf(
    actor,
    rows.map((row) => row.id),
  );
}

/** The line of one edition under way, for its own page; null where it is not or this person may not see it. */
export async function queueRow(actor: Actor, id: EditionId): Promise<QueueRow | null> {
  const [waiting] = await database()
    .select({ id: queueEntries.editionId })
    .from(queueEntries)
    .where(eq(queueEntries.editionId, id));
  const [row] = waiting === undefined ? [] : await rowsOf(actor, [waiting.id]);
  return row ?? null;
}

/** The lines of these editions, in this order; what the policy does not let through is left out. */
async function rowsOf(actor: Actor, ids: readonly EditionId[]): Promise<QueueRow[]> {
  if (ids.length === 0) return [];
  const at = now();
  const records = (await readEditionsInOrder(database(), ids)).filter(({ facts }) => maySee(actor, facts));
  const [views, calendars, name, notes, similar] = await Promise.all([
    rowViews(actor, records),
    calendarsOf(records),
    namesById(records.flatMap(({ edition }) => [edition.assignedTo])),
    assignmentNotes(records),
    similarCounts(records.flatMap(({ edition, facts }) => (isEditor(actor, facts.portalId) ? [edition.id] : []))),
  ]);
  return records.flatMap((record, index) => {
    const view = views[index];
    const calendar = calendars.get(record.article.portalId);
    if (view === undefined || calendar === undefined) return [];
    const { assignedTo } = record.edition;
    const assignee = assignedTo === null ? null : { id: assignedTo, name: name(assignedTo) };
    const note = notes.get(record.edition.id) ?? '';
    const alike = similar.get(record.edition.id) ?? 0;
    return [rowOf(actor, { record, view, calendar, assignee, note, similar: alike, at })];
  });
}

function rowOf(
  actor: Actor,
  given: {
    record: EditionRecord;
    view: EditionRowView;
    calendar: ServiceCalendar;
    assignee: QueueRow['assignee'];
    note: string;
    similar: number;
    at: Date;
  },
): QueueRow {
  const { record, view, calendar, assignee, note, similar, at } = given;
  const { edition, facts } = record;
  const names = { claimedBy: view.claimedBy, assignee: assignee?.name ?? null, submittedBy: view.writer };
  return {
    ...view,
    assignee,
    assignmentNote: assignee === null ? '' : note,
    awaited: awaitedBy(record, names, at),
    standing: standingOf(edition, calendar, at),
    next: nextStepFor(actor, record, view.allowed),
    priority: edition.priority,
    dueAt: edition.dueAt,
    scheduledFor: edition.scheduledFor,
    embargoUntil: edition.embargoUntil !== null && edition.embargoUntil > at ? edition.embargoUntil : null,
    escalation: edition.escalation,
    similar,
    may: {
      assign: isUnderWay(facts) && assignmentRefusal(actor, facts) === undefined,
      handOver: handOverRefusal(actor, facts) === undefined,
      return: verbWorks(actor, 'return', facts, at),
    },
  };
}

/** The calendar of each portal among them: one for nearly everybody. */
async function calendarsOf(records: readonly EditionRecord[]): Promise<Map<PortalId, ServiceCalendar>> {
  const portals = [...new Set(records.map(({ article }) => article.portalId))];
  return new Map(
    await Promise.all(
      portals.map(
        async (portal): Promise<[PortalId, ServiceCalendar]> => [portal, await serviceCalendarOf(database(), portal)],
      ),
    ),
  );
}

/** What was written when each was last assigned. */
async function assignmentNotes(records: readonly EditionRecord[]): Promise<Map<EditionId, string>> {
  const assigned = records.flatMap(({ edition }) => (edition.assignedTo === null ? [] : [edition.id]));
  if (assigned.length === 0) return new Map();
  const rows = await database()
    .selectDistinctOn([events.editionId], {
      editionId: events.editionId,
      note: sql<string | null>`${events.detail} ->> 'note'`,
    })
    .from(events)
    .where(and(inArray(events.editionId, assigned), eq(events.verb, 'assign')))
    .orderBy(events.editionId, sql`${events.seq} desc`);
  return new Map(rows.flatMap(({ editionId, note }) => (editionId === null ? [] : [[editionId, note ?? '']])));
}
