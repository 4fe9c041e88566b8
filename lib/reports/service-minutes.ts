import { type SQL, sql } from 'drizzle-orm';
import type { ServiceCalendar } from '#lib/service-hours/service-calendar.ts';

/**
 * The days of the office as lists, one place for each day, so that PostgreSQL itself counts minutes of
 * service time: the hours of each day and the open minutes before it. It holds what `serviceMinutesBetween`
 * holds (a test compares them); a year of the whole portal would be a hundred thousand rows to bring here.
 *
 * @param spans a table of the statement with the columns started and ended
 */
export function serviceDays({ timeZone, week, daysOff }: ServiceCalendar, spans: SQL): SQL {
  const hours = JSON.stringify(week.map((day) => [day?.from ?? 0, day?.until ?? 0]));
  const off = JSON.stringify([...daysOff]);
  return sql`service_days as materialized (
    select min(day) as first_day, array_agg(opens order by day) as opens, array_agg(closes order by day) as closes,
      array_agg(before order by day) as before
    from (
      select day, opens, closes, (sum(closes - opens) over (order by day) - (closes - opens))::int as before
      from (
        select given.day::date as day,
          case when off.day is null then (hours.pair ->> 0)::int else 0 end as opens,
          case when off.day is null then (hours.pair ->> 1)::int else 0 end as closes
        from generate_series(
            (select (min(started) at time zone ${timeZone})::date from ${spans}),
            (select (max(ended) at time zone ${timeZone})::date from ${spans}), interval '1 day') as given(day)
          inner join jsonb_array_elements(${hours}::jsonb) with ordinality as hours(pair, weekday)
            on hours.weekday = extract(isodow from given.day)
          left join jsonb_array_elements_text(${off}::jsonb) as off(day) on off.day::date = given.day::date
      ) as open_days
    ) as counted_days
  )`;
}

/**
 * The spans with their minutes, on the clock and in service time. Counted in whole milliseconds:
 * halves of them would add up. Materialised, or each row would take the lists along through every sort.
 */
export function measured({ timeZone }: ServiceCalendar, spans: SQL): SQL {
  const open = (moment: SQL) => {
    const place = sql`${moment}::date - first_day + 1`;
    const sinceMidnight = sql`(date_part('epoch', ${moment}::time) * 1000)::bigint`;
    return sql`(before[${place}] * 60000::bigint
      + greatest(0, least(closes[${place}] * 60000::bigint, ${sinceMidnight}) - opens[${place}] * 60000::bigint))`;
  };
  return sql`measured as materialized (
    select local.*,
      ((${open(sql`local_end`)} - ${open(sql`local_start`)}) / 60000)::float8 as service_minutes,
      floor(date_part('epoch', ended - started) / 60) as clock_minutes
    from (
      select ${spans}.*, started at time zone ${timeZone} as local_start, ended at time zone ${timeZone} as local_end
      from ${spans}
    ) as local cross join service_days
  )`;
}

/** How often each number of minutes was met, for each name that a column gives. */
export function minuteCounts(name: SQL, table: SQL): SQL {
  const of = (clock: 'service' | 'wall', minutes: SQL) =>
    sql`select ${name} as name, ${clock}::text as clock, ${minutes} as minutes, count(*)::int as count from ${table} group by 1, 3`;
  return sql`${of('service', sql`service_minutes`)} union all ${of('wall', sql`clock_minutes`)}`;
}
