import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type UserId, userId } from '#lib/ids.ts';
import {
  askedFor,
  heardFrom,
  keepsAside,
  mayTakeTurn,
  type Seat,
  seatAfterOpening,
  seatOf,
} from '#lib/newsroom/seat.ts';
import {
  type Answer,
  type Attempt,
  type Autosave,
  type AutosaveEvent,
  isSettled,
  opened,
  step,
} from '../editor/autosave.ts';

/** The server's half of a save, as `saveWords` does it: seat, version, words, revisions. */
class Desk {
  text = '';
  version = 1;
  lastSaveId = '';
  seat: Seat | undefined;
  revisions: { by: UserId; text: string; isStranded: boolean }[] = [];

  save(by: UserId, { saveId, baseVersion, words }: Attempt<string>, at: Date): Answer<string> {
    if (saveId === this.lastSaveId) return { kind: 'saved', version: this.version, at: 'x' };
    if (keepsAside(this.seat, by, at)) {
      this.revisions.push({ by, text: words, isStranded: true });
      return { kind: 'stranded', text: 'x' };
    }
    if (baseVersion !== this.version)
      return { kind: 'conflict', theirs: { version: this.version, words: this.text, by: 'x', at: 'x' } };
    [this.text, this.version, this.lastSaveId] = [words, this.version + 1, saveId];
    const last = this.revisions.at(-1);
    // One person's typing shares a revision, as long as nobody wrote in between.
    if (last !== undefined && last.by === by && !last.isStranded) last.text = words;
    else this.revisions.push({ by, text: words, isStranded: false });
    if (this.seat !== undefined) this.seat = heardFrom(this.seat, by, at, at);
    return { kind: 'saved', version: this.version, at: 'x' };
  }
}

/** One person's page: what it believes, what it has typed, and what is on its way. */
class Page {
  state: Autosave<string>;
  wires: Attempt<string>[] = [];
  answers: { saveId: string; answer: Answer<string> }[] = [];
  typed: string[] = [];
  typedAt: Date | null = null;
  isMyTurn = true;
  readonly who: UserId;
  readonly name: string;

  constructor(who: UserId, name: string, desk: Desk) {
    [this.who, this.name] = [who, name];
    this.state = opened(desk.text, desk.version, null);
  }

  tell(event: AutosaveEvent<string>): void {
    const { next, effects } = step(this.state, event);
    this.state = next;
    for (const effect of effects) if (effect.kind === 'send') this.wires.push(effect.attempt);
  }
}

type Move = { who: 0 | 1; act: (typeof acts)[number]; seconds: number };
const acts = [
  ...(['beat', 'type', 'type', 'save', 'save', 'ask', 'give', 'take', 'mine', 'merge'] as const),
  ...(['send', 'arrive', 'answer', 'lose'] as const),
] as const;

const ids = [
  userId.parse('018f0000-0000-7000-8000-000000000001'),
  userId.parse('018f0000-0000-7000-8000-000000000002'),
] as const;

test('whoever writes, asks, gives or takes the turn, no typed word is lost', () => {
  const move = fc.record<Move>({
    who: fc.constantFrom(0, 1),
    act: fc.constantFrom(...acts),
    seconds: fc.constantFrom(0, 1, 3, 50, 130),
  });
  fc.assert(
    fc.property(fc.array(move, { minLength: 20, maxLength: 80, size: 'max' }), (moves) => {
      const desk = new Desk();
      const pages = [new Page(ids[0], 'a', desk), new Page(ids[1], 'b', desk)] as const;
      let clock = Date.parse('2026-01-14T02:00:00Z');
      for (const { who, act, seconds } of moves) {
        clock += seconds * 1000;
        play(desk, pages[who], act, new Date(clock));
        for (const page of pages) for (const word of page.typed) expect(isSafe(desk, page, word), word).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

/** The edition has it, a revision has it, or the page still keeps it as unsent. */
function isSafe(desk: Desk, page: Page, word: string): boolean {
  const kept = [page.state.words, page.state.attempt?.words ?? ''];
  return [desk.text, ...desk.revisions.map(({ text }) => text), ...kept].some((text) => text.split(' ').includes(word));
}

function play(desk: Desk, page: Page, act: Move['act'], at: Date): void {
  const { who } = page;
  const millis = at.getTime();
  switch (act) {
    case 'beat': {
      desk.seat = heardFrom(seatAfterOpening(desk.seat, who, at), who, page.typedAt, at);
      page.isMyTurn = desk.seat.holderId === who;
      if (!page.isMyTurn)
        page.tell({ kind: 'flush', at: millis, freshId: `${page.name}f${millis}/${page.wires.length}` });
      if (isSettled(page.state))
        page.tell({ kind: 'refreshed', words: desk.text, version: desk.version, savedAt: null });
      return;
    }
    case 'type': {
      if (!page.isMyTurn || page.state.halt?.kind === 'conflict' || page.state.halt?.kind === 'stranded') return;
      const word = `${page.name}${page.typed.length}`;
      page.typed.push(word);
      page.typedAt = at;
      page.tell({ kind: 'changed', words: `${page.state.words} ${word}`.trim(), at: millis });
      return;
    }
    case 'save':
      for (const one of ['send', 'arrive', 'answer'] as const) play(desk, page, one, at);
      return;
    case 'send':
      page.tell({ kind: 'tick', at: millis + 5_000, freshId: `${page.name}${millis}/${page.state.requests}` });
      return;
    case 'arrive': {
      const attempt = page.wires.shift();
      if (attempt !== undefined) page.answers.push({ saveId: attempt.saveId, answer: desk.save(who, attempt, at) });
      return;
    }
    case 'answer': {
      const heard = page.answers.shift();
      if (heard !== undefined) page.tell({ kind: 'answered', ...heard, at: millis });
      return;
    }
    case 'lose': {
      page.wires.shift();
      page.answers.shift();
      page.tell({ kind: 'unreachable', request: page.state.requests, at: millis });
      return;
    }
    case 'ask':
      desk.seat = desk.seat && askedFor(desk.seat, who, at);
      return;
    case 'give': {
      const asks = desk.seat?.askedBy ?? null;
      if (desk.seat?.holderId === who && asks !== null) desk.seat = seatOf(asks, at);
      return;
    }
    case 'take':
      if (desk.seat && mayTakeTurn(desk.seat, { userId: who, isManagingEditor: page.name === 'b' }, at))
        desk.seat = seatOf(who, at);
      return;
    case 'mine':
      page.tell({ kind: 'choose', choice: 'mine', at: millis });
      return;
    case 'merge': {
      const theirs = page.state.halt?.kind === 'conflict' ? page.state.halt.theirs.words : undefined;
      if (theirs === undefined) return;
      page.tell({ kind: 'choose', choice: 'merge', at: millis });
      page.tell({ kind: 'changed', words: `${page.state.words} ${theirs}`.trim(), at: millis });
      page.tell({ kind: 'merged', at: millis });
      return;
    }
  }
}
