import { expect, it, vi } from 'vitest';
import type { Finding } from '#lib/language/finding.ts';
import type { Manuscript } from '#lib/language/manuscript.ts';
import type { CheckRequest } from './check-desk.ts';
import { createChecking, type DictionaryAnswer } from './checking.ts';

const text = (words: string): Manuscript => ({
  kind: 'news',
  pieces: [{ place: 'title', part: '', role: 'title', text: words, links: [], italics: [] }],
  photos: [],
  datelinePlace: '',
  eventDate: null,
  regencies: [],
  sponsored: false,
  sourceCount: 0,
  venue: '',
});

const readability = {
  ...{ words: 1, sentences: 1, wordsPerSentence: 1, longWords: 0, lix: 1 },
  ...{ meaning: 'Mudah.', readingMinutes: 1 },
};

const found = (words: string): Finding => ({
  rule: 'double_space',
  family: 'typography',
  severity: 'advisory',
  place: 'title',
  part: '',
  start: 0,
  end: words.length,
  text: words,
  reason: 'Alasan.',
});

function setUp(
  lookUp: (words: readonly string[]) => Promise<DictionaryAnswer> = async () => ({
    state: 'ready',
    answers: new Map(),
  }),
) {
  const posted: CheckRequest[] = [];
  const checking = createChecking({ post: (request) => posted.push(request), lookUp });
  return { checking, posted, checks: () => posted.filter((request) => request.kind === 'check') };
}

it('keeps what was found before as it is, so that only what is new is drawn', () => {
  const { checking } = setUp();
  checking.check(text('satu'));
  checking.answered({ number: 1, findings: [found('satu')], readability, wanted: [] });
  const [first] = checking.state().findings;
  const before = checking.state().findings;
  checking.check(text('satu dua'));
  checking.answered({ number: 2, findings: [found('satu')], readability, wanted: [] });
  expect(checking.state().findings).toBe(before);
  checking.check(text('satu dua tiga'));
  checking.answered({ number: 3, findings: [found('baru'), found('satu')], readability, wanted: [] });
  expect(checking.state().findings.map(({ text: words }) => words)).toEqual(['baru', 'satu']);
  expect(checking.state().findings[1]).toBe(first);
});

it('keeps one check under way and then checks only the newest words', () => {
  const { checking, checks } = setUp();
  checking.check(text('satu'));
  checking.check(text('satu dua'));
  checking.check(text('satu dua tiga'));
  expect(checks()).toHaveLength(1);
  expect(checking.state().isBehind).toBe(true);
  checking.answered({ number: 1, findings: [found('satu')], readability, wanted: [] });
  expect(checks()).toHaveLength(2);
  expect(checks()[1]).toMatchObject({ manuscript: text('satu dua tiga') });
  checking.answered({ number: 2, findings: [], readability, wanted: [] });
  expect(checking.state()).toMatchObject({ findings: [], isBehind: false });
});

it('looks words up, tells the worker, and checks the same words again', async () => {
  const { checking, posted, checks } = setUp(async () => ({
    state: 'ready',
    answers: new Map([['mengahadapi', ['menghadapi']]]),
  }));
  checking.check(text('mengahadapi'));
  checking.answered({ number: 1, findings: [], readability, wanted: ['mengahadapi'] });
  await vi.waitFor(() => expect(checking.state().dictionary).toBe('ready'));
  expect(posted.map(({ kind }) => kind)).toEqual(['check', 'dictionary', 'check']);
  expect(checks()[1]).toMatchObject({ manuscript: text('mengahadapi') });
});

it('says when the dictionary is missing, and asks no more', async () => {
  const asked: string[][] = [];
  const { checking } = setUp(async (words) => {
    asked.push([...words]);
    return { state: 'missing', answers: new Map() };
  });
  checking.check(text('satu'));
  checking.answered({ number: 1, findings: [], readability, wanted: ['satu'] });
  await vi.waitFor(() => expect(checking.state().dictionary).toBe('missing'));
  checking.check(text('dua'));
  checking.answered({ number: 2, findings: [], readability, wanted: ['dua'] });
  expect(asked).toEqual([['satu']]);
});

it('goes on without the network, and asks again at the next pause', async () => {
  let isAway = true;
  const { checking } = setUp(async () => {
    if (isAway) throw new TypeError('Failed to fetch');
    return { state: 'ready', answers: new Map([['satu', null]]) };
  });
  checking.check(text('satu'));
  checking.answered({ number: 1, findings: [found('satu')], readability, wanted: ['satu'] });
  await vi.waitFor(() => expect(checking.state().dictionary).toBe('away'));
  expect(checking.state().findings).toHaveLength(1);
  isAway = false;
  checking.check(text('satu'));
  checking.answered({ number: 2, findings: [], readability, wanted: ['satu'] });
  await vi.waitFor(() => expect(checking.state().dictionary).toBe('ready'));
});

it('checks again when what texts are compared with arrives', () => {
  const { checking, checks } = setUp();
  checking.check(text('satu'));
  checking.answered({ number: 1, findings: [], readability, wanted: [] });
  checking.compareWith({
    ...{ today: '2026-11-22', people: [], agencies: [], regulations: [], figures: [], places: [] },
    ...{ houseNames: [], plainWords: [], dictionary: new Map() },
  });
  expect(checks()).toHaveLength(2);
});
