import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { type ArticleKind, articleKinds } from '#db/schema/enums.ts';
import { editions, events } from '#db/schema/index.ts';
import { type Durations, durationsByName, durationsOf, type MinuteCount, noDurations } from './durations.ts';
import { entriesWithin, inParts, publishingVerbs, type Question } from './question.ts';
import { measured, minuteCounts, serviceDays } from './service-minutes.ts';

/** How long editions took from their first submission to readers. */
export type TimeToPublish = {
  all: Durations;
  byKind: (Durations & { kind: ArticleKind })[];
  /** By the agency's id. */
  byAgency: ReadonlyMap<string, Durations>;
  /** Published without ever having been submitted: the fast lane straight from a draft. They are not in the figures. */
  unsubmitted: number;
};

/** Median and ninetieth percentile, over all, by kind and by agency, in service time and on the clock. */
export async function timeToPublish(question: Question): Promise<TimeToPublish> {
  const counted: Counted[] = [];
  for (const part of inParts(question)) counted.push(...(await countedIn(part)));
  const of = (what: Counted['what']) => counted.filter((row) => row.what === what);
  const byKind = durationsByName(of('kind'));
  return {
    all: durationsOf(of('kind')),
    byKind: articleKinds
      .flatMap((kind) => ({ ...(byKind.get(kind) ?? noDurations), kind }))
      .filter(({ count }) => count > 0)
      .toSorted((one, other) => other.count - one.count),
    byAgency: durationsByName(of('agency')),
    unsubmitted: of('unsubmitted').reduce((sum, { count }) => sum + count, 0),
  };
}

type Counted = MinuteCount & { what: 'kind' | 'agency' | 'unsubmitted' };

function countedIn(question: Question): Promise<Counted[]> {
  const { calendar } = question;
  const spans = sql`spans`;
  return database().execute<Counted>(sql`
    with published as materialized (
      select ${events.at} as ended, ${events.agencyId} as agency_id, ${editions.kind} as kind, (
          select min(submission.at) from ${events} as submission
          where submission.edition_id = ${events.editionId} and submission.verb = 'submit'
        ) as started
      from ${events} inner join ${editions} on ${editions.id} = ${events.editionId}
      where ${entriesWithin(question, publishingVerbs)}
    ),
    spans as (select * from published where started is not null),
    ${serviceDays(calendar, spans)},
    ${measured(calendar, spans)}
    select 'kind' as what, counted.* from (${minuteCounts(sql`kind::text`, sql`measured`)}) as counted
    union all
    select 'agency', counted.* from (${minuteCounts(sql`agency_id::text`, sql`measured`)}) as counted
    union all
    select 'unsubmitted', '', '', 0, count(*)::int from published where started is null`);
}
