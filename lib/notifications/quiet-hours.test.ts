import { expect, test } from 'vitest';
import { localTime, quietMinutes, usualTimes } from './quiet-hours.ts';

const at = (hour: number, minute = 0) => hour * 60 + minute;
const times = (from: number | null, until: number | null) => ({ quietFrom: from, quietUntil: until, digestAt: 420 });

test.each([
  ['before they begin', times(at(21), at(6)), at(20, 59), 0],
  ['when they begin', times(at(21), at(6)), at(21), 540],
  ['after midnight', times(at(21), at(6)), at(0, 30), 330],
  ['when they end', times(at(21), at(6)), at(6), 0],
  ['within one day', times(at(12), at(13)), at(12, 15), 45],
  ['without any', times(null, null), at(3), 0],
  ['of no length', times(at(8), at(8)), at(8), 0],
])('quiet hours %s', (_, own, minute, wait) => {
  expect(quietMinutes(own, minute)).toBe(wait);
});

test('the usual ones are the night', () => {
  expect([quietMinutes(usualTimes, at(22)) > 0, quietMinutes(usualTimes, at(7))]).toEqual([true, 0]);
});

test('minutes are those of the wall clock of the portal, over midnight and in each zone', () => {
  const moment = new Date('2026-02-28T16:30:00Z');
  expect(localTime(moment, 'Asia/Makassar')).toEqual({ day: '2026-03-01', minute: at(0, 30) });
  expect(localTime(moment, 'Asia/Jakarta')).toEqual({ day: '2026-02-28', minute: at(23, 30) });
});
