import { Editor, type JSONContent } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import { richTextExtensions } from '#lib/richtext/extensions.ts';
import { clearUploadPlace, markUploadPlace, putPhoto, UploadPlaces, uploadPlaceOf } from './upload-places.ts';

const paragraph = (words: string): JSONContent => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });
const text = (...words: string[]): JSONContent => ({ type: 'doc', content: words.map(paragraph) });
const photo = (digit: number) => ({
  assetId: `018f5c1e-7b7a-7c3e-8a4f-01234567000${digit}`,
  assetHash: 'a'.repeat(64),
  alt: '',
});

function editing(...words: string[]): Editor {
  const extensions = [...richTextExtensions(), UploadPlaces];
  const editor = new Editor({ element: null, extensions, content: text(...words) });
  // Without a page to be drawn on, an editor leaves its plugins out.
  for (const plugin of editor.extensionManager.plugins) editor.registerPlugin(plugin);
  return editor;
}

function mark(editor: Editor, id: string, position: number): void {
  markUploadPlace(editor, { id, name: `${id}.jpg`, preview: '', word: '', onRemove: () => undefined }, position);
}

/** What stands in the text from the top: words, or the last digit of a photo. */
const blocks = (editor: Editor) =>
  editor.state.doc.children.map((node) => node.textContent || String(node.attrs.assetId).slice(-1));

describe('the place of a photo on its way', () => {
  test('stays between its blocks whatever is typed around it, and photos stand in the order of their picking', () => {
    const editor = editing('satu', 'dua');
    mark(editor, 'a', 2);
    mark(editor, 'b', 2);
    editor.commands.insertContentAt(0, paragraph('baru'));
    putPhoto(editor, 'b', photo(2));
    putPhoto(editor, 'a', photo(1));
    expect(blocks(editor)).toEqual(['baru', 'satu', '1', '2', 'dua']);
  });

  test('is found again when the whole text is replaced by newer words', () => {
    const editor = editing('satu', 'dua', 'tiga');
    mark(editor, 'a', 8);
    editor.commands.setContent(text('pembuka', 'satu', 'dua', 'tiga'), { emitUpdate: false });
    putPhoto(editor, 'a', photo(1));
    expect(blocks(editor)).toEqual(['pembuka', 'satu', 'dua', '1', 'tiga']);
  });

  test('outlives the blocks around it, and goes when the photo is called off', () => {
    const editor = editing('satu', 'dua', 'tiga');
    mark(editor, 'a', 2);
    editor.commands.deleteRange({ from: 0, to: 11 });
    expect(uploadPlaceOf(editor, 'a')).not.toBeNull();
    clearUploadPlace(editor, 'a');
    expect(uploadPlaceOf(editor, 'a')).toBeNull();
  });
});
