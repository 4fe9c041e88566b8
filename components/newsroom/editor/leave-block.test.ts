import { Editor, type JSONContent } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import { richTextExtensions } from '#lib/richtext/extensions.ts';
import type { Direction } from './block-commands.ts';
import { stepBeyond } from './leave-block.ts';

const paragraph = (words: string): JSONContent => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });
const box: JSONContent = { type: 'infoBox', attrs: { title: 'Syarat' }, content: [paragraph('KTP'), paragraph('KK')] };
const petikan: JSONContent = { type: 'pullQuote', content: [{ type: 'text', text: 'Gratis' }] };

/** The words the caret comes to from within these; null when it stays in the block. */
function reached(content: JSONContent[], from: string, direction: Direction): string | null {
  const editor = new Editor({ element: null, extensions: richTextExtensions(), content: { type: 'doc', content } });
  editor.state.doc.descendants((node, position) => {
    if (node.isText && node.text === from) editor.commands.setTextSelection(position + 1);
  });
  return stepBeyond(editor.state, direction)?.selection.$head.parent.textContent ?? null;
}

const text = [paragraph('Pembuka'), box, petikan, paragraph('Penutup')];

describe('arrows at the edge of a block with fields', () => {
  test.each<[string, Direction, string | null]>([
    ['KTP', -1, 'Pembuka'],
    ['KTP', 1, null],
    ['KK', 1, 'Gratis'],
    ['KK', -1, null],
    ['Gratis', 1, 'Penutup'],
    ['Gratis', -1, 'KK'],
    ['Pembuka', 1, null],
  ])('from “%s” by %i', (from, direction, words) => {
    expect(reached(text, from, direction)).toBe(words);
  });

  test('begin a paragraph where no block follows, and nothing above the first one', () => {
    expect(reached([petikan], 'Gratis', 1)).toBe('');
    expect(reached([petikan], 'Gratis', -1)).toBeNull();
  });
});
