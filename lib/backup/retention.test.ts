import { expect, test } from 'vitest';
import { backupsToKeep } from './retention.ts';

const day = 24 * 60 * 60 * 1000;
const end = new Date('2026-11-23T18:30:00Z');

const daily = (days: number, isWhole = true) =>
  Array.from({ length: days }, (_, ago) => {
    const at = new Date(end.getTime() - ago * day);
    return { name: at.toISOString().slice(0, 10), at, isWhole };
  });

test('a year of daily backups leaves the newest of seven days, four weeks and twelve months', () => {
  const kept = [...backupsToKeep(daily(400), end)].toSorted().toReversed();
  expect(kept.slice(0, 7)).toEqual(daily(7).map(({ name }) => name));
  expect(kept).toContain('2026-11-15');
  expect(kept).toContain('2026-11-08');
  expect(kept).not.toContain('2026-11-01');
  expect(kept).toEqual(expect.arrayContaining(['2026-10-31', '2026-09-30', '2025-12-31']));
  expect(kept).not.toContain('2025-11-30');
  expect(kept.length).toBeLessThanOrEqual(7 + 4 + 12);
});

test('a gap costs nothing: as many days count, however far apart', () => {
  const rare = daily(40).filter((_, index) => index % 5 === 0);
  expect(backupsToKeep(rare, end).size).toBeGreaterThanOrEqual(7);
});

test('one that is not whole stays two days and never pushes a whole one out', () => {
  const broken = daily(4, false).map((backup) => ({ ...backup, name: `rusak ${backup.name}` }));
  const kept = backupsToKeep([...broken, ...daily(7)], end);
  expect([...kept].filter((name) => name.startsWith('rusak'))).toHaveLength(2);
  expect(kept.size).toBe(7 + 2);
});
