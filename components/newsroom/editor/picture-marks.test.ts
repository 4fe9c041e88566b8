import { getSchema } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { richTextExtensions } from '#lib/richtext/extensions.ts';
import { pictureMark } from '#lib/richtext/pasted-html.ts';
import { takeOutPictureMarks } from './picture-marks.ts';

const schema = getSchema(richTextExtensions());
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

function taken(...content: unknown[]) {
  const { tr } = EditorState.create({ doc: schema.nodeFromJSON({ type: 'doc', content }) });
  const places = takeOutPictureMarks(tr);
  tr.doc.check();
  return { texts: tr.doc.children.map((node) => node.textContent), places: [...places] };
}

test('signs of their own go with their paragraph, and say where they stood', () => {
  const { texts, places } = taken(
    paragraph('satu'),
    paragraph(pictureMark(0)),
    paragraph('dua'),
    paragraph(pictureMark(1)),
  );
  expect(texts).toEqual(['satu', 'dua']);
  expect(places).toEqual([
    [0, 6],
    [1, 11],
  ]);
});

test('signs that flowed into other words leave those words', () => {
  expect(taken(paragraph(`awal${pictureMark(0)}`), paragraph(`${pictureMark(1)}akhir`)).texts).toEqual([
    'awal',
    'akhir',
  ]);
});

test('a sign alone in the text, or in an item of a list, leaves an empty paragraph', () => {
  expect(taken(paragraph(pictureMark(0))).texts).toEqual(['']);
  const list = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(pictureMark(0))] }] };
  expect(taken(list).texts).toEqual(['']);
});
