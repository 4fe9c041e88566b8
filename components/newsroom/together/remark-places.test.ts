import { getSchema } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { describe, expect, test } from 'vitest';
import { richTextExtensions } from '#lib/richtext/extensions.ts';
import { anchorAt, anchorIn, findInBody } from './remark-places.ts';

const schema = getSchema(richTextExtensions());
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const docOf = (...content: object[]) => schema.nodeFromJSON({ type: 'doc', content });
const list = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('Bawa kartu identitas.')] }] };
const doc = docOf(paragraph('Layanan buka hari Sabtu.'), list, paragraph('Warga datang hari Sabtu pagi.'));

/** Where words stand in a document, the n-th time they occur. */
function rangeIn(where: Node, words: string, nth = 0) {
  const found: { from: number; to: number }[] = [];
  where.descendants((node, position) => {
    if (!node.isTextblock) return;
    for (let at = node.textContent.indexOf(words); at >= 0; at = node.textContent.indexOf(words, at + 1))
      found.push({ from: position + 1 + at, to: position + 1 + at + words.length });
  });
  return found[nth] ?? { from: 0, to: 0 };
}

const foundAgain = (now: Node, from: { from: number; to: number }) => {
  const anchor = anchorAt(doc, from);
  const range = anchor && findInBody(now)(anchor);
  return range && now.textBetween(range.from, range.to, '|');
};

describe('words of the body', () => {
  test('are found where they are, in a list too', () => {
    for (const range of [rangeIn(doc, 'kartu identitas'), rangeIn(doc, 'hari Sabtu', 1)]) {
      const anchor = anchorAt(doc, range);
      expect(anchor && findInBody(doc)(anchor)).toEqual(range);
    }
  });

  test('are found after their block has moved and others were edited', () => {
    const moved = docOf(paragraph('Warga datang hari Sabtu pagi.'), paragraph('Layanan tutup.'), list);
    expect(foundAgain(moved, rangeIn(doc, 'hari Sabtu', 1))).toBe('hari Sabtu');
    expect(foundAgain(moved, rangeIn(doc, 'kartu identitas'))).toBe('kartu identitas');
  });

  test('are not found once they have changed', () => {
    const changed = docOf(paragraph('Layanan buka hari Minggu.'), list, paragraph('Warga datang Minggu pagi.'));
    expect(foundAgain(changed, rangeIn(doc, 'hari Sabtu'))).toBeUndefined();
  });

  test('may reach over several blocks, and lose the spaces at their ends', () => {
    const [from, to] = [rangeIn(doc, ' buka hari Sabtu.').from, rangeIn(doc, 'Bawa ').to];
    expect(anchorAt(doc, { from, to })?.quote).toBe('buka hari Sabtu.\nBawa');
    expect(foundAgain(doc, { from, to })).toBe('buka hari Sabtu.|Bawa');
    expect(anchorAt(doc, rangeIn(doc, ' '))).toBeUndefined();
  });
});

test('words of a field keep their surroundings', () => {
  expect(anchorIn('title', 'Kapal baru tiba', 5, 11)).toEqual({
    ...{ place: 'title', quote: 'baru', prefix: 'Kapal ', suffix: ' tiba' },
  });
});
