import { and, asc, eq, gt, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import { articles, editions, events } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { EditionId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';
import { lockArticle } from './edition-record.ts';

/** Minutes before the end at which whoever could review is reminded. */
export const reminderMinutes = 30;
/** Past this many days nobody is told of it again: the desk has shown it all the time. */
const forgottenAfterDays = 7;
/** The most that one round takes; the next one comes in a minute. */
const mostPerRound = 200;

const minute = 60_000;

/** A look that somebody still owes: by when, and the verbs under which the log tells of it. */
const debts = [
  {
    due: editions.secondReviewDueAt,
    done: editions.secondReviewedAt,
    stands: sql`${editions.state} in ('published', 'archived')`,
    reminder: 'remind_second_review',
    overdue: 'second_review_overdue',
  },
  {
    due: editions.retractReviewDueAt,
    done: editions.retractReviewedAt,
    stands: sql`${editions.state} = 'retracted'`,
    reminder: 'remind_retraction_review',
    overdue: 'retraction_review_overdue',
  },
] as const;
type Debt = (typeof debts)[number];

/**
 * Puts into the log, from where people are told: that a review is due in half an hour, and that one is
 * overdue. Each exactly once for each time it is due, however many machines go this round: the article is
 * locked and the log itself says whether it was done.
 */
export async function remindReviews(): Promise<void> {
  const at = now();
  for (const debt of debts) {
    for (const id of await owed(debt, at)) await transaction((tx) => tellOf(tx, debt, id, at));
  }
}

async function owed(debt: Debt, at: Date): Promise<EditionId[]> {
  const soon = new Date(at.getTime() + reminderMinutes * minute);
  const forgotten = new Date(at.getTime() - forgottenAfterDays * 24 * 60 * minute);
  const rows = await database()
    .select({ id: editions.id })
    .from(editions)
    .where(
      and(
        isNotNull(debt.due),
        isNull(debt.done),
        gt(debt.due, forgotten),
        lte(debt.due, soon),
        debt.stands,
        sql`not exists (select 1 from ${events} where ${events.editionId} = ${editions.id} and ${toldAlready(debt, at)})`,
      ),
    )
    .orderBy(asc(debt.due))
    .limit(mostPerRound);
  return rows.map((row) => row.id);
}

/** What the log has of the notice that is due now: overdue once the time has passed, the reminder before. */
function toldAlready(debt: Debt, at: Date): SQL {
  const verb = sql`case when ${lte(debt.due, at)} then ${debt.overdue} else ${debt.reminder} end`;
  return sql`${events.verb} = ${verb} and (${events.detail} ->> 'dueAt')::timestamptz = ${debt.due}`;
}

async function tellOf(tx: Transaction, debt: Debt, id: EditionId, at: Date): Promise<void> {
  await lockArticle(tx, id);
  const [row] = await tx
    .select({ article: articles, edition: editions, dueAt: debt.due })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(and(eq(editions.id, id), isNull(debt.done), debt.stands));
  if (row === undefined || row.dueAt === null) return;
  const [told] = await tx
    .select({ seq: events.seq })
    .from(events)
    .innerJoin(editions, eq(editions.id, events.editionId))
    .where(and(eq(events.editionId, id), toldAlready(debt, at)))
    .limit(1);
  if (told !== undefined) return;
  await recordEvent(tx, {
    portalId: row.article.portalId,
    actorId: null,
    actorRole: null,
    verb: row.dueAt <= at ? debt.overdue : debt.reminder,
    articleId: row.article.id,
    editionId: id,
    agencyId: row.article.agencyId,
    detail: { dueAt: row.dueAt.toISOString() },
  });
}
