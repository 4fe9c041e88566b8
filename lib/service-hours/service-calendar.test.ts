import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dayIn } from '#lib/time-zone.ts';
import { daysOffOfTheState } from './days-off-of-the-state.ts';
import { standardSettings } from './desk-settings.ts';
import {
  afterServiceMinutes,
  businessDaysAfter,
  isBusinessDay,
  isServiceTime,
  type ServiceCalendar,
  serviceMinutesBetween,
} from './service-calendar.ts';

const wita: ServiceCalendar = {
  timeZone: 'Asia/Makassar',
  week: standardSettings.week,
  daysOff: new Set(daysOffOfTheState.map(({ day }) => day)),
};
const wib: ServiceCalendar = { ...wita, timeZone: 'Asia/Pontianak' };
const without = (calendar: ServiceCalendar): ServiceCalendar => ({ ...calendar, daysOff: new Set() });

/** 2026-03-13 10:00 in WITA, or in another zone by its offset. */
const at = (local: string, offset = '+08:00') => new Date(`${local}${offset}`);

describe('business days', () => {
  it('a request of Friday 13 March 2026 is due on 6 April, extended on 15 April', () => {
    expect(businessDaysAfter(wita, '2026-03-13', 10)).toBe('2026-04-06');
    expect(businessDaysAfter(wita, '2026-03-13', 17)).toBe('2026-04-15');
  });

  test.each([
    ['2026-03-18', false, 'collective leave'],
    ['2026-03-19', false, 'a holiday'],
    ['2026-03-28', false, 'a Saturday'],
    ['2026-03-25', true, 'the first day after'],
    ['2028-02-29', true, 'a leap day on a Tuesday'],
    ['2024-02-29', true, 'a leap day on a Thursday'],
    ['2026-12-24', false, 'leave before Christmas'],
  ])('%s is a business day: %s (%s)', (day, expected) => {
    expect(isBusinessDay(wita, day)).toBe(expected);
  });

  test.each([
    ['2026-12-23', 1, '2026-12-28', 'over Christmas'],
    ['2026-12-31', 1, '2027-01-01', 'into a year whose days nobody has entered'],
    ['2028-02-28', 1, '2028-02-29', 'onto the leap day'],
    ['2028-02-29', 1, '2028-03-01', 'from the leap day'],
    ['2027-02-26', 1, '2027-03-01', 'past a February without one'],
    ['2026-03-14', 0, '2026-03-14', 'none at all'],
  ])('from %s, %s days: %s (%s)', (day, count, expected) => {
    expect(businessDaysAfter(wita, day, count)).toBe(expected);
  });

  it('the year has 17 holidays and 8 days of collective leave', () => {
    const count = (kind: string) => daysOffOfTheState.filter((day) => day.kind === kind).length;
    expect([count('national_holiday'), count('collective_leave')]).toEqual([17, 8]);
    expect(new Set(daysOffOfTheState.map(({ day }) => day)).size).toBe(25);
  });
});

describe('adding service time', () => {
  test.each([
    ['2026-11-02T09:00', 60, '2026-11-02T10:00', 'within the day'],
    ['2026-11-02T15:00', 60, '2026-11-02T16:00', 'up to the last minute'],
    ['2026-11-02T15:00', 61, '2026-11-03T08:01', 'into the next morning'],
    ['2026-11-02T23:59:59', 60, '2026-11-03T09:00', 'a second before midnight'],
    ['2026-11-03T00:00', 60, '2026-11-03T09:00', 'at midnight'],
    ['2026-11-02T06:00', 60, '2026-11-02T09:00', 'before the office opens'],
    ['2026-11-06T15:30', 60, '2026-11-09T08:30', 'over a weekend'],
    ['2026-11-07T12:00', 60, '2026-11-09T09:00', 'on a Saturday'],
    ['2026-03-17T15:00', 120, '2026-03-25T09:00', 'over Nyepi, Idulfitri and the leave between'],
    ['2026-12-23T15:00', 120, '2026-12-28T09:00', 'over Christmas'],
    ['2026-12-31T15:00', 120, '2027-01-01T09:00', 'over the end of a year'],
    ['2028-02-28T15:00', 120, '2028-02-29T09:00', 'onto a leap day'],
    ['2026-11-02T09:00', 0, '2026-11-02T09:00', 'nothing'],
    ['2026-11-07T12:00', 0, '2026-11-07T12:00', 'nothing on a closed day'],
  ])('%s and %i minutes are %s (%s)', (from, minutes, expected) => {
    expect(afterServiceMinutes(wita, at(from), minutes)).toEqual(at(expected));
  });

  it('asks the clock of the portal: the same moment is a workday later in Barito Selatan', () => {
    const moment = at('2026-11-02T16:30');
    expect(afterServiceMinutes(wita, moment, 30)).toEqual(at('2026-11-03T08:30'));
    expect(afterServiceMinutes(wib, moment, 30)).toEqual(at('2026-11-02T16:00', '+07:00'));
  });

  it('knows the day of the zone: half past midnight in WITA is still the day before in WIB', () => {
    const moment = at('2026-11-07T00:30');
    expect(dayIn(moment, wita.timeZone)).toBe('2026-11-07');
    expect(dayIn(moment, wib.timeZone)).toBe('2026-11-06');
    expect(isServiceTime(wita, moment)).toBe(false);
  });

  it('counts the hours of the wall where a zone moves its clocks', () => {
    const berlin: ServiceCalendar = {
      timeZone: 'Europe/Berlin',
      week: [null, null, null, null, null, { from: 0, until: 1_440 }, { from: 0, until: 1_440 }],
      daysOff: new Set(),
    };
    // The night of 29 March 2026 has no hour from two to three.
    const from = new Date('2026-03-28T12:00:00+01:00');
    expect(afterServiceMinutes(berlin, from, 24 * 60)).toEqual(new Date('2026-03-29T12:00:00+02:00'));
  });

  it('says so when a calendar never opens', () => {
    const closed: ServiceCalendar = { ...wita, week: [null, null, null, null, null, null, null] };
    expect(() => afterServiceMinutes(closed, at('2026-11-02T09:00'), 1)).toThrow('without open days');
    expect(() => businessDaysAfter(closed, '2026-11-02', 1)).toThrow('without open days');
    expect(serviceMinutesBetween(closed, at('2026-11-02T09:00'), at('2027-11-02T09:00'))).toBe(0);
  });
});

describe('measuring service time', () => {
  test.each([
    ['2026-11-02T09:00', '2026-11-02T10:30', 90],
    ['2026-11-02T15:00', '2026-11-03T09:00', 120],
    ['2026-11-06T15:00', '2026-11-09T09:00', 120],
    ['2026-03-17T15:00', '2026-03-25T09:00', 120],
    ['2026-11-02T16:00', '2026-11-03T08:00', 0],
    ['2026-11-02T10:00', '2026-11-02T09:00', 0],
    ['2028-02-28T08:00', '2028-03-01T08:00', 960],
    ['2026-12-31T08:00', '2027-01-01T16:00', 960],
    ['2026-11-02T09:00:00', '2026-11-02T09:00:59', 0],
  ])('from %s until %s: %i minutes', (from, until, expected) => {
    expect(serviceMinutesBetween(wita, at(from), at(until))).toBe(expected);
  });
});

const minutesOfDay = fc.tuple(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 1, max: 1_440 }));
const hours = minutesOfDay.map(([from, length]) => ({ from, until: Math.min(1_440, from + length) }));
const maybeHours = fc.option(hours, { nil: null });
const moments = fc.date({ min: at('2025-12-01T00:00'), max: at('2028-12-31T00:00'), noInvalidDate: true });
const calendars: fc.Arbitrary<ServiceCalendar> = fc.record({
  timeZone: fc.constantFrom('Asia/Makassar', 'Asia/Pontianak', 'Asia/Jayapura', 'UTC', 'Pacific/Honolulu'),
  week: fc.tuple(hours, maybeHours, maybeHours, maybeHours, maybeHours, maybeHours, maybeHours),
  daysOff: fc.array(moments, { maxLength: 40 }).map((days) => new Set(days.map((day) => dayIn(day, 'UTC')))),
});
const amounts = fc.integer({ min: 0, max: 5_000 });

describe('any calendar', () => {
  it('measures what was added', () => {
    fc.assert(
      fc.property(calendars, moments, amounts, (calendar, from, minutes) => {
        expect(serviceMinutesBetween(calendar, from, afterServiceMinutes(calendar, from, minutes))).toBe(minutes);
      }),
    );
  });

  it('gives the first such moment: a millisecond before, the last minute was not over', () => {
    fc.assert(
      fc.property(calendars, moments, amounts, (calendar, from, minutes) => {
        fc.pre(minutes > 0);
        const before = new Date(afterServiceMinutes(calendar, from, minutes).getTime() - 1);
        expect(serviceMinutesBetween(calendar, from, before)).toBe(minutes - 1);
      }),
    );
  });

  it('never goes back: later moments and more minutes end later', () => {
    fc.assert(
      fc.property(calendars, moments, moments, amounts, amounts, (calendar, one, other, few, more) => {
        const [first, second] = one < other ? [one, other] : [other, one];
        const least = Math.min(few, more);
        const most = Math.max(few, more);
        const base = afterServiceMinutes(calendar, first, least).getTime();
        expect(afterServiceMinutes(calendar, second, least).getTime()).toBeGreaterThanOrEqual(base);
        expect(afterServiceMinutes(calendar, first, most).getTime()).toBeGreaterThanOrEqual(base);
        expect(serviceMinutesBetween(calendar, first, second)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('has no minute on a day off', () => {
    fc.assert(
      fc.property(calendars, moments, (calendar, moment) => {
        const day = dayIn(moment, calendar.timeZone);
        const closed = { ...calendar, daysOff: new Set([...calendar.daysOff, day]) };
        expect(isServiceTime(closed, moment)).toBe(false);
        expect(isBusinessDay(closed, day)).toBe(false);
        expect(serviceMinutesBetween(closed, moment, moment)).toBe(0);
        const later = afterServiceMinutes(closed, moment, 1);
        expect(dayIn(new Date(later.getTime() - 1), calendar.timeZone)).not.toBe(day);
      }),
    );
  });

  it('a day off more never makes more time', () => {
    fc.assert(
      fc.property(calendars, moments, amounts, (calendar, from, minutes) => {
        const with_ = afterServiceMinutes(calendar, from, minutes).getTime();
        const bare = afterServiceMinutes(without(calendar), from, minutes).getTime();
        expect(with_).toBeGreaterThanOrEqual(bare);
      }),
    );
  });
});
