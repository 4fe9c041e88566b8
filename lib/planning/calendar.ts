import { type AnyColumn, and, arrayOverlaps, asc, count, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { agencies, articles, daysOff, editions, listed, queueEntries } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { withinReach } from '#lib/desk/queue-reach.ts';
import { notFound } from '#lib/errors.ts';
import type { PortalId } from '#lib/ids.ts';
import { lists } from '#lib/newsroom/listing.ts';
import { isEditor } from '#lib/newsroom/policy.ts';
import { serviceCalendarOf } from '#lib/service-hours/read-calendar.ts';
import { isBusinessDay } from '#lib/service-hours/service-calendar.ts';
import { type Span, spanOf } from '#lib/time-span.ts';
import { dayIn } from '#lib/time-zone.ts';
import { type CalendarWish, shownDays } from './calendar-address.ts';
import type { CalendarDay, CalendarItem, CalendarMark, CalendarView } from './calendar-view.ts';

/** Entries of one kind that are read for one view: more than people can look at. */
const most = 600;

/**
 * The editorial calendar: what goes out by itself, where an embargo ends, what is due, what takes place, and
 * how much was published, by day; only what this person may see.
 */
export async function editorialCalendar(
  actor: Actor,
  portal: { id: PortalId; timeZone: string },
  wish: CalendarWish,
): Promise<CalendarView> {
  if (!actor.roles.some(({ portalId }) => portalId === portal.id)) throw notFound('calendar');
  const { timeZone } = portal;
  const at = now();
  const today = dayIn(at, timeZone);
  const days = shownDays(wish);
  const span = spanOfDays(days, timeZone);
  const db = database();
  const [underWay, events, published, off, service, agencyRows] = await Promise.all([
    itemsUnderWay(actor, portal.id, span, wish),
    publicEvents(portal.id, span, wish),
    publishedByDay(portal, span, wish),
    db
      .select()
      .from(daysOff)
      .where(and(eq(daysOff.portalId, portal.id), gte(daysOff.day, days[0] ?? today)))
      .orderBy(asc(daysOff.day)),
    serviceCalendarOf(db, portal.id),
    db
      .select({ id: agencies.id, name: agencies.shortName })
      .from(agencies)
      .where(and(eq(agencies.portalId, portal.id), eq(agencies.isActive, true)))
      .orderBy(agencies.shortName),
  ]);
  const items = [...underWay, ...events].toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const byDay = Map.groupBy(items, (item) => dayIn(item.at, timeZone));
  return {
    ...{ timeZone, at, today, agencies: agencyRows },
    days: days.map((day): CalendarDay => {
      const own = byDay.get(day) ?? [];
      const holiday = off.find((one) => one.day === day);
      const business = isBusinessDay(service, day);
      const plans = own.some(({ mark }) => mark === 'scheduled' || mark === 'awaiting' || mark === 'embargo');
      const done = published.get(day) ?? 0;
      return {
        ...{ day, items: own, published: done, isBusinessDay: business },
        dayOff: holiday === undefined ? null : { name: holiday.name, isLeave: holiday.kind === 'collective_leave' },
        isGap: business && day >= today && !plans && done === 0,
      };
    }),
    daysOff: off.map(({ day, name }) => ({ day, name })),
    isCut: underWay.length >= most || events.length >= most,
  };
}

function spanOfDays(days: readonly string[], timeZone: string): Span {
  const first = spanOf(days[0] ?? '', timeZone);
  const last = spanOf(days.at(-1) ?? '', timeZone);
  if (first === null || last === null) throw notFound('calendar');
  return { from: first.from, to: last.to };
}

/** Each edition under way once for every reason it has to stand in the span. */
async function itemsUnderWay(
  actor: Actor,
  portalId: PortalId,
  span: Span,
  wish: CalendarWish,
): Promise<CalendarItem[]> {
  const eventAt = sql<Date>`case when ${queueEntries.kind} = 'agenda_event' then (${editions.details} ->> 'startsAt')::timestamptz end`;
  const rows = await database()
    .select({
      ...shownColumns,
      scheduledFor: editions.scheduledFor,
      dueAt: editions.dueAt,
      startsAt: eventAt.mapWith(editions.dueAt),
      failure: editions.scheduleFailure,
    })
    .from(queueEntries)
    .innerJoin(editions, eq(editions.id, queueEntries.editionId))
    .innerJoin(agencies, eq(agencies.id, queueEntries.agencyId))
    .where(
      and(
        eq(queueEntries.portalId, portalId),
        withinReach(actor),
        wish.agency && arrayOverlaps(queueEntries.agencyIds, [wish.agency]),
        wish.kind && eq(queueEntries.kind, wish.kind),
        sql`${editions.id} in (${standingIn(span, eventAt)})`,
      ),
    )
    .orderBy(asc(editions.id))
    .limit(most);
  const canMove = isEditor(actor, portalId);
  return rows.flatMap(({ scheduledFor, dueAt, startsAt, failure, state, ...row }) => {
    const moments: [CalendarMark, Date | null][] = [
      [state === 'scheduled' ? 'scheduled' : 'awaiting', scheduledFor],
      // What is scheduled for the end of its embargo stands there once.
      ['embargo', row.embargoUntil?.getTime() === scheduledFor?.getTime() ? null : row.embargoUntil],
      ['due', dueAt],
      ['event', startsAt],
    ];
    return moments.flatMap(([mark, at]) =>
      at === null || at < span.from || at >= span.to
        ? []
        : [{ ...row, mark, at, failure, canMove: canMove && mark === 'scheduled', isPublic: false }],
    );
  });
}

/** Editions under way with a reason to stand in the span, each reason by an index of its own. */
function standingIn(span: Span, eventAt: SQL): SQL {
  const working = sql`${editions.state} in ('draft','submitted','verified','returned','in_editing','approved','scheduled')`;
  const planned = [editions.scheduledFor, editions.embargoUntil, editions.dueAt].map(
    (column) => sql`select ${editions.id} from ${editions} where ${working} and ${within(column, span)}`,
  );
  const events = sql`
    select ${editions.id} from ${queueEntries} inner join ${editions} on ${editions.id} = ${queueEntries.editionId}
    where ${queueEntries.kind} = 'agenda_event' and ${within(eventAt, span)}`;
  return sql.join([...planned, events], sql` union `);
}

/** Events of the agenda that readers have. */
async function publicEvents(portalId: PortalId, span: Span, wish: CalendarWish): Promise<CalendarItem[]> {
  if (wish.kind !== undefined && wish.kind !== 'agenda_event') return [];
  const rows = await database()
    .select({ ...shownColumns, at: listed.at })
    .from(listed)
    .innerJoin(articles, eq(articles.id, listed.articleId))
    .innerJoin(editions, and(eq(editions.articleId, articles.id), inArray(editions.state, ['published', 'archived'])))
    .innerJoin(agencies, eq(agencies.id, articles.agencyId))
    .where(
      and(
        eq(listed.portalId, portalId),
        eq(listed.list, lists.kind('agenda_event')),
        gte(listed.at, span.from),
        lt(listed.at, span.to),
        wish.agency && eq(articles.agencyId, wish.agency),
      ),
    )
    .orderBy(asc(listed.at))
    .limit(most);
  return rows.map(({ state: _state, ...row }) => ({
    ...{ ...row, mark: 'event' as const, failure: null, canMove: false, isPublic: true },
  }));
}

async function publishedByDay(
  { id, timeZone }: { id: PortalId; timeZone: string },
  span: Span,
  wish: CalendarWish,
): Promise<Map<string, number>> {
  const day = sql<string>`to_char(${editions.publishedAt} at time zone ${timeZone}, 'YYYY-MM-DD')`;
  const rows = await database()
    .select({ day, items: count() })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(
      and(
        inArray(editions.state, ['published', 'archived']),
        eq(articles.portalId, id),
        within(editions.publishedAt, span),
        wish.agency && eq(articles.agencyId, wish.agency),
        wish.kind && eq(editions.kind, wish.kind),
      ),
    )
    .groupBy(sql`1`);
  return new Map(rows.map((row) => [row.day, row.items]));
}

const shownColumns = {
  articleId: editions.articleId,
  editionId: editions.id,
  version: editions.version,
  title: editions.title,
  agencyName: agencies.shortName,
  kind: editions.kind,
  embargoUntil: editions.embargoUntil,
  state: editions.state,
};

function within(column: AnyColumn | SQL, { from, to }: Span): SQL {
  return sql`(${column} >= ${from.toISOString()}::timestamptz and ${column} < ${to.toISOString()}::timestamptz)`;
}
