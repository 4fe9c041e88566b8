import { Editor, type JSONContent } from '@tiptap/core';
import { UndoRedo } from '@tiptap/extensions';
import { describe, expect, test } from 'vitest';
import { richTextExtensions } from '#lib/richtext/extensions.ts';
import { blockAtCaret, moveBlock } from '../editor/block-commands.ts';
import { type MarkedRemark, RemarkMarks, rangeOfRemark, tellingRemarks } from './remark-marks.ts';
import { anchorAt } from './remark-places.ts';

const paragraph = (text: string): JSONContent => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const opening = 'Layanan dibuka hari Sabtu pagi bagi warga.';

function writing(...texts: string[]): Editor {
  const editor = new Editor({
    element: null,
    extensions: [...richTextExtensions(), UndoRedo, RemarkMarks],
    content: { type: 'doc', content: texts.map(paragraph) },
  });
  // Else they come with the page an editor is drawn on.
  editor.view.updateState(editor.state.reconfigure({ plugins: editor.extensionManager.plugins }));
  return editor;
}

function positionOf({ state: { doc } }: Editor, words: string): number {
  let at = -1;
  doc.descendants((node, position) => {
    const start = node.isText ? (node.text?.indexOf(words) ?? -1) : -1;
    if (start >= 0) at = position + start;
  });
  return at;
}

/** A remark on these words as they stand. */
function remarkOn(editor: Editor, id: string, words: string, replacement?: string): MarkedRemark {
  const from = positionOf(editor, words);
  const anchor = anchorAt(editor.state.doc, { from, to: from + words.length });
  if (anchor === undefined) throw new Error(`“${words}” does not stand in the text.`);
  return replacement === undefined ? { id, anchor } : { id, anchor, replacement };
}

const markRemarks = (editor: Editor, remarks: readonly MarkedRemark[]) =>
  editor.view.dispatch(tellingRemarks(editor.state, remarks));

function marked(editor: Editor, id: string): string | undefined {
  const range = rangeOfRemark(editor, id);
  return range && editor.state.doc.textBetween(range.from, range.to, '|');
}

const insert = (editor: Editor, at: number, words: string) =>
  editor.view.dispatch(editor.state.tr.insertText(words, at));

describe('marks of what is said about words', () => {
  test('go along when their block moves, and come back with words that were deleted', () => {
    const editor = writing(opening, 'Warga membawa kartu identitas.');
    markRemarks(editor, [remarkOn(editor, 'a', 'hari Sabtu pagi')]);
    editor.commands.setTextSelection(3);
    moveBlock(editor, blockAtCaret(editor), 1);
    expect(marked(editor, 'a')).toBe('hari Sabtu pagi');
    editor.view.dispatch(editor.state.tr.delete(0, editor.state.doc.content.size));
    expect(marked(editor, 'a')).toBeUndefined();
    editor.commands.undo();
    expect(marked(editor, 'a')).toBe('hari Sabtu pagi');
  });

  test('stay on words that changed under them, also when all remarks are told anew', () => {
    const editor = writing(opening);
    const remarks = [remarkOn(editor, 'a', 'hari Sabtu pagi')];
    markRemarks(editor, remarks);
    insert(editor, positionOf(editor, ' pagi'), ' ini');
    expect(marked(editor, 'a')).toBe('hari Sabtu ini pagi');
    markRemarks(editor, [...remarks, remarkOn(editor, 'b', 'warga')]);
    expect([marked(editor, 'a'), marked(editor, 'b')]).toEqual(['hari Sabtu ini pagi', 'warga']);
    markRemarks(editor, []);
    expect(marked(editor, 'a')).toBeUndefined();
  });

  test('of a comment are found on other words in the same place, those of a suggestion are not', () => {
    const before = writing(opening);
    const remarks = [remarkOn(before, 'a', 'hari Sabtu pagi'), remarkOn(before, 'b', 'Sabtu', 'Minggu')];
    const editor = writing('Layanan dibuka setiap Minggu bagi warga.');
    markRemarks(editor, remarks);
    expect(marked(editor, 'a')).toBe('setiap Minggu');
    expect(marked(editor, 'b')).toBeUndefined();
  });
});
