import { sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { events } from '#db/schema/index.ts';
import { dayAfter, firstOfMonth, mondayOf } from './days.ts';
import { entriesWithin, publishingVerbs, type Question, withKind } from './question.ts';
import type { Period, Unit } from './report-query.ts';

const counted = ['submitted', 'returned', 'rejected', 'published'] as const;
export type Flow = Record<(typeof counted)[number], number>;

/** What came and went in each day, week or month of the period, and in all of it. */
export type Throughput = { buckets: (Period & Flow)[]; total: Flow };

const nothing: Flow = { submitted: 0, returned: 0, rejected: 0, published: 0 };

/** Submissions, returns, rejections and publications, counted from the log. */
export async function throughput(question: Question): Promise<Throughput> {
  const { timeZone } = question.calendar;
  const rows = await database().execute<Flow & { day: string }>(sql`
    select to_char(date_trunc(${question.unit}, ${events.at} at time zone ${timeZone}), 'YYYY-MM-DD') as day,
      (count(*) filter (where ${events.verb} = 'submit'))::int as submitted,
      (count(*) filter (where ${events.verb} = 'return'))::int as returned,
      (count(*) filter (where ${events.verb} = 'reject'))::int as rejected,
      (count(*) filter (where ${events.verb} in ${[...publishingVerbs]}))::int as published
    from ${events} ${withKind(question)}
    where ${entriesWithin(question, ['submit', 'return', 'reject', ...publishingVerbs])}
    group by 1`);
  const found = new Map(rows.map(({ day, ...flow }) => [day, flow]));
  const buckets = bucketsOf(question.period, question.unit).map(({ start, ...days }) => ({
    ...days,
    ...(found.get(start) ?? nothing),
  }));
  return { buckets, total: totalOf(buckets) };
}

function totalOf(flows: readonly Flow[]): Flow {
  const total = { ...nothing };
  for (const flow of flows) for (const name of counted) total[name] += flow[name];
  return total;
}

/** The days, weeks or months of a period; the first and the last end where it ends. `start`: as PostgreSQL names them. */
export function bucketsOf({ firstDay, lastDay }: Period, unit: Unit): (Period & { start: string })[] {
  const buckets: (Period & { start: string })[] = [];
  for (let day = firstDay; day <= lastDay; ) {
    const start = unit === 'day' ? day : unit === 'week' ? mondayOf(day) : firstOfMonth(day);
    const next =
      unit === 'day' ? dayAfter(start, 1) : unit === 'week' ? dayAfter(start, 7) : firstOfMonth(dayAfter(start, 31));
    const end = dayAfter(next, -1);
    buckets.push({ start, firstDay: day, lastDay: end < lastDay ? end : lastDay });
    day = next;
  }
  return buckets;
}
