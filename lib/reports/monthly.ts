import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { notFound } from '#lib/errors.ts';
import { dayIn } from '#lib/time-zone.ts';
import { amendments } from './corrections.ts';
import { dayAfter, daysBetween, monthBefore } from './days.ts';
import { fastLaneUse } from './fast-lane.ts';
import { findingsOf, type MonthFigures } from './findings.ts';
import { type Question, questionOver } from './question.ts';
import { type Reach, type ReachedAgency, reportReach } from './reach.ts';
import { monthPeriod, type Period } from './report-query.ts';
import { type ReasonCount, reasonCounts } from './return-reasons.ts';
import { silencePerAgency } from './silence.ts';
import { type Throughput, throughput } from './throughput.ts';
import { timeToPublish } from './time-to-publish.ts';

/** The page for the leadership: a month, beside the month before, in figures and three sentences. */
export type MonthlyReport = {
  reach: Reach;
  agency: ReachedAgency | null;
  /** The days it is about: a whole month, or the current one up to today. */
  period: Period;
  before: Period;
  isRunning: boolean;
  figures: { month: MonthFigures; before: MonthFigures };
  findings: string[];
  flow: Throughput;
  reasons: ReasonCount[];
  madeBy: string;
  madeAt: Date;
};

/**
 * The monthly report, within the reach of whoever asks.
 *
 * @param month `2026-11`; null for the current one
 * @throws not_found for somebody without reports, an agency out of reach, a month that has not begun
 */
export async function monthlyReport(
  actor: Actor,
  { month, agency }: { month: string | null; agency: string | null },
  at: Date = now(),
): Promise<MonthlyReport> {
  const reach = await reportReach(actor);
  const today = dayIn(at, reach.portal.timeZone);
  const { period, before, isRunning } = periodsOf(month ?? today.slice(0, 7), today);
  const over = (days: Period) => questionOver(reach, days, { agency, kind: null, unit: null, at });
  const question = await over(period);
  const figures = { month: await figuresOf(question), before: await figuresOf(await over(before)) };
  return {
    reach,
    agency: reach.agencies.find(({ slug }) => slug === agency) ?? null,
    period,
    before,
    isRunning,
    figures,
    findings: findingsOf(figures.month, figures.before),
    flow: await throughput({ ...question, unit: 'day' }),
    reasons: await reasonCounts(question),
    madeBy: actor.name,
    madeAt: at,
  };
}

/** A month that still runs is compared with as many days of the month before. */
function periodsOf(month: string, today: string): { period: Period; before: Period; isRunning: boolean } {
  const whole = monthPeriod(month);
  const former = monthPeriod(monthBefore(month));
  if (whole.firstDay > today) throw notFound('month');
  if (whole.lastDay <= today) return { period: whole, before: former, isRunning: false };
  const period = { firstDay: whole.firstDay, lastDay: today };
  const sameDays = dayAfter(former.firstDay, daysBetween(period.firstDay, today));
  const lastDay = daysBetween(sameDays, former.lastDay) > 0 ? sameDays : former.lastDay;
  return { period, before: { firstDay: former.firstDay, lastDay }, isRunning: true };
}

async function figuresOf(question: Question): Promise<MonthFigures> {
  const flow = await throughput(question);
  const times = await timeToPublish(question);
  const changed = await amendments(question);
  const fastLane = await fastLaneUse(question);
  const silence = await silencePerAgency(question);
  const [reason] = await reasonCounts(question);
  const changes = (kind: string) => changed.rows.find((row) => row.kind === kind)?.count ?? 0;
  const reviews = (...outcomes: string[]) =>
    fastLane.byOutcome.filter(({ outcome }) => outcomes.includes(outcome)).reduce((sum, { count }) => sum + count, 0);
  return {
    ...flow.total,
    medianService: times.all.medianService,
    p90Service: times.all.p90Service,
    corrections: changes('correction'),
    retractions: changes('retract'),
    fastLane: fastLane.total,
    reviewsLate: reviews('late', 'overdue'),
    silent: silence.filter(({ standing }) => standing === 'silent').map(({ name }) => name),
    agencies: silence.length,
    topReason: reason === undefined ? null : { label: reason.label, count: reason.returned + reason.rejected },
  };
}
