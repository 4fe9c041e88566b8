import { describe, expect, test } from 'vitest';
import { alarmKinds } from '#db/schema/enums.ts';
import type { Figures } from './figures.ts';
import { ago, type Looked, systemChecks } from './system-checks.ts';

const at = new Date('2026-01-14T02:30:00Z');
const hoursAgo = (hours: number) => new Date(at.getTime() - hours * 3_600_000);

const soundFigures: Figures = {
  queue: { waiting: 0, running: 1, retrying: 0, failed: 0, oldestSeconds: 0 },
  failedByTask: [],
  lastRoundAt: at,
  late: { schedule: 0, secondReviews: 0, unconfirmed: 4 },
  mail: { waiting: 0, failed: 0, oldestSeconds: 0 },
  integrity: { checkedAt: hoursAgo(5), isWhole: true },
  openAlarms: new Map(alarmKinds.map((kind) => [kind, 0])),
  backups: { lastWholeAt: hoursAgo(5), lastDrill: { at: hoursAgo(48), isWhole: true } },
  liveSessions: 12,
};
const sound: Looked = {
  ...{ at, isDemo: false, figures: soundFigures, mediaDisk: null },
  dataDisk: { free: 60e9, total: 100e9 },
  ...{ hasMail: true, hasObjectStore: true, hasMetrics: true },
};

const standing = (looked: Looked, name: string) => systemChecks(looked).find((check) => check.name === name)?.standing;
const withFigures = (changes: Partial<Figures>): Looked => ({ ...sound, figures: { ...soundFigures, ...changes } });

test('where all is well nothing is to be done', () => {
  for (const check of systemChecks(sound)) expect(check).toMatchObject({ standing: 'well' });
  for (const check of systemChecks(sound)) expect(check.todo).toBeUndefined();
});

describe('each thing that can go wrong is said once, with what to do', () => {
  const { queue, late, mail } = soundFigures;
  const drill = (lastDrill: { at: Date; isWhole: boolean } | null) =>
    withFigures({ backups: { lastWholeAt: hoursAgo(5), lastDrill } });
  test.each<[string, string, Looked]>([
    ['rounds', 'wrong', withFigures({ lastRoundAt: hoursAgo(1) })],
    ['rounds', 'wrong', withFigures({ lastRoundAt: null })],
    ['queue', 'watch', withFigures({ queue: { ...queue, waiting: 1_200, oldestSeconds: 900 } })],
    ['failed_jobs', 'wrong', withFigures({ queue: { ...queue, failed: 2 } })],
    ['schedule', 'wrong', withFigures({ late: { ...late, schedule: 1 } })],
    ['reviews', 'watch', withFigures({ late: { ...late, secondReviews: 3 } })],
    ['integrity', 'wrong', withFigures({ integrity: { checkedAt: hoursAgo(1), isWhole: false } })],
    ['integrity', 'watch', withFigures({ integrity: { checkedAt: hoursAgo(60), isWhole: true } })],
    ['integrity', 'watch', withFigures({ integrity: null })],
    ['backup', 'wrong', withFigures({ backups: null })],
    ['backup', 'wrong', withFigures({ backups: { lastWholeAt: hoursAgo(40), lastDrill: null } })],
    ['drill', 'watch', drill(null)],
    ['drill', 'watch', drill({ at: hoursAgo(24 * 20), isWhole: true })],
    ['drill', 'wrong', drill({ at: hoursAgo(1), isWhole: false })],
    ['data_disk', 'wrong', { ...sound, dataDisk: { free: 4e8, total: 40e9 } }],
    ['data_disk', 'watch', { ...sound, dataDisk: { free: 4e9, total: 40e9 } }],
    ['data_disk', 'wrong', { ...sound, dataDisk: undefined }],
    ['media_disk', 'wrong', { ...sound, mediaDisk: { free: 4e8, total: 40e9 } }],
    ['mail', 'watch', withFigures({ mail: { ...mail, failed: 1 } })],
    ['mail', 'watch', withFigures({ mail: { ...mail, waiting: 5, oldestSeconds: 9_000 } })],
  ])('%s: %s', (name, expected, looked) => {
    const others = systemChecks(looked).filter((check) => check.name !== name && check.name !== 'drill');
    expect(standing(looked, name)).toBe(expected);
    expect(systemChecks(looked).find((check) => check.name === name)?.todo).toMatch(/\.$/);
    for (const check of others) expect(check).toMatchObject({ standing: 'well' });
  });
});

test('what an install may do without is said plainly, and is not wrong', () => {
  const bare = { ...sound, hasMail: false, hasObjectStore: false, hasMetrics: false };
  for (const name of ['mail', 'object_store', 'metrics']) expect(standing(bare, name)).toBe('absent');
  const demo = { ...withFigures({ backups: null }), isDemo: true };
  for (const name of ['backup', 'drill']) expect(standing(demo, name)).toBe('absent');
});

test('a large disk with much room is well, however small the share', () => {
  expect(standing({ ...sound, dataDisk: { free: 400e9, total: 10e12 } }, 'data_disk')).toBe('well');
});

test.each([
  [1_000, 'baru saja'],
  [30 * 60_000, '30 menit yang lalu'],
  [5 * 3_600_000, '5 jam yang lalu'],
  [72 * 3_600_000, '3 hari yang lalu'],
])('%d ms is %s', (milliseconds, words) => {
  expect(ago(milliseconds)).toBe(words);
});
