import { describe, expect, it } from 'vitest';
import { localMoment, momentOf } from './local-moment.ts';

describe('a moment in a zone', () => {
  it.each([
    ['Asia/Makassar', '2026-01-14T10:30', '2026-01-14T10:30:00+08:00'],
    ['Asia/Pontianak', '2026-01-14T09:30', '2026-01-14T09:30:00+07:00'],
    ['UTC', '2026-01-14T02:30', '2026-01-14T02:30:00+00:00'],
  ])('%s: %s', (zone, local, moment) => {
    expect(localMoment(new Date('2026-01-14T02:30:00Z'), zone)).toBe(local);
    expect(momentOf(local, zone)).toBe(moment);
    expect(new Date(moment)).toEqual(new Date('2026-01-14T02:30:00Z'));
  });
});
