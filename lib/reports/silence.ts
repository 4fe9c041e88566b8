import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { agencies, articles, events } from '#db/schema/index.ts';
import type { AgencyId } from '#lib/ids.ts';
import { ofAgencies, publishingVerbs, type Question } from './question.ts';
import { type SilenceStanding, silenceBounds } from './report-words.ts';

/** How long it is since an agency published, against what it is used to. */
export type Silence = {
  agencyId: AgencyId;
  name: string;
  /** The day of its last publication; null when it never published. */
  lastDay: string | null;
  days: number | null;
  /** The median of days between its days of publication; null with too few of them. */
  habit: number | null;
  standing: SilenceStanding;
};

/** All active agencies within the question, the longest silent first. The filter of kinds does not count here. */
export async function silencePerAgency(question: Question): Promise<Silence[]> {
  const { timeZone } = question.calendar;
  const until = new Date(Math.min(question.to.getTime(), question.at.getTime())).toISOString();
  const rows = await database().execute<Omit<Silence, 'standing'>>(sql`
    with days as (
      select distinct ${events.agencyId} as agency_id, (${events.at} at time zone ${timeZone})::date as day
      from ${events}
      where ${events.portalId} = ${question.portalId} and ${events.verb} in ${[...publishingVerbs]}
        and ${events.at} >= ${until}::timestamptz - interval '365 days' and ${events.at} < ${until}
        ${ofAgencies(question, sql`${events.agencyId}`)}
    ),
    gaps as (select agency_id, day, day - lag(day) over (partition by agency_id order by day) as gap from days),
    habits as (
      select agency_id, max(day) as last_day,
        case when count(*) >= ${silenceBounds.habitFrom} then percentile_cont(0.5) within group (order by gap) end as habit
      from gaps group by agency_id
    ),
    found as (
      select ${agencies.id} as id, ${agencies.shortName} as name, habit, coalesce(last_day, (
          select (max(${articles.firstPublishedAt}) at time zone ${timeZone})::date from ${articles}
          where ${articles.agencyId} = ${agencies.id} and ${articles.firstPublishedAt} < ${until}
        )) as last_day
      from ${agencies} left join habits on habits.agency_id = ${agencies.id}
      where ${agencies.portalId} = ${question.portalId} and ${agencies.isActive} ${ofAgencies(question, sql`${agencies.id}`)}
    )
    select id as "agencyId", name, to_char(last_day, 'YYYY-MM-DD') as "lastDay", habit,
      (((${until}::timestamptz - interval '1 second') at time zone ${timeZone})::date - last_day)::int as days
    from found order by days desc nulls first, name`);
  return rows.map((row) => ({ ...row, standing: standingOf(row) }));
}

function standingOf({ days, habit }: Pick<Silence, 'days' | 'habit'>): SilenceStanding {
  if (days === null) return 'never';
  if (habit === null) return 'no_habit';
  return days > Math.max(silenceBounds.shortest, habit * 2) ? 'silent' : 'usual';
}
