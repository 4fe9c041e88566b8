import { describe, expect, it } from 'vitest';
import { sectionId } from '#lib/ids.ts';
import { completeWords } from '#lib/testing/words.ts';
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

  it('have fields with names', () => {
    expect([fieldName('title'), fieldName('body.3'), fieldName('entah')]).toEqual(['Judul', 'Isi', 'Naskah']);
  });
});
