import { type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import type { ArticleKind } from '#db/schema/enums.ts';
import { editions, events } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { notFound } from '#lib/errors.ts';
import type { AgencyId, PortalId } from '#lib/ids.ts';
import { serviceCalendarOf } from '#lib/service-hours/read-calendar.ts';
import type { ServiceCalendar } from '#lib/service-hours/service-calendar.ts';
import { spanOf } from '#lib/time-span.ts';
import { dayIn } from '#lib/time-zone.ts';
import { type Reach, type ReachedAgency, reportReach } from './reach.ts';
import { type Period, periodOf, type ReportQuery, type Unit, unitFor } from './report-query.ts';

/** One question to the rows: whose, of which days, of which kind. */
export type Question = {
  portalId: PortalId;
  calendar: ServiceCalendar;
  period: Period;
  /** From this moment up to, not including, the other. */
  from: Date;
  to: Date;
  unit: Unit;
  /** Null: the whole portal. */
  agencyIds: readonly AgencyId[] | null;
  kind: ArticleKind | null;
  /** When it is asked: what is late or overdue, is so now. */
  at: Date;
};

/** A question with what the page says of it. */
export type AskedQuestion = {
  question: Question;
  reach: Reach;
  /** The agency chosen; null for all within reach. */
  agency: ReachedAgency | null;
  /** Why the days asked for were not taken. */
  problem: string | null;
};

/**
 * Turns what somebody asks into a question they may ask.
 *
 * @throws not_found for somebody without reports, and for an agency out of their reach
 */
export async function askedQuestion(actor: Actor, query: ReportQuery, at: Date = now()): Promise<AskedQuestion> {
  const reach = await reportReach(actor);
  const { timeZone } = reach.portal;
  const { period, problem } = periodOf(query, dayIn(at, timeZone));
  const question = await questionOver(reach, period, { agency: query.agency, kind: query.kind, unit: query.unit, at });
  return { question, reach, agency: chosenAgency(reach, query.agency), problem };
}

/** The question about some days, within somebody's reach. */
export async function questionOver(
  reach: Reach,
  period: Period,
  { agency, kind, unit, at }: { agency: string | null; kind: ArticleKind | null; unit: Unit | null; at: Date },
): Promise<Question> {
  const { id: portalId, timeZone } = reach.portal;
  const chosen = chosenAgency(reach, agency);
  const own = reach.isWholePortal ? null : reach.agencies.map(({ id }) => id);
  return {
    portalId,
    calendar: await serviceCalendarOf(database(), portalId),
    period,
    from: startOf(period.firstDay, timeZone).from,
    to: startOf(period.lastDay, timeZone).to,
    unit: unit ?? unitFor(period),
    agencyIds: chosen === null ? own : [chosen.id],
    kind,
    at,
  };
}

function chosenAgency(reach: Reach, slug: string | null): ReachedAgency | null {
  if (slug === null) return null;
  const found = reach.agencies.find((agency) => agency.slug === slug);
  if (found === undefined) throw notFound('agency');
  return found;
}

function startOf(day: string, timeZone: string) {
  const span = spanOf(day, timeZone);
  if (span === null) throw new Error(`No day of the calendar: ${day}`);
  return span;
}

/** The verbs with which words come to readers. */
export const publishingVerbs = ['publish', 'publish_due', 'publish_now'] as const;

/** Entries of the log that are within the question, of these verbs; without any, of all. */
export function entriesWithin(question: Question, verbs: readonly string[] = []): SQL {
  return sql`${events.portalId} = ${question.portalId}
    and ${events.at} >= ${question.from.toISOString()} and ${events.at} < ${question.to.toISOString()}
    ${verbs.length === 0 ? sql`` : sql`and ${events.verb} in ${[...verbs]}`}
    ${ofAgencies(question, sql`${events.agencyId}`)} ${ofKind(question)}`;
}

/** Joins the edition of each entry where its kind is asked. */
export const withKind = ({ kind }: Question): SQL =>
  kind === null ? sql`` : sql`inner join ${editions} on ${editions.id} = ${events.editionId}`;

/** Continues a condition: only these agencies. */
export function ofAgencies({ agencyIds }: Question, column: SQL): SQL {
  if (agencyIds === null) return sql``;
  return agencyIds.length === 0 ? sql`and false` : sql`and ${column} in ${[...agencyIds]}`;
}

/** Continues a condition upon editions: only this kind. */
export const ofKind = ({ kind }: Question): SQL => (kind === null ? sql`` : sql`and ${editions.kind} = ${kind}`);

const longestPart = 31 * 86_400_000;

/** The same question in parts of a month at most: one statement over a year would outlast its patience on a busy day. */
export function inParts(question: Question): Question[] {
  const parts: Question[] = [];
  for (let from = question.from.getTime(); from < question.to.getTime(); from += longestPart) {
    const to = Math.min(from + longestPart, question.to.getTime());
    parts.push({ ...question, from: new Date(from), to: new Date(to) });
  }
  return parts;
}
