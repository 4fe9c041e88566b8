import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { standardSettings } from '#lib/service-hours/desk-settings.ts';
import { type ServiceCalendar, serviceMinutesBetween } from '#lib/service-hours/service-calendar.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { measured, serviceDays } from './service-minutes.ts';

testDatabase();

const week = (from: number, until: number): ServiceCalendar['week'] => [
  { from, until },
  { from, until },
  null,
  { from, until },
  { from: from + 30, until: until - 15 },
  { from, until: from + 60 },
  null,
];
const calendars: readonly ServiceCalendar[] = [
  { timeZone: 'Asia/Makassar', week: standardSettings.week, daysOff: new Set(['2026-03-18', '2026-03-20']) },
  { timeZone: 'Asia/Pontianak', week: week(450, 1_020), daysOff: new Set(['2026-03-02', '2028-02-29']) },
  { timeZone: 'Asia/Jayapura', week: week(0, 1_440), daysOff: new Set() },
];

async function minutesInSql(calendar: ServiceCalendar, spans: readonly { started: Date; ended: Date }[]) {
  const given = sql`given`;
  const rows = await database().execute<{ place: number; minutes: number; clock: number }>(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(spans.map((span, place) => ({ ...span, place })))}::jsonb)
        as spans(place int, started timestamptz, ended timestamptz)
    ),
    ${serviceDays(calendar, given)}, ${measured(calendar, given)}
    select place, service_minutes as minutes, clock_minutes as clock from measured order by place`);
  return rows.map(({ minutes }) => minutes);
}

const moment = fc.date({
  min: new Date('2026-02-20T00:00:00Z'),
  max: new Date('2028-03-10T00:00:00Z'),
  noInvalidDate: true,
});
const spans = fc.array(
  fc.tuple(moment, fc.integer({ min: 0, max: 30 * 86_400_000 })).map(([started, length]) => ({
    started,
    ended: new Date(started.getTime() + length),
  })),
  { minLength: 1, maxLength: 40 },
);

test('PostgreSQL counts the minutes of service time that the calendar counts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...calendars), spans, async (calendar, given) => {
      const expected = given.map(({ started, ended }) => serviceMinutesBetween(calendar, started, ended));
      expect(await minutesInSql(calendar, given)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

test('nights, days off and the days between count nothing', async () => {
  const [calendar] = calendars;
  if (calendar === undefined) throw new Error('Expected a calendar.');
  const at = (text: string) => new Date(`${text}+08:00`);
  expect(
    await minutesInSql(calendar, [
      { started: at('2026-03-17T15:30'), ended: at('2026-03-19T08:30') },
      { started: at('2026-03-21T09:00'), ended: at('2026-03-22T18:00') },
      { started: at('2026-03-19T10:00'), ended: at('2026-03-19T11:15') },
    ]),
  ).toEqual([60, 0, 75]);
});
