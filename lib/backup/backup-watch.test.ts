import { expect, test } from 'vitest';
import type { BackupRun } from './backup-record.ts';
import { dueWork } from './backup-watch.ts';

const timeZone = 'Asia/Makassar';
/** 02.30 in Makassar is 18.30 UTC of the day before. */
const minuteOfDay = 150;
const since = new Date('2026-11-01T00:00:00Z');

const run = (startedAt: string, isWhole = true): BackupRun => ({
  ...{ id: '', kind: 'backup', startedAt: new Date(startedAt), endedAt: new Date(startedAt), file: null },
  ...{ isWhole, isEncrypted: false, bytes: 0, rows: 0, mediaFiles: 0, problems: [] },
});

function due(at: string, runs: { last?: string; lastFailed?: string; drill?: string } = {}) {
  const lastWhole = runs.last === undefined ? undefined : run(runs.last);
  const last = runs.lastFailed === undefined ? lastWhole : run(runs.lastFailed, false);
  const lastDrill = runs.drill === undefined ? undefined : run(runs.drill);
  return dueWork({ last, lastWhole, lastDrill }, { at: new Date(at), minuteOfDay, timeZone, since });
}

const drill = '2026-11-22T19:00:00Z';

test.each([
  ['the first one comes at once', '2026-11-01T03:00:00Z', {}, 'backup', false],
  [
    'before the hour yesterday’s is enough',
    '2026-11-23T18:29:00Z',
    { last: '2026-11-22T18:30:00Z', drill },
    undefined,
    false,
  ],
  [
    'from the hour on there is a new one',
    '2026-11-23T18:30:00Z',
    { last: '2026-11-22T18:30:00Z', drill },
    'backup',
    false,
  ],
  [
    'one made by hand after the hour counts',
    '2026-11-23T20:00:00Z',
    { last: '2026-11-23T19:00:00Z', drill },
    undefined,
    false,
  ],
  [
    'a night that was missed is made up for, and somebody is told',
    '2026-11-24T07:00:00Z',
    { last: '2026-11-22T18:30:00Z', drill },
    'backup',
    true,
  ],
  [
    'one that failed is not tried again within the hour',
    '2026-11-23T19:00:00Z',
    { last: '2026-11-22T18:30:00Z', lastFailed: '2026-11-23T18:30:00Z', drill },
    undefined,
    false,
  ],
  [
    'but after it',
    '2026-11-23T19:31:00Z',
    { last: '2026-11-22T18:30:00Z', lastFailed: '2026-11-23T18:30:00Z', drill },
    'backup',
    false,
  ],
  [
    'after a backup comes the week’s drill',
    '2026-11-23T19:00:00Z',
    { last: '2026-11-23T18:30:00Z', drill: '2026-11-16T18:59:00Z' },
    'drill',
    false,
  ],
  [
    'an install that never had a whole one is told after a day and a half',
    '2026-11-02T12:01:00Z',
    { lastFailed: '2026-11-02T11:50:00Z' },
    undefined,
    true,
  ],
] as const)('%s', (_, at, runs, work, isOverdue) => {
  expect(due(at, runs)).toEqual({ work, isOverdue });
});
