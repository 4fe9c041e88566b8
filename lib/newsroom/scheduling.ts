import { and, eq, inArray, sql } from 'drizzle-orm';
import { editions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { invalid } from '#lib/errors.ts';
import { type EditionRow, readEdition } from './edition-record.ts';
import { scheduleTimeIssues } from './schedule-time.ts';
import { type Step, takeStep, transition, type VerbResult, walk } from './transition.ts';
import type { VerbInputOf } from './verb-inputs.ts';
import { refuseWithdrawn } from './withdrawn-uploads.ts';

/**
 * Has an edition go out by itself at a moment, its words as they are signed now; upon a scheduled one it
 * changes the moment.
 *
 * @throws invalid for a moment that has passed, is too far ahead or lies within the embargo
 */
export function schedule(actor: Actor, input: VerbInputOf<'schedule'>): Promise<VerbResult> {
  const { scheduledFor } = input;
  return walk(actor, input.editionId, (step) => {
    requireOpenTime(step, scheduledFor);
    const former = timeOf(step.record.edition).scheduledFor;
    const detail = { scheduledFor: scheduledFor.toISOString(), ...(former === undefined ? {} : { formerly: former }) };
    return takeStep(step, 'schedule', { input: { scheduledFor }, detail, before: refuseWithdrawn }, input.version);
  });
}

/** Takes an edition off the schedule: it stays approved, and waits. */
export function unschedule(actor: Actor, input: VerbInputOf<'unschedule'>): Promise<VerbResult> {
  return transition(actor, 'unschedule', input);
}

/** Refuses a moment at which this edition cannot go out. */
export function requireOpenTime({ record: { edition }, at }: Step, when: Date): void {
  const issues = scheduleTimeIssues(when, { at, embargoUntil: edition.embargoUntil });
  if (issues.length > 0) throw invalid(issues);
}

/** When an edition is to go out, as events remember it. */
export function timeOf({ scheduledFor }: EditionRow): { scheduledFor?: string } {
  return scheduledFor === null ? {} : { scheduledFor: scheduledFor.toISOString() };
}

/**
 * Keeps the next edition of an article that is being retracted from going out by itself: it would put
 * back, unread, what was just taken down. People may still publish or schedule it, once they have seen
 * that the article was retracted: its version moves on.
 *
 * @returns what the event of the retraction remembers of it
 */
export async function holdSuccessor(step: Step): Promise<{ heldEdition?: number }> {
  const { tx, record } = step;
  const [next] = await tx
    .select({ id: editions.id, number: editions.number, state: editions.state, outcome: editions.approvalOutcome })
    .from(editions)
    .where(and(eq(editions.articleId, record.article.id), inArray(editions.state, ['approved', 'scheduled'])));
  if (next === undefined) return {};
  if (next.state === 'scheduled') {
    const scheduled = await readEdition(tx, next.id, true);
    if (scheduled !== undefined) await takeStep({ ...step, record: scheduled, performer: 'system' }, 'unschedule');
  } else {
    await tx
      .update(editions)
      .set({ approvalOutcome: 'wait', scheduledFor: null, version: sql`${editions.version} + 1` })
      .where(eq(editions.id, next.id));
  }
  return next.state === 'approved' && next.outcome === 'wait' ? {} : { heldEdition: next.number };
}
