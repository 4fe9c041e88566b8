import { getSchema } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#lib/language/finding.ts';
import { richTextExtensions } from '#lib/richtext/extensions.ts';
import { fixedText, rangeOf } from './finding-range.ts';

const schema = getSchema(richTextExtensions());
const doc = schema.nodeFromJSON({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [{ type: 'text', text: 'Satu dua' }, { type: 'hardBreak' }, { type: 'text', text: 'tiga dua' }],
    },
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Butir aktifitas' }] }] },
      ],
    },
  ],
});

const finding = (part: Partial<Finding>): Finding => ({
  ...{
    rule: 'r',
    family: 'word_forms',
    severity: 'advisory',
    part: '',
    reason: '',
    place: 'body.0',
    start: 0,
    end: 0,
    text: '',
  },
  ...part,
});
const wordsAt = (one: Finding) => {
  const range = rangeOf(doc, one);
  return range && { ...range, words: doc.textBetween(range.from, range.to) };
};

describe('the range of a finding in the editor', () => {
  it('is at its offset, a line break counting as one', () => {
    expect(wordsAt(finding({ start: 14, text: 'dua' }))).toMatchObject({ from: 15, words: 'dua' });
  });

  it('follows the path into a list', () => {
    expect(wordsAt(finding({ place: 'body.1.0.0', start: 6, text: 'aktifitas' }))?.words).toBe('aktifitas');
  });

  it('is found again when words before it changed, but not guessed between two', () => {
    expect(wordsAt(finding({ start: 2, text: 'tiga' }))?.words).toBe('tiga');
    expect(wordsAt(finding({ start: 2, text: 'dua' }))).toBeUndefined();
  });

  it('is none for fields, attributes and blocks that are gone', () => {
    expect(rangeOf(doc, finding({ place: 'title', text: 'Satu' }))).toBeUndefined();
    expect(rangeOf(doc, finding({ part: 'speaker', text: 'Satu' }))).toBeUndefined();
    expect(rangeOf(doc, finding({ place: 'body.7', text: 'Satu' }))).toBeUndefined();
  });
});

describe('a fix in a field', () => {
  it('replaces the words where they stand', () => {
    expect(fixedText('Dua aktifitas', finding({ start: 4, text: 'aktifitas', fix: 'aktivitas' }))).toBe(
      'Dua aktivitas',
    );
    expect(fixedText('Sebuah aktifitas', finding({ start: 4, text: 'aktifitas', fix: 'aktivitas' }))).toBe(
      'Sebuah aktivitas',
    );
  });

  it('is refused when the words are gone or nothing is certain', () => {
    expect(fixedText('Lain', finding({ text: 'aktifitas', fix: 'aktivitas' }))).toBeUndefined();
    expect(fixedText('aktifitas', finding({ text: 'aktifitas' }))).toBeUndefined();
  });
});
