import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { type FastLaneReason, fastLaneReasons } from '#db/schema/enums.ts';
import { editions, events } from '#db/schema/index.ts';
import { entriesWithin, type Question } from './question.ts';
import { type ReviewOutcome, reviewOutcomes } from './report-words.ts';

/** Uses of the fast lane, by reason and by what became of the second review. */
export type FastLaneUse = {
  total: number;
  byOutcome: { outcome: ReviewOutcome; count: number }[];
  byReason: { reason: FastLaneReason; count: number; late: number }[];
};

/** Counted from the log; the second review is read from the edition as it stands now. */
export async function fastLaneUse(question: Question): Promise<FastLaneUse> {
  const at = question.at.toISOString();
  const rows = await database().execute<{ reason: FastLaneReason | null; outcome: ReviewOutcome; count: number }>(sql`
    select ${editions.fastLaneReason} as reason, count(*)::int as count, case
        when ${editions.secondReviewDueAt} is null then 'not_owed'
        when ${editions.secondReviewedAt} <= ${editions.secondReviewDueAt} then 'in_time'
        when ${editions.secondReviewedAt} is not null then 'late'
        when ${editions.state} in ('superseded', 'retracted') then 'ended'
        when ${editions.secondReviewDueAt} >= ${at} then 'running'
        else 'overdue'
      end as outcome
    from ${events} inner join ${editions} on ${editions.id} = ${events.editionId}
    where ${entriesWithin(question, ['publish_now'])}
    group by 1, 3`);
  const sum = (fits: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(fits).reduce((total, { count }) => total + count, 0);
  return {
    total: sum(() => true),
    byOutcome: reviewOutcomes.map((outcome) => ({ outcome, count: sum((row) => row.outcome === outcome) })),
    byReason: fastLaneReasons.map((reason) => ({
      reason,
      count: sum((row) => row.reason === reason),
      late: sum((row) => row.reason === reason && (row.outcome === 'late' || row.outcome === 'overdue')),
    })),
  };
}
