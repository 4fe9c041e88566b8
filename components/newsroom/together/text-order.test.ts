import { getSchema } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import type { ThreadView } from '#lib/newsroom/conversation-shapes.ts';
import { anchorOf } from '#lib/richtext/anchor.ts';
import { richTextExtensions } from '#lib/richtext/extensions.ts';
import { inTextOrder } from './text-order.ts';

const schema = getSchema(richTextExtensions());
const docOf = (text: string) =>
  schema.nodeFromJSON({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
const fields = { title: 'Kapal baru tiba di dermaga', lead: '', summary: '' };
const opening = 'Layanan dibuka hari Sabtu pagi bagi warga.';

function threadOn(id: string, place: 'title' | 'body' | '', text: string, words: string): ThreadView {
  const start = text.indexOf(words);
  return {
    ...{ id, by: 'Sutejo', isMine: false, at: '2026-01-14T02:30:00Z', isGuest: false, text: 'Benar?', isUnseen: false },
    ...{ place, ...anchorOf(text, start, start + words.length), editionNumber: 1, resolved: null, replies: [] },
  };
}

const threads = [
  threadOn('gone', 'body', 'Loket lain ditutup.', 'Loket lain'),
  threadOn('body', 'body', opening, 'Sabtu pagi'),
  threadOn('title', 'title', fields.title, 'baru'),
  threadOn('whole', '', '', ''),
];
const standing = (title: string, text: string) =>
  inTextOrder({ threads, suggestions: [] }, { ...fields, title }, docOf(text)).map((card) => [card.id, card.standing]);

describe('what is said about an article', () => {
  test('stands in the order of its text, what lost its words last', () => {
    expect(standing(fields.title, opening)).toEqual([
      ['whole', 'there'],
      ['title', 'there'],
      ['body', 'there'],
      ['gone', 'gone'],
    ]);
  });

  test('keeps its place on words that have changed', () => {
    expect(standing('Kapal lama tiba di dermaga', 'Layanan dibuka hari Minggu bagi warga.')).toEqual([
      ['whole', 'there'],
      ['title', 'changed'],
      ['body', 'changed'],
      ['gone', 'gone'],
    ]);
  });
});
