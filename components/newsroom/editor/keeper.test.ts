import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Answer, type Attempt, type Autosave, isSettled, opened, resumed } from './autosave.ts';
import { createKeeper, type Doors, type Keeper } from './keeper.ts';

type Kept = Pick<Autosave<string>, 'words' | 'base' | 'attempt'>;

/** A browser and a server in memory: what the keeper meets through its doors. */
function aDesk(answer: (attempt: Attempt<string>) => Promise<Answer<string>>) {
  const log: string[] = [];
  const device: { kept: Kept | null } = { kept: null };
  let ids = 0;
  const doors: Doors<string> = {
    send: (attempt) => {
      log.push(`send ${attempt.words}`);
      return answer(attempt);
    },
    keep: async ({ words, base, attempt }) => {
      device.kept = { words, base, attempt };
      log.push(`keep ${words}`);
    },
    forget: async () => {
      device.kept = null;
      log.push('forget');
    },
    newId: () => `id${++ids}`,
    now: () => performance.now(),
  };
  return { log, device, doors };
}

const saved = (version: number): Promise<Answer<string>> =>
  Promise.resolve({ kind: 'saved', version, at: '2026-01-14T02:30:00Z' });

let keeper: Keeper<string> | undefined;
const open = (start: Autosave<string>, doors: Doors<string>) => {
  keeper = createKeeper(start, doors);
  return keeper;
};

afterEach(() => keeper?.stop());

describe('the keeper', () => {
  it('keeps words on the device before it sends them, and forgets them once they are saved', async () => {
    const { log, device, doors } = aDesk(() => saved(2));
    const tab = open(opened('', 1, null), doors);
    tab.change('Air surut');
    const state = await tab.settle();
    expect(log).toEqual(['keep Air surut', 'send Air surut', 'forget']);
    expect(device.kept).toBeNull();
    expect(state.base).toBe(2);
  });

  it('sends in the same moment when the page goes away', () => {
    const { log, doors } = aDesk(() => saved(2));
    const tab = open(opened('', 1, null), doors);
    tab.change('Air surut');
    tab.leave();
    expect(log).toEqual(['keep Air surut', 'send Air surut']);
  });

  it('sends what was typed after an unanswered save without waiting again', async () => {
    vi.useFakeTimers();
    try {
      const { log, doors } = aDesk((attempt) => saved(attempt.baseVersion + 1));
      const attempt: Attempt<string> = { saveId: 'lama', baseVersion: 1, change: 1, words: 'Air' };
      const tab = open(resumed({ words: 'Air surut', base: 1, attempt }, null), doors);
      // No timer ever fires here: settling is a matter of answers only.
      expect(await tab.settle()).toMatchObject({ base: 3, attempt: null });
      expect(log.filter((line) => line.startsWith('send'))).toEqual(['send Air', 'send Air surut']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('gives up waiting, not the words, when the server cannot be reached', async () => {
    const { device, doors } = aDesk(() => Promise.reject(new TypeError('Failed to fetch')));
    const tab = open(opened('', 1, null), doors);
    tab.change('Air surut');
    const state = await tab.settle();
    expect(state.failures).toBe(1);
    expect(device.kept?.words).toBe('Air surut');
  });

  it('says that the browser has no room until it has some, also once everything is sent', async () => {
    const { doors } = aDesk((attempt) => saved(attempt.baseVersion + 1));
    let hasRoom = false;
    const narrow: Doors<string> = {
      ...doors,
      keep: (state) => (hasRoom ? doors.keep(state) : Promise.reject(new DOMException('full', 'QuotaExceededError'))),
    };
    const tab = open(opened('', 1, null), narrow);
    tab.change('Air surut');
    await vi.waitFor(() => expect(tab.state().storage).toBe('full'));
    await tab.settle();
    expect([isSettled(tab.state()), tab.state().storage]).toEqual([true, 'full']);
    hasRoom = true;
    tab.change('Air surut lagi');
    await vi.waitFor(() => expect(tab.state().storage).toBe('works'));
  });

  it('first repeats the save that was unanswered when the tab was closed', async () => {
    const sent: string[] = [];
    const { doors } = aDesk((attempt) => {
      sent.push(`${attempt.saveId}:${attempt.words}@${attempt.baseVersion}`);
      return saved(attempt.baseVersion + 1);
    });
    const attempt = { saveId: 'lama', baseVersion: 3, change: 4, words: 'satu' };
    const tab = open(resumed({ words: 'satu dua', base: 3, attempt }, null), doors);
    await tab.settle();
    expect(sent).toEqual(['lama:satu@3', 'id2:satu dua@4']);
  });

  it('tells its listeners of every change', () => {
    const { doors } = aDesk(() => saved(2));
    const tab = open(opened('', 1, null), doors);
    const seen: string[] = [];
    tab.subscribe(() => seen.push(tab.state().words));
    tab.change('a');
    tab.change('ab');
    expect(seen).toEqual(['a', 'ab']);
  });
});
