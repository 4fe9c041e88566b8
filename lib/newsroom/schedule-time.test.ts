import { describe, expect, test } from 'vitest';
import { scheduleTimeIssues, scheduleWarnings, suggestedTime } from './schedule-time.ts';

const wita = 'Asia/Makassar';

test('a time that has passed, is too far, or lies within the embargo is refused', () => {
  const at = new Date('2026-03-18T00:00:00Z');
  const embargoUntil = new Date('2026-03-18T04:00:00Z');
  const codes = (when: string) => scheduleTimeIssues(new Date(when), { at, embargoUntil }).map(({ code }) => code);
  expect(codes('2026-03-18T00:00:00Z')).toEqual(['schedule_past']);
  expect(codes('2026-03-18T03:59:00Z')).toEqual(['schedule_embargo']);
  expect(codes('2026-03-18T04:00:00Z')).toEqual([]);
  expect(codes('2027-03-20T00:00:00Z')).toEqual(['schedule_far']);
  expect(codes('kapan-kapan')).toEqual(['schedule_missing']);
});

describe('what is unusual is said', () => {
  const daysOff = [{ day: '2026-03-19', name: 'Hari Suci Nyepi' }];
  test.each([
    ['a working morning', '2026-03-17T01:00:00Z', []],
    ['a day off, by the zone of the portal', '2026-03-18T16:00:00Z', ['Nyepi', 'malam']],
    ['the day before it there', '2026-03-18T12:59:00Z', []],
    ['a weekend', '2026-03-21T02:00:00Z', ['akhir pekan']],
    ['a late evening', '2026-03-17T13:00:00Z', ['malam']],
    ['an early morning', '2026-03-17T20:59:00Z', ['malam']],
    ['five in the morning', '2026-03-17T21:00:00Z', []],
    ['a leap day that is a Tuesday', '2028-02-29T02:00:00Z', []],
  ])('%s', (_, when, said) => {
    const warnings = scheduleWarnings(new Date(when), { timeZone: wita, daysOff });
    expect(warnings).toHaveLength(said.length);
    said.forEach((word, index) => {
      expect(warnings[index]).toContain(word);
    });
  });

  test('the same moment is another day elsewhere', () => {
    const moment = new Date('2026-03-18T16:30:00Z');
    expect(scheduleWarnings(moment, { timeZone: 'Asia/Pontianak', daysOff })).toHaveLength(1);
    expect(scheduleWarnings(moment, { timeZone: wita, daysOff })).toHaveLength(2);
  });
});

test('the form begins with a time that can be taken', () => {
  const plan = { timeZone: wita, at: new Date('2026-03-17T01:40:00Z'), failure: null, daysOff: [], newHosts: [] };
  const none = { ...plan, embargoUntil: null, scheduled: null };
  expect(suggestedTime(none)).toEqual(new Date('2026-03-17T03:00:00Z'));
  const embargoUntil = new Date('2026-03-20T02:15:00Z');
  expect(suggestedTime({ ...none, embargoUntil })).toEqual(embargoUntil);
  const scheduled = { for: new Date('2026-03-18T01:00:00Z'), by: 'Eko' };
  expect(suggestedTime({ ...none, scheduled })).toEqual(scheduled.for);
  const passed = { for: new Date('2026-03-16T01:00:00Z'), by: 'Eko' };
  expect(suggestedTime({ ...none, scheduled: passed })).toEqual(new Date('2026-03-17T03:00:00Z'));
});
