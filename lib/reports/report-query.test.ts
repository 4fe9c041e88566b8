import { describe, expect, test } from 'vitest';
import { periodText, tickText } from './figure-words.ts';
import { monthPeriod, periodOf, reportQueryOf, reportQueryText, unitFor } from './report-query.ts';
import { bucketsOf } from './throughput.ts';

const today = '2026-11-23';
const periodFor = (given: Record<string, string>) => periodOf(reportQueryOf(given), today);

describe('the address', () => {
  test.each([
    ['', ''],
    ['kurun=bulan-lalu&opd=dinkes&jenis=news&per=minggu', 'kurun=bulan-lalu&opd=dinkes&jenis=news&per=minggu'],
    ['kurun=sendiri&dari=2026-01-05&sampai=2026-02-01', 'kurun=sendiri&dari=2026-01-05&sampai=2026-02-01'],
    // Days count only with a period of one's own; what is unknown is not asked.
    ['kurun=7-hari&dari=2026-01-05', 'kurun=7-hari'],
    ['kurun=abad-ini&jenis=roman&per=jam&dari=kemarin', ''],
    ['__proto__=x&opd=', ''],
  ])('%s reads as %s', (given, kept) => {
    expect(reportQueryText(reportQueryOf(Object.fromEntries(new URLSearchParams(given))))).toBe(kept);
  });

  test('of a name given twice the first counts', () => {
    expect(reportQueryOf({ kurun: ['bulan-ini', '7-hari'] }).period).toBe('bulan-ini');
  });
});

describe('the period', () => {
  test.each([
    ['7-hari', '2026-11-17', '2026-11-23'],
    ['30-hari', '2026-10-25', '2026-11-23'],
    ['bulan-ini', '2026-11-01', '2026-11-23'],
    ['bulan-lalu', '2026-10-01', '2026-10-31'],
    ['triwulan-ini', '2026-10-01', '2026-11-23'],
    ['tahun-ini', '2026-01-01', '2026-11-23'],
  ])('%s', (kurun, firstDay, lastDay) => {
    expect(periodFor({ kurun })).toEqual({ period: { firstDay, lastDay }, problem: null });
  });

  test('last month of January is December, and February has 29 days in a leap year', () => {
    expect(periodOf(reportQueryOf({ kurun: 'bulan-lalu' }), '2027-01-05').period.firstDay).toBe('2026-12-01');
    expect(monthPeriod('2028-02').lastDay).toBe('2028-02-29');
  });

  test.each([
    [{ dari: '2026-03-01' }, /Isi tanggal awal dan tanggal akhir/],
    [{ dari: '2026-03-02', sampai: '2026-03-01' }, /Tanggal awal sesudah tanggal akhir/],
    [{ dari: '2025-01-01', sampai: '2026-01-02' }, /paling panjang 366 hari/],
  ])('own days that cannot be taken are told, and the usual ones shown: %o', (days, told) => {
    const { period, problem } = periodFor({ kurun: 'sendiri', ...days });
    expect(problem).toMatch(told);
    expect(period).toEqual({ firstDay: '2026-10-25', lastDay: '2026-11-23' });
  });

  test('366 days of one’s own are taken', () => {
    expect(periodFor({ kurun: 'sendiri', dari: '2025-01-01', sampai: '2026-01-01' }).problem).toBeNull();
  });
});

describe('days, weeks and months', () => {
  test('fit the length of the period', () => {
    expect(unitFor({ firstDay: '2026-10-25', lastDay: '2026-11-23' })).toBe('day');
    expect(unitFor({ firstDay: '2026-09-01', lastDay: '2026-11-23' })).toBe('week');
    expect(unitFor({ firstDay: '2026-01-01', lastDay: '2026-11-23' })).toBe('month');
  });

  test('weeks begin on Monday; the first and the last end where the period ends', () => {
    expect(bucketsOf({ firstDay: '2026-11-04', lastDay: '2026-11-17' }, 'week')).toEqual([
      { start: '2026-11-02', firstDay: '2026-11-04', lastDay: '2026-11-08' },
      { start: '2026-11-09', firstDay: '2026-11-09', lastDay: '2026-11-15' },
      { start: '2026-11-16', firstDay: '2026-11-16', lastDay: '2026-11-17' },
    ]);
  });

  test('months of every length follow one another', () => {
    const months = bucketsOf({ firstDay: '2028-01-31', lastDay: '2028-04-01' }, 'month');
    expect(months.map(({ firstDay, lastDay }) => `${firstDay} ${lastDay}`)).toEqual([
      '2028-01-31 2028-01-31',
      '2028-02-01 2028-02-29',
      '2028-03-01 2028-03-31',
      '2028-04-01 2028-04-01',
    ]);
  });

  test('are named as a newspaper names them', () => {
    expect(periodText({ firstDay: '2026-11-01', lastDay: '2026-11-23' })).toBe('1–23 November 2026');
    expect(periodText({ firstDay: '2026-10-25', lastDay: '2026-11-23' })).toBe('25 Oktober–23 November 2026');
    expect(periodText({ firstDay: '2025-12-30', lastDay: '2026-01-02' })).toBe('30 Desember 2025–2 Januari 2026');
    expect(tickText({ firstDay: '2026-11-09', lastDay: '2026-11-09' }, 'day', false)).toBe('9 Nov');
    expect(tickText({ firstDay: '2026-12-01', lastDay: '2026-12-31' }, 'month', false)).toBe('Des');
    expect(tickText({ firstDay: '2027-01-01', lastDay: '2027-01-31' }, 'month', false)).toBe('Jan 2027');
  });
});
