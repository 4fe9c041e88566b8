import { Editor, type JSONContent } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import { richTextExtensions } from '#lib/richtext/extensions.ts';
import { anchorOf, positionOf } from './photo-anchors.ts';

const paragraph = (words: string): JSONContent => ({
  type: 'paragraph',
  ...(words && { content: [{ type: 'text', text: words }] }),
});
const figure = (digit: string): JSONContent => ({
  type: 'figure',
  attrs: { assetId: `018f5c1e-7b7a-7c3e-8a4f-0123456789a${digit}`, assetHash: 'a'.repeat(64) },
});
const gallery = (...digits: string[]): JSONContent => ({ type: 'gallery', content: digits.map(figure) });

function docOf(...content: JSONContent[]) {
  return new Editor({ element: null, extensions: richTextExtensions(), content: { type: 'doc', content } }).state.doc;
}

/** Number of blocks above the place that an anchor of one text has in another. */
function blocksAbove(block: number, from: JSONContent[], to: JSONContent[]): number {
  const old = docOf(...from);
  const at = old.children.slice(0, block).reduce((sum, child) => sum + child.nodeSize, 0);
  const now = docOf(...to);
  return now.resolve(positionOf(now, anchorOf(old, at))).index(0);
}

describe('the place of a waiting photo', () => {
  const text = ['Satu', 'Dua', 'Tiga'].map(paragraph);

  test.each([0, 1, 2, 3])('is where it was in a text nobody changed, below block %i', (block) => {
    expect(blocksAbove(block, text, text)).toBe(block);
  });

  test('moves with its neighbours when somebody wrote above it', () => {
    expect(blocksAbove(2, text, [paragraph('Baru'), paragraph('Baru lagi'), ...text])).toBe(4);
  });

  test('holds on to the neighbour that is left', () => {
    expect(
      blocksAbove(2, text, [paragraph('Baru'), paragraph('Satu'), paragraph('Lain sama sekali'), paragraph('Tiga')]),
    ).toBe(3);
    expect(blocksAbove(3, text, [paragraph('Tiga'), paragraph('Ekor')])).toBe(1);
  });

  test('is counted from the top in a text of which nothing is left, and never behind its end', () => {
    expect(blocksAbove(2, text, ['A', 'B', 'C'].map(paragraph))).toBe(2);
    expect(blocksAbove(3, text, [paragraph('A')])).toBe(1);
  });

  test('of several like places is the nearest', () => {
    const empty = ['', '', '', ''].map(paragraph);
    expect(blocksAbove(2, empty, empty)).toBe(2);
  });

  test('in a gallery stays in the gallery, between its photos', () => {
    const old = docOf(paragraph('Satu'), gallery('1', '2'));
    const at = 'Satu'.length + 2 + 1 + old.child(1).child(0).nodeSize;
    const now = docOf(paragraph('Baru'), paragraph('Satu'), gallery('1', '2', '3'));
    const place = now.resolve(positionOf(now, anchorOf(old, at)));
    expect([place.parent.type.name, place.index(0), place.index()]).toEqual(['gallery', 2, 1]);
  });

  test('in a gallery that is gone is between blocks', () => {
    const old = docOf(paragraph('Satu'), gallery('1'));
    const now = docOf(paragraph('Satu'));
    expect(now.resolve(positionOf(now, anchorOf(old, 'Satu'.length + 3))).depth).toBe(0);
  });
});
