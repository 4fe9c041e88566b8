import { Editor } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import { richTextExtensions } from '#lib/richtext/extensions.ts';
import { slotAround } from './slot-tap.ts';

/** What a tap behind the given number of letters selects. */
function tapped(text: string, letters: number): string | null {
  const content = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
  const { doc } = new Editor({ element: null, extensions: richTextExtensions(), content }).state;
  const slot = slotAround(doc.resolve(1 + letters));
  return slot && doc.textBetween(slot.from, slot.to);
}

describe('a question of an outline', () => {
  test.each([
    ['Biaya: [Biaya, atau gratis]', 12, '[Biaya, atau gratis]'],
    ['[Siapa] [melakukan apa]', 3, '[Siapa]'],
    ['[Siapa] [melakukan apa]', 12, '[melakukan apa]'],
    ['[Siapa]', 7, '[Siapa]'],
    ['Biaya: [gratis]', 2, null],
    ['Warga [para petani] hadir.', 9, null],
    ['Tanpa kurung', 4, null],
    ['Kurung [tak ditutup', 10, null],
    ['Kosong [] saja', 8, null],
  ])('%s, tapped at %i', (text, letters, slot) => {
    expect(tapped(text, letters)).toBe(slot);
  });
});
