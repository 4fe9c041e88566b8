import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles, editions, events, queueEntries } from '#db/schema/index.ts';
import { type Durations, durationsByName, type MinuteCount, noDurations } from './durations.ts';
import { entriesWithin, inParts, ofAgencies, ofKind, type Question, withKind } from './question.ts';
import { type WaitingStage, waitingStages } from './report-words.ts';
import { measured, minuteCounts, serviceDays } from './service-minutes.ts';

/** How long editions stayed in a stage they left in the period, and how many stand in it now. */
export type StageWait = Durations & { stage: WaitingStage; waitingNow: number; lateNow: number };

/** Each stage in the order of the road. */
export async function stageWaits(question: Question): Promise<StageWait[]> {
  const left = durationsByName(await timesInStages(question));
  const standing = await standingNow(question);
  return waitingStages.map((stage) => ({
    ...(left.get(stage) ?? noDurations),
    stage,
    waitingNow: standing.find((row) => row.stage === stage)?.waiting ?? 0,
    lateNow: standing.find((row) => row.stage === stage)?.late ?? 0,
  }));
}

/**
 * The entry by which an edition came into a stage is its last change of state before the one by which it
 * left. Mostly both lie in the period; only for the others is the log asked once more.
 */
async function timesInStages(question: Question): Promise<MinuteCount[]> {
  const counted: MinuteCount[] = [];
  for (const part of inParts(question)) counted.push(...(await timesInPart(part)));
  return counted;
}

function timesInPart(question: Question): Promise<MinuteCount[]> {
  const { calendar } = question;
  const spans = sql`spans`;
  return database().execute<MinuteCount>(sql`
    with changes as (
      select ${events.editionId} as edition_id, ${events.seq} as seq, ${events.at} as ended, ${events.fromState} as stage,
        lag(${events.at}) over (partition by ${events.editionId} order by ${events.seq}) as before
      from ${events} ${withKind(question)}
      where ${entriesWithin(question)} and ${events.editionId} is not null
        and ${events.toState} is distinct from ${events.fromState}
    ),
    entered as materialized (
      select stage, ended, coalesce(before, (
          select earlier.at from ${events} as earlier
          where earlier.edition_id = changes.edition_id and earlier.seq < changes.seq
            and earlier.to_state = changes.stage and earlier.from_state is distinct from earlier.to_state
          order by earlier.seq desc limit 1
        )) as started
      from changes where stage in ${[...waitingStages]}
    ),
    spans as (select * from entered where started is not null),
    ${serviceDays(calendar, spans)},
    ${measured(calendar, spans)}
    ${minuteCounts(sql`stage`, sql`measured`)}`);
}

function standingNow(question: Question): Promise<{ stage: WaitingStage; waiting: number; late: number }[]> {
  const counts = sql`count(*)::int as waiting,
      (count(*) filter (where ${editions.targetAt} < ${question.at.toISOString()}))::int as late`;
  // The queue knows whose each is; what was returned stands in no queue.
  const inQueue = waitingStages.filter((stage) => stage !== 'returned');
  return database().execute<{ stage: WaitingStage; waiting: number; late: number }>(sql`
    select ${editions.state} as stage, ${counts}
    from ${queueEntries} inner join ${editions} on ${editions.id} = ${queueEntries.editionId}
    where ${queueEntries.state} in ${inQueue} and ${editions.state} in ${inQueue} and ${queueEntries.portalId} = ${question.portalId}
      ${ofAgencies(question, sql`coalesce(${editions.agencyId}, ${queueEntries.agencyId})`)} ${ofKind(question)}
    group by 1
    union all
    select ${editions.state} as stage, ${counts}
    from ${editions} inner join ${articles} on ${articles.id} = ${editions.articleId}
    where ${editions.state} = 'returned' and ${articles.portalId} = ${question.portalId}
      ${ofAgencies(question, sql`coalesce(${editions.agencyId}, ${articles.agencyId})`)} ${ofKind(question)}
    group by 1`);
}
