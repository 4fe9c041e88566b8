import { describe, expect, it } from 'vitest';
import { type Autosave, isSettled, opened, step } from './autosave.ts';

const newest = { kind: 'refreshed', words: 'baru', version: 5, savedAt: '2026-01-14T02:00:00Z' } as const;
const refreshed = (state: Autosave<string>) => step(state, newest).next;
const start = opened('lama', 3, null);
const typed = step(start, { kind: 'changed', words: 'lama dan saya', at: 0 }).next;
const sending = step(typed, { kind: 'tick', at: 5_000, freshId: 'a' }).next;
const answered = (answer: Parameters<typeof step<string>>[1] & { kind: 'answered' }) => step(sending, answer).next;

describe('newer words of somebody else', () => {
  it('take the place of words that are all on the server, and the next save stands on them', () => {
    const next = refreshed(start);
    expect(next).toMatchObject({ words: 'baru', base: 5, replaced: 1, halt: null });
    expect(isSettled(next)).toBe(true);
  });

  it('never take the place of what is unsent, on its way or waiting for a choice', () => {
    const theirs = { version: 4, words: 'lain', by: 'Maria', at: 'x' };
    const conflicting = answered({ kind: 'answered', saveId: 'a', answer: { kind: 'conflict', theirs }, at: 6_000 });
    for (const state of [typed, sending, conflicting]) expect(refreshed(state)).toEqual(state);
  });

  it('are no news when they are older than what this tab has saved', () => {
    const saved = answered({
      kind: 'answered',
      saveId: 'a',
      answer: { kind: 'saved', version: 5, at: 'x' },
      at: 6_000,
    });
    expect(refreshed(saved)).toEqual(saved);
  });

  it('follow words that were kept aside, so that writing can go on when it is one’s turn again', () => {
    const aside = answered({ kind: 'answered', saveId: 'a', answer: { kind: 'stranded', text: 'x' }, at: 6_000 });
    expect(refreshed({ ...aside, base: 5 })).toMatchObject({ words: 'baru', halt: null });
  });
});
