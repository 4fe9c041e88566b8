import { describe, expect, it } from 'vitest';
import type { Finding } from '#lib/language/finding.ts';
import { emptyWords } from '#lib/newsroom/article-input.ts';
import { withFix } from './mend.ts';

const finding = (part: Partial<Finding>): Finding => ({
  ...{ rule: 'r', family: 'word_forms', severity: 'advisory', place: 'title', part: '', start: 0, end: 9 },
  ...{ text: 'aktifitas', reason: '', fix: 'aktivitas' },
  ...part,
});

describe('a fix outside the text', () => {
  const words = {
    ...emptyWords(),
    title: 'aktifitas warga',
    details: { venue: 'Ruang aktifitas' },
    sources: [
      { name: 'BPS', detail: '' },
      { name: 'Dinas', detail: 'data aktifitas' },
    ],
  };

  it('changes that field alone', () => {
    expect(withFix(words, finding({}))).toEqual({ title: 'aktivitas warga' });
    expect(withFix(words, finding({ place: 'details.venue', start: 6 }))).toEqual({
      details: { venue: 'Ruang aktivitas' },
    });
    expect(withFix(words, finding({ place: 'sources.1', part: 'detail', start: 5 }))).toEqual({
      sources: [
        { name: 'BPS', detail: '' },
        { name: 'Dinas', detail: 'data aktivitas' },
      ],
    });
  });

  it('changes nothing when the words are gone', () => {
    expect(withFix(words, finding({ place: 'lead' }))).toBeUndefined();
    expect(withFix(words, finding({ place: 'sources.7', part: 'detail' }))).toBeUndefined();
    expect(withFix(words, finding({ place: 'cover', part: 'alt' }))).toBeUndefined();
  });
});
