import { EditorState, type Plugin, TextSelection } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { richTextSchema } from '#lib/richtext/schema.ts';
import { inserts, insertsFor } from './inserts.ts';
import { slashIn, slashPlugin } from './slash-trigger.ts';

const plugins: Plugin[] = [slashPlugin({ onKey: () => false, chosenId: () => undefined })];

/** A paragraph with these words and the caret behind them. */
function begun(words: string): EditorState {
  const content = words === '' ? [] : [richTextSchema.text(words)];
  const doc = richTextSchema.node('doc', null, [richTextSchema.node('paragraph', null, content)]);
  return EditorState.create({ doc, plugins, selection: TextSelection.create(doc, words.length + 1) });
}

function typed(state: EditorState, words: string): EditorState {
  return [...words].reduce((now, letter) => now.apply(now.tr.insertText(letter)), state);
}

describe('a slash that is typed', () => {
  test.each([
    ['in an empty paragraph', '', '/', ''],
    ['behind a space', 'Harga ', '/tab', 'tab'],
    ['with a name of two words', '', '/baca juga', 'baca juga'],
  ])('%s offers what can be inserted', (_name, before, letters, query) => {
    expect(slashIn(typed(begun(before), letters))?.query).toBe(query);
  });

  test.each([
    ['within a word', 'dan', '/atau'],
    ['as a fraction', '1', '/2'],
    ['and a space', '', '/ '],
    ['in an address', 'https:', '//contoh.id'],
    ['and more than any name', '', '/abcdefghijklmnopqrstuvwxyz'],
  ])('%s offers nothing', (_name, before, letters) => {
    expect(slashIn(typed(begun(before), letters))).toBeNull();
  });

  test('that stands there already offers nothing to a caret that comes by', () => {
    const state = begun('/tabel');
    const moved = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 3)));
    expect(slashIn(moved)).toBeNull();
  });

  test('offers nothing more once the caret has left it', () => {
    const state = typed(begun('Awal '), '/ta');
    expect(slashIn(state.apply(state.tr.setSelection(TextSelection.create(state.doc, 2))))).toBeNull();
  });
});

describe('what is offered', () => {
  test('is everything before a letter is typed', () => {
    expect(insertsFor(' ')).toEqual(inserts);
  });

  test.each([
    ['ta', 'table'],
    ['excel', 'table'],
    ['Baca', 'article'],
    ['info', 'info-box'],
    ['kutip', 'quote'],
  ])('for “%s” begins with %s', (query, id) => {
    const [first] = insertsFor(query);
    expect(insertsFor(query).map((insert) => insert.id)).toContain(id);
    expect(first).toBeDefined();
  });

  test('is nothing for letters that fit nothing', () => {
    expect(insertsFor('xyz')).toEqual([]);
  });
});
