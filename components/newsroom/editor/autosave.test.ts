import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  type Autosave,
  type AutosaveEvent,
  type Effect,
  isSettled,
  nextDue,
  opened,
  resumed,
  sendWithin,
  step,
  storeWithin,
} from './autosave.ts';

type Words = string;

/** What the server must do with a save, whatever the network does to the request. */
class Edition {
  words: Words = 'awal';
  version = 1;
  lastSaveId = '';
  /** Every text that ever stood on the server, in order. */
  history: Words[] = ['awal'];

  save(request: { saveId: string; baseVersion: number; words: Words }): Answer<Words> {
    if (request.saveId === this.lastSaveId) return { kind: 'saved', version: this.version, at: 'x' };
    if (request.baseVersion !== this.version) {
      return { kind: 'conflict', theirs: { version: this.version, words: this.words, by: 'Orang lain', at: 'x' } };
    }
    return this.put(request.saveId, request.words);
  }

  put(saveId: string, words: Words): Answer<Words> {
    this.version += 1;
    this.words = words;
    this.lastSaveId = saveId;
    this.history.push(words);
    return { kind: 'saved', version: this.version, at: 'x' };
  }
}

/** One open tab, its device store, and everything under way between it and the server. */
class Tab {
  state: Autosave<Words>;
  at = 10_000;
  device: { words: Words; base: number; attempt: Autosave<Words>['attempt'] } | null = null;
  wires: { request: number; saveId: string; baseVersion: number; words: Words }[] = [];
  replies: { saveId: string; answer: Answer<Words> }[] = [];
  #ids = 0;
  readonly name: string;

  constructor(state: Autosave<Words>, name = 'a') {
    this.state = state;
    this.name = name;
  }

  tell(event: AutosaveEvent<Words>): Effect<Words>[] {
    const { next, effects } = step(this.state, event);
    this.state = next;
    for (const effect of effects) {
      if (effect.kind === 'store') {
        this.device = isSettled(next) ? null : { words: next.words, base: next.base, attempt: next.attempt };
        this.tell({ kind: 'stored', change: next.change });
      } else {
        this.wires.push({ request: effect.request, ...effect.attempt });
      }
    }
    return effects;
  }

  type(words: Words) {
    return this.tell({ kind: 'changed', words, at: this.at });
  }

  wait(milliseconds: number) {
    this.at += milliseconds;
    this.#ids += 1;
    return this.tell({ kind: 'tick', at: this.at, freshId: `${this.name}${this.#ids}` });
  }
}

const openTab = () => new Tab(opened('awal', 1, null));

/** A network that answers everything at once, until nothing is left to do. */
function settle(tab: Tab, edition: Edition) {
  for (let round = 0; round < 50; round += 1) {
    // What the network swallowed before is noticed by its time limit.
    if (tab.wires.length === 0 && tab.state.request !== null) {
      tab.tell({ kind: 'unreachable', request: tab.state.request, at: tab.at });
    }
    const due = nextDue(tab.state, tab.at);
    if (due === null && tab.wires.length === 0) return;
    tab.wait(due ?? 0);
    for (const wire of tab.wires.splice(0)) {
      tab.tell({ kind: 'answered', saveId: wire.saveId, answer: edition.save(wire), at: tab.at });
    }
  }
}

describe('autosave', () => {
  it('hands a change to the device first and to the server within the promised times, while typing goes on', () => {
    const tab = openTab();
    const effects: string[] = [];
    for (let key = 1; key <= 30; key += 1) {
      tab.type(`awal${key}`);
      for (const effect of tab.wait(100)) effects.push(`${effect.kind}@${key * 100}`);
    }
    expect(effects[0]).toBe(`store@${storeWithin}`);
    expect(effects.filter((effect) => effect.startsWith('send'))).toEqual([`send@${sendWithin}`]);
    expect(storeWithin).toBeLessThan(1000);
    expect(sendWithin).toBeLessThan(3000);
  });

  it('stores an attempt on the device before it is sent', () => {
    const tab = openTab();
    tab.type('baru');
    const effects = tab.wait(sendWithin);
    expect(effects.map((effect) => effect.kind)).toEqual(['store', 'send']);
    expect(tab.device?.attempt?.saveId).toBe(tab.wires[0]?.saveId);
  });

  it('sends one request at a time, and the words typed meanwhile after it', () => {
    const edition = new Edition();
    const tab = openTab();
    tab.type('satu');
    tab.wait(sendWithin);
    tab.type('dua');
    tab.wait(60_000);
    expect(tab.wires).toHaveLength(1);
    settle(tab, edition);
    expect(edition.history).toEqual(['awal', 'satu', 'dua']);
    expect(tab.device).toBeNull();
  });

  it('repeats an unanswered save under the same name, so that a lost answer makes no conflict', () => {
    const edition = new Edition();
    const tab = openTab();
    tab.type('satu');
    tab.wait(sendWithin);
    const [wire] = tab.wires.splice(0);
    if (wire === undefined) throw new Error('nothing was sent');
    edition.save(wire);
    tab.tell({ kind: 'unreachable', request: wire.request, at: tab.at });
    tab.type('dua');
    settle(tab, edition);
    expect(tab.state.halt).toBeNull();
    expect(edition.history).toEqual(['awal', 'satu', 'dua']);
  });

  it('ignores an answer to a save that is settled', () => {
    const edition = new Edition();
    const tab = openTab();
    tab.type('satu');
    tab.wait(sendWithin);
    const saveId = tab.wires[0]?.saveId ?? '';
    settle(tab, edition);
    const before = tab.state;
    tab.tell({
      kind: 'answered',
      saveId,
      answer: { kind: 'conflict', theirs: { version: 9, words: 'x', by: '', at: '' } },
      at: tab.at,
    });
    expect(tab.state).toEqual(before);
  });

  it('stops at a conflict and keeps both texts until a person chooses', () => {
    const edition = new Edition();
    const tab = openTab();
    edition.put('lain', 'punya dia');
    tab.type('punya saya');
    settle(tab, edition);
    expect(tab.state.halt).toMatchObject({ kind: 'conflict', theirs: { words: 'punya dia' } });
    expect(tab.device?.words).toBe('punya saya');
    expect(edition.words).toBe('punya dia');
  });

  it.each([
    ['mine', 'punya saya', 'punya saya'],
    ['theirs', 'punya dia', 'punya dia'],
  ] as const)('after a conflict, "%s" leaves %s on both sides', (choice, here, there) => {
    const edition = new Edition();
    const tab = openTab();
    edition.put('lain', 'punya dia');
    tab.type('punya saya');
    settle(tab, edition);
    tab.tell({ kind: 'choose', choice, at: tab.at });
    settle(tab, edition);
    expect([tab.state.words, edition.words, tab.device, tab.state.halt]).toEqual([here, there, null, null]);
  });

  it('sends nothing while a person merges, and the merged words when they are done', () => {
    const edition = new Edition();
    const tab = openTab();
    edition.put('lain', 'punya dia');
    tab.type('punya saya');
    settle(tab, edition);
    tab.tell({ kind: 'choose', choice: 'merge', at: tab.at });
    tab.type('punya kita');
    tab.wait(60_000);
    expect(tab.wires).toEqual([]);
    expect(tab.device?.words).toBe('punya kita');
    tab.tell({ kind: 'merged', at: tab.at });
    settle(tab, edition);
    expect(edition.words).toBe('punya kita');
  });

  it('keeps words on the device while the session is over, and sends them when it resumes', () => {
    const edition = new Edition();
    const tab = openTab();
    tab.type('satu');
    tab.wait(sendWithin);
    const [wire] = tab.wires.splice(0);
    tab.tell({ kind: 'answered', saveId: wire?.saveId ?? '', answer: { kind: 'signed_out' }, at: tab.at });
    tab.type('dua');
    tab.wait(60_000);
    expect(tab.wires).toEqual([]);
    expect(tab.device?.words).toBe('dua');
    tab.tell({ kind: 'resume', at: tab.at });
    settle(tab, edition);
    expect(edition.words).toBe('dua');
  });

  it('tries refused words again only once they have changed', () => {
    const tab = openTab();
    tab.type('salah');
    tab.wait(sendWithin);
    const [wire] = tab.wires.splice(0);
    tab.tell({
      kind: 'answered',
      saveId: wire?.saveId ?? '',
      answer: { kind: 'refused', text: 'Tidak bisa.', issues: [] },
      at: tab.at,
    });
    tab.wait(60_000);
    expect(tab.wires).toEqual([]);
    tab.type('benar');
    tab.wait(sendWithin);
    expect(tab.wires[0]?.words).toBe('benar');
  });

  it('hands over words typed after the stranded ones as well', () => {
    const tab = openTab();
    tab.type('satu');
    tab.wait(sendWithin);
    const [wire] = tab.wires.splice(0);
    tab.type('dua');
    tab.tell({
      kind: 'answered',
      saveId: wire?.saveId ?? '',
      answer: { kind: 'stranded', text: 'Sudah diajukan.' },
      at: tab.at,
    });
    tab.wait(sendWithin);
    expect(tab.wires[0]?.words).toBe('dua');
    expect(tab.state.halt?.kind).toBe('stranded');
  });

  it('sends at once when flushed, and what was typed meanwhile right after the answer', () => {
    const edition = new Edition();
    const tab = openTab();
    tab.type('satu');
    tab.tell({ kind: 'flush', at: tab.at, freshId: 'f1' });
    expect(tab.wires).toHaveLength(1);
    tab.type('dua');
    tab.tell({ kind: 'flush', at: tab.at, freshId: 'f2' });
    const [wire] = tab.wires.splice(0);
    if (wire === undefined) throw new Error('nothing was sent');
    tab.tell({ kind: 'answered', saveId: wire.saveId, answer: edition.save(wire), at: tab.at });
    expect(nextDue(tab.state, tab.at)).toBe(0);
  });
});

type Act =
  | { do: 'type' }
  | { do: 'wait'; for: number }
  /** The server receives one of the requests under way, possibly an old one, possibly a copy. */
  | { do: 'receive'; which: number; keep: boolean }
  /** One of the answers under way arrives, possibly late, possibly twice. */
  | { do: 'hear'; which: number; keep: boolean }
  | { do: 'lose' }
  | { do: 'crash' }
  | { do: 'other' }
  | { do: 'flush' }
  | { do: 'resume' };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ do: 'type' } as const) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('wait' as const), for: fc.integer({ min: 50, max: 4000 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('receive' as const), which: fc.nat(9), keep: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('hear' as const), which: fc.nat(9), keep: fc.boolean() }) },
  { weight: 2, arbitrary: fc.constant({ do: 'lose' } as const) },
  { weight: 1, arbitrary: fc.constant({ do: 'crash' } as const) },
  { weight: 1, arbitrary: fc.constant({ do: 'other' } as const) },
  { weight: 1, arbitrary: fc.constant({ do: 'flush' } as const) },
  { weight: 1, arbitrary: fc.constant({ do: 'resume' } as const) },
);

function take<T>(list: T[], which: number, keep: boolean): T | undefined {
  if (list.length === 0) return undefined;
  const index = which % list.length;
  return keep ? list[index] : list.splice(index, 1)[0];
}

/** The words a person would still have to type again: none, whatever happened. */
function play(acts: Act[], withOthers: boolean) {
  const edition = new Edition();
  let tab = openTab();
  let typed = 0;
  let latest = 'awal';
  let tabs = 0;
  for (const one of acts) {
    switch (one.do) {
      case 'type':
        // A modal conflict screen stands before the fields.
        if (tab.state.halt?.kind === 'conflict') break;
        typed += 1;
        latest = `ketikan ${typed}`;
        tab.type(latest);
        break;
      case 'wait':
        tab.wait(one.for);
        break;
      case 'receive': {
        const wire = take(tab.wires, one.which, one.keep);
        if (wire) tab.replies.push({ saveId: wire.saveId, answer: edition.save(wire) });
        break;
      }
      case 'hear': {
        const reply = take(tab.replies, one.which, one.keep);
        if (reply) tab.tell({ kind: 'answered', ...reply, at: tab.at });
        break;
      }
      case 'lose':
        if (tab.state.request !== null) tab.tell({ kind: 'unreachable', request: tab.state.request, at: tab.at });
        break;
      case 'crash': {
        // Only what the device holds survives; requests under way may still arrive.
        const { device, wires } = tab;
        if (tab.state.change > tab.state.storedChange && tab.state.sentChange < tab.state.change) break;
        tabs += 1;
        tab = new Tab(device ? resumed(device, null) : opened(edition.words, edition.version, null), `t${tabs}-`);
        tab.device = device;
        tab.wires = wires;
        break;
      }
      case 'other':
        if (withOthers) edition.put('orang lain', `orang lain ${edition.version}`);
        break;
      case 'flush':
        tab.tell({ kind: 'flush', at: tab.at, freshId: `flush${tab.at}-${edition.version}-${typed}-${tabs}` });
        break;
      case 'resume':
        tab.tell({ kind: 'resume', at: tab.at });
        break;
    }
    expect(tab.state.words === latest || tab.state.change === 0 || typed === 0).toBe(true);
  }
  return { edition, tab, latest, typed };
}

describe('whatever the network does', () => {
  it('the newest words end on the server, in the order they were typed, and the device is clean', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
        const { edition, tab, latest } = play(acts, false);
        settle(tab, edition);
        expect(tab.state.halt).toBeNull();
        expect(edition.words).toBe(latest);
        expect(tab.device).toBeNull();
        const ordinals = edition.history.map((words) => Number(words.split(' ')[1] ?? 0));
        expect(ordinals).toEqual([...ordinals].sort((one, other) => one - other));
      }),
      { numRuns: 400 },
    );
  });

  it('with others writing too, nobody is overwritten unseen: the newest words are on the server or beside it in a conflict', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
        const { edition, tab, latest, typed } = play(acts, true);
        settle(tab, edition);
        if (tab.state.halt?.kind === 'conflict') {
          expect(tab.state.words).toBe(latest);
          expect(tab.device?.words).toBe(latest);
          expect(tab.state.halt.theirs.words).not.toBe(latest);
        } else if (typed > 0) {
          expect(edition.history).toContain(latest);
        }
      }),
      { numRuns: 400 },
    );
  });
});
