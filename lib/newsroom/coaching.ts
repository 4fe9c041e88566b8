import { and, count, countDistinct, desc, eq, gte, type SQL, sql, sum } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { database } from '#db/client.ts';
import { articles, checkFindings, decisionNotes, editions, events } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { notFound } from '#lib/errors.ts';
import { pieceRules, wholeRules } from '#lib/language/rules/all-rules.ts';
import { adviceFor } from './coaching-advice.ts';
import { type Half, trendOf } from './coaching-trend.ts';
import { reasonLabels } from './return-reasons.ts';

/** What a writer sees of their own last six months. */
export type CoachingView = {
  /** Editions they submitted, and how many came back at least once. */
  submitted: number;
  returned: number;
  /** The most frequent reasons of returns, at most three. */
  reasons: { reason: string; label: string; count: number; advice: string }[];
  /** Rules that found something in at least two of their editions, at most five. */
  findings: { rule: string; title: string; count: number; editions: number }[];
  /** How it goes, in sentences. */
  trend: string[];
};

const months = 6;
const shownReasons = 3;
const shownFindings = 5;

/**
 * The page of coaching of the person who asks: there is none of anybody else.
 *
 * @throws not_found for somebody who writes for no agency
 */
export async function ownCoaching(actor: Actor, at: Date = now()): Promise<CoachingView> {
  if (!actor.roles.some(({ role }) => role === 'contributor' || role === 'verifier')) throw notFound('coaching');
  const since = monthsBefore(at, months);
  const middle = monthsBefore(at, months / 2);
  const [reasons, findings, halves] = await Promise.all([
    returnReasonsOf(actor, since),
    repeatedFindings(actor, since),
    halvesOf(actor, since, middle),
  ]);
  const [earlier, later] = halves;
  return {
    submitted: earlier.submitted + later.submitted,
    returned: earlier.returned + later.returned,
    reasons,
    findings,
    trend: trendOf(earlier, later),
  };
}

async function returnReasonsOf(actor: Actor, since: Date): Promise<CoachingView['reasons']> {
  const rows = await database()
    .select({ portalId: articles.portalId, reason: decisionNotes.reasonCode, count: count() })
    .from(decisionNotes)
    .innerJoin(editions, eq(editions.id, decisionNotes.editionId))
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(and(eq(editions.submittedBy, actor.userId), eq(decisionNotes.verb, 'return'), gte(decisionNotes.at, since)))
    .groupBy(articles.portalId, decisionNotes.reasonCode)
    .orderBy(desc(count()), decisionNotes.reasonCode);
  const labelOf = await reasonLabels(database());
  return rows
    .flatMap(({ portalId, reason, count: times }) =>
      reason === null ? [] : [{ reason, label: labelOf(portalId, reason), count: times, advice: adviceFor(reason) }],
    )
    .slice(0, shownReasons);
}

async function repeatedFindings(actor: Actor, since: Date): Promise<CoachingView['findings']> {
  const times = sum(checkFindings.count).mapWith(Number);
  const inEditions = countDistinct(checkFindings.editionId);
  const rows = await database()
    .select({ rule: checkFindings.rule, count: times, editions: inEditions })
    .from(checkFindings)
    .where(and(eq(checkFindings.userId, actor.userId), gte(checkFindings.at, since)))
    .groupBy(checkFindings.rule)
    .having(sql`${inEditions} >= 2`)
    .orderBy(desc(inEditions), desc(times), checkFindings.rule);
  const titles = new Map([...pieceRules, ...wholeRules].map(({ id, title }) => [id, title]));
  return rows
    .flatMap((row) => {
      // A rule that is no longer asked teaches nothing.
      const title = titles.get(row.rule);
      return title === undefined ? [] : [{ ...row, title }];
    })
    .slice(0, shownFindings);
}

/** What was submitted, returned and found in the months before the middle and in those since. */
async function halvesOf(actor: Actor, since: Date, middle: Date): Promise<[earlier: Half, later: Half]> {
  const [submitted, returned, findings] = await Promise.all([
    database()
      .select(inHalves(sql`count(distinct ${events.editionId})`, events.at, middle))
      .from(events)
      .where(and(eq(events.actorId, actor.userId), eq(events.verb, 'submit'), gte(events.at, since))),
    database()
      .select(inHalves(sql`count(distinct ${decisionNotes.editionId})`, decisionNotes.at, middle))
      .from(decisionNotes)
      .innerJoin(editions, eq(editions.id, decisionNotes.editionId))
      .where(
        and(eq(editions.submittedBy, actor.userId), eq(decisionNotes.verb, 'return'), gte(decisionNotes.at, since)),
      ),
    database()
      .select(inHalves(sql`sum(${checkFindings.count})`, checkFindings.at, middle))
      .from(checkFindings)
      .where(and(eq(checkFindings.userId, actor.userId), gte(checkFindings.at, since))),
  ]);
  const half = (which: 'earlier' | 'later'): Half => ({
    submitted: submitted[0]?.[which] ?? 0,
    returned: returned[0]?.[which] ?? 0,
    findings: findings[0]?.[which] ?? 0,
  });
  return [half('earlier'), half('later')];
}

/** One count for each half: an aggregate takes its filter at its end. */
function inHalves(counted: SQL, at: PgColumn, middle: Date) {
  const when = middle.toISOString();
  return {
    earlier: sql<number>`${counted} filter (where ${at} < ${when})`.mapWith(Number),
    later: sql<number>`${counted} filter (where ${at} >= ${when})`.mapWith(Number),
  };
}

function monthsBefore(at: Date, number: number): Date {
  const day = new Date(at);
  day.setUTCMonth(day.getUTCMonth() - number);
  return day;
}
