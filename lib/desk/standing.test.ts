import { describe, expect, test } from 'vitest';
import { standardSettings } from '#lib/service-hours/desk-settings.ts';
import type { ServiceCalendar } from '#lib/service-hours/service-calendar.ts';
import { isLate, serviceTime, standingOf, standingText } from './standing.ts';

const calendar: ServiceCalendar = {
  timeZone: 'Asia/Makassar',
  week: standardSettings.week,
  daysOff: new Set(['2026-03-19']),
};
/** A moment of January 2026 in WITA: the 14th is a Wednesday. */
const wita = (day: number, time: string) => new Date(`2026-01-${String(day).padStart(2, '0')}T${time}:00+08:00`);

describe('how an item stands', () => {
  test.each([
    ['while there is time', wita(14, '08:00'), wita(14, '12:00'), wita(14, '10:10'), '2 j 10 m dari 4 j'],
    ['past its target', wita(14, '08:00'), wita(14, '10:00'), wita(14, '10:35'), 'terlambat 35 m'],
    ['over a night, in service hours', wita(14, '15:00'), wita(15, '11:00'), wita(15, '09:00'), '2 j dari 4 j'],
    ['over a weekend', wita(16, '15:30'), wita(16, '16:00'), wita(19, '08:20'), 'terlambat 20 m'],
    [
      'at closing time the target is past, and no minute more',
      wita(14, '14:00'),
      wita(14, '16:00'),
      wita(14, '19:00'),
      'lewat target',
    ],
    ['at the very target it is not late', wita(14, '08:00'), wita(14, '10:00'), wita(14, '10:00'), '2 j dari 2 j'],
    ['without a target', wita(14, '08:00'), null, wita(14, '08:45'), 'sudah 45 m'],
  ])('%s', (_, waitingSince, targetAt, at, text) => {
    expect(standingText(standingOf({ waitingSince, targetAt, dueAt: null }, calendar, at))).toBe(text);
  });

  test('late is past its target, or past the date somebody gave it', () => {
    const item = { waitingSince: wita(14, '08:00'), targetAt: wita(14, '12:00'), dueAt: wita(14, '09:00') };
    expect(isLate(standingOf(item, calendar, wita(14, '08:59')))).toBe(false);
    expect(standingOf(item, calendar, wita(14, '09:01'))).toMatchObject({ late: null, isOverdue: true });
    expect(isLate(standingOf(item, calendar, wita(14, '09:01')))).toBe(true);
    expect(isLate(standingOf({ ...item, dueAt: null }, calendar, wita(14, '12:01')))).toBe(true);
  });

  test('a row from before waiting was kept has waited for nothing', () => {
    const standing = standingOf({ waitingSince: null, targetAt: null, dueAt: null }, calendar, wita(14, '09:00'));
    expect(standingText(standing)).toBe('sudah 0 m');
  });

  test('minutes are said as people say them', () => {
    expect([0, 0.5, 59, 60, 61, 600].map(serviceTime)).toEqual(['0 m', '0 m', '59 m', '1 j', '1 j 1 m', '10 j']);
  });
});
