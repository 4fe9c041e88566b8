import { describe, expect, test } from 'vitest';
import { userId } from '#lib/ids.ts';
import { heardFrom, holderIsGone, holderIsIdle, keepsAside, mayTakeTurn, seatAfterOpening, seatOf } from './seat.ts';

const dewi = userId.parse('018f0000-0000-7000-8000-000000000001');
const maria = userId.parse('018f0000-0000-7000-8000-000000000002');
const start = Date.parse('2026-01-14T02:00:00Z');
const second = (seconds: number) => new Date(start + seconds * 1000);
const seat = seatOf(dewi, second(0));
const asMaria = { userId: maria, isManagingEditor: false };

describe('the turn to write', () => {
  test('is of the first to open, and of the next who opens once the first has gone', () => {
    expect(seatAfterOpening(undefined, dewi, second(0)).holderId).toBe(dewi);
    expect(seatAfterOpening(seat, maria, second(20)).holderId).toBe(dewi);
    expect(seatAfterOpening(seat, maria, second(46))).toMatchObject({ holderId: maria, since: second(46) });
    expect(seatAfterOpening(seat, dewi, second(300))).toMatchObject({ holderId: dewi, since: second(0) });
  });

  test('is taken without asking from whoever has gone, or has rested for two minutes', () => {
    const there = heardFrom(seat, dewi, second(100), second(115));
    expect(mayTakeTurn(there, asMaria, second(120))).toBe(false);
    expect(holderIsIdle(there, second(221)) || holderIsGone(there, second(221))).toBe(true);
    expect(mayTakeTurn(there, asMaria, second(161))).toBe(true);
    expect(mayTakeTurn(heardFrom(there, dewi, null, second(215)), asMaria, second(219))).toBe(false);
    expect(mayTakeTurn(heardFrom(there, dewi, null, second(215)), asMaria, second(221))).toBe(true);
    expect(mayTakeTurn(there, { userId: maria, isManagingEditor: true }, second(116))).toBe(true);
    expect(mayTakeTurn(there, { userId: dewi, isManagingEditor: true }, second(500))).toBe(false);
  });

  test('keeps words of another aside only while the holder types', () => {
    expect(keepsAside(undefined, maria, second(0))).toBe(false);
    expect(keepsAside(seat, maria, second(5))).toBe(false);
    const typing = heardFrom(seat, dewi, second(10), second(12));
    expect(keepsAside(typing, maria, second(60))).toBe(true);
    expect(keepsAside(typing, dewi, second(60))).toBe(false);
    expect(keepsAside(typing, maria, second(131))).toBe(false);
  });

  test('knows nothing of what was typed before it began', () => {
    expect(heardFrom(seatOf(maria, second(60)), maria, second(30), second(61)).typedAt).toBeNull();
  });
});
