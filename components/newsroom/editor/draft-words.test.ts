import { describe, expect, it } from 'vitest';
import { sectionId } from '#lib/ids.ts';
import { completeWords } from '#lib/testing/words.ts';
import { checksOf } from './checks.ts';
import { fieldName, looseText, sameWords } from './draft-words.ts';

const words = completeWords(sectionId.parse('0198a000-0000-7000-8000-00000000000a'));

describe('the words of a draft', () => {
  it('are the same whatever the order of their keys and the spaces the server would tidy', () => {
    const { title, ...rest } = words;
    expect(sameWords(words, { ...rest, title: title.replaceAll(' ', '  ') })).toBe(true);
    expect(sameWords(words, { ...words, title: `${title}!` })).toBe(false);
    expect(sameWords(words, 'bukan naskah')).toBe(false);
  });

  it('can be read as plain text even when this version no longer knows their form', () => {
    const old = {
      title: 'Judul lama',
      body: { type: 'doc', content: [{ type: 'aneh', isi: [{ type: 'text', text: 'Isi lama.' }] }] },
    };
    expect(looseText(old)).toBe('Judul lama\nIsi lama.');
  });

  it('are checked by the server’s own rules, and what it would not take is told as well', () => {
    expect(checksOf(words, () => 'ready', null).blocking).toEqual([]);
    const untitled = checksOf({ ...words, title: '' }, () => 'ready', null).blocking;
    expect(untitled.map(({ field }) => field)).toEqual(['title']);
    const refused = checksOf({ ...words, title: 'a'.repeat(201) }, () => 'ready', null).blocking;
    expect(refused.map(({ field, code }) => [field, code])).toEqual([['title', 'not_taken']]);
  });

  it('of a later edition lack the public note while it is written, unless the change is minor', () => {
    const blocking = (changeType: 'correction' | 'minor') =>
      checksOf({ ...words, publicNote: '' }, () => 'ready', changeType).blocking.map(({ field }) => field);
    expect(blocking('correction')).toEqual(['publicNote']);
    expect(blocking('minor')).toEqual([]);
  });

  it('have fields with names', () => {
    expect([fieldName('title'), fieldName('body.3'), fieldName('entah')]).toEqual(['Judul', 'Isi', 'Naskah']);
  });
});
