import { describe, expect, it } from 'vitest';
import { sectionId } from '#lib/ids.ts';
import { completeWords } from '#lib/testing/words.ts';
import { readDraft, readinessOfDraft } from './readiness-of-draft.ts';

const first = { changeType: null, linkRegister: { own: [], allowed: [], refused: [] } };
const words = completeWords(sectionId.parse('0198a000-0000-7000-8000-00000000000a'));

describe('the words of a draft', () => {
  it('are checked by the server’s own rules, and what it would not take is told as well', () => {
    expect(readinessOfDraft(readDraft(words), () => 'ready', first).blocking).toEqual([]);
    const untitled = readinessOfDraft(readDraft({ ...words, title: '' }), () => 'ready', first).blocking;
    expect(untitled.map(({ field }) => field)).toEqual(['title']);
    const refused = readinessOfDraft(readDraft({ ...words, title: 'a'.repeat(201) }), () => 'ready', first).blocking;
    expect(refused.map(({ field, code }) => [field, code])).toEqual([['title', 'not_taken']]);
  });

  it('of a later edition lack the public note while it is written, unless the change is minor', () => {
    const blocking = (changeType: 'correction' | 'minor') =>
      readinessOfDraft(readDraft({ ...words, publicNote: '' }), () => 'ready', { ...first, changeType }).blocking.map(
        ({ field }) => field,
      );
    expect(blocking('correction')).toEqual(['publicNote']);
    expect(blocking('minor')).toEqual([]);
  });
});
