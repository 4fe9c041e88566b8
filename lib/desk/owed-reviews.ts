import { and, asc, inArray, isNotNull, isNull } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { editions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { rowViews } from '#lib/newsroom/desk-rows.ts';
import type { EditionRowView } from '#lib/newsroom/desk-shapes.ts';
import { readEditions } from '#lib/newsroom/edition-record.ts';
import { maySee } from '#lib/newsroom/policy.ts';

/** The most that the queue shows. */
const mostShown = 50;

/** What went out by the fast lane and still owes its second review, as far as this person may see it, the most urgent first. */
export async function owedReviews(actor: Actor): Promise<EditionRowView[]> {
  const owed = and(
    isNotNull(editions.secondReviewDueAt),
    isNull(editions.secondReviewedAt),
    inArray(editions.state, ['published', 'archived']),
  );
  const records = await readEditions(database(), owed, asc(editions.secondReviewDueAt), mostShown);
  return rowViews(
    actor,
    records.filter(({ facts }) => maySee(actor, facts)),
  );
}
