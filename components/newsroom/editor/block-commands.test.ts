import { Editor, type JSONContent } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import { richTextExtensions } from '#lib/richtext/extensions.ts';
import { blockAt, blockAtCaret, canMove, deleteBlock, duplicateBlock, moveBlock } from './block-commands.ts';

const paragraph = (words: string): JSONContent => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });
const box: JSONContent = { type: 'infoBox', attrs: { title: 'Syarat' }, content: [paragraph('KTP'), paragraph('KK')] };

function editing(...content: JSONContent[]): Editor {
  return new Editor({ element: null, extensions: richTextExtensions(), content: { type: 'doc', content } });
}

const words = (editor: Editor) => editor.state.doc.children.map((node) => node.textContent);

describe('a block', () => {
  test('moves with the caret in it, from within a box too', () => {
    const editor = editing(paragraph('a'), box, paragraph('b'));
    editor.commands.setTextSelection(7);
    expect(blockAtCaret(editor)?.node.type.name).toBe('infoBox');
    expect(moveBlock(editor, blockAtCaret(editor), 1)).toBe(true);
    expect(words(editor)).toEqual(['a', 'b', 'KTPKK']);
    expect(blockAtCaret(editor)?.index).toBe(2);
    expect(moveBlock(editor, blockAtCaret(editor), 1)).toBe(false);
    moveBlock(editor, blockAtCaret(editor), -1);
    moveBlock(editor, blockAtCaret(editor), -1);
    expect(words(editor)).toEqual(['KTPKK', 'a', 'b']);
    expect(canMove(editor.state.doc, blockAtCaret(editor), -1)).toBe(false);
  });

  test('is doubled with all that belongs to it', () => {
    const editor = editing(paragraph('a'), box);
    duplicateBlock(editor, blockAt(editor.state.doc, 4));
    const [, first, second] = editor.getJSON().content ?? [];
    expect(second).toEqual(first);
    expect(blockAtCaret(editor)?.index).toBe(2);
  });

  test('goes, and the last one leaves an empty paragraph', () => {
    const editor = editing(paragraph('a'), box);
    deleteBlock(editor, blockAt(editor.state.doc, 4));
    expect(words(editor)).toEqual(['a']);
    deleteBlock(editor, blockAtCaret(editor));
    expect(editor.getJSON().content).toEqual([{ type: 'paragraph' }]);
  });

  test('is found at the very end of the text', () => {
    const { doc } = editing(paragraph('a'), paragraph('b')).state;
    expect(blockAt(doc, doc.content.size)?.index).toBe(1);
    expect(blockAt(doc, 999)?.index).toBe(1);
  });
});
