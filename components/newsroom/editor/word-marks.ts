import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { type Decoration, DecorationSet } from '@tiptap/pm/view';

/** What is drawn now, and what was asked to be drawn, also what has no words at present. */
type Drawn<Item> = { marks: DecorationSet; items: readonly Item[] };

/** How to recognise an item in its decorations. */
type Recognise<Item> = (item: Item, spec: Decoration['spec']) => boolean;

/**
 * Marks on words of the text that are no part of it, such as what checks found or people remarked: they
 * are drawn when they are told, and stay with their words while somebody types.
 *
 * @param name of the extension
 * @param draw where each one stands in the document, and how it looks
 * @param isOf given for marks that outlive a change of their words: what is marked already stays where it is
 * when it is told again, and what lost its words is looked for when some come back by moving, pasting or undo
 */
export function wordMarks<Item>(
  name: string,
  draw: (doc: Node, items: readonly Item[]) => Decoration[],
  isOf?: Recognise<Item>,
) {
  const key = new PluginKey<Drawn<Item>>(name);
  const withMissing = (doc: Node, marks: DecorationSet, items: readonly Item[], isSame: Recognise<Item>) => {
    const missing = items.filter((item) => marks.find(undefined, undefined, (spec) => isSame(item, spec)).length === 0);
    return missing.length === 0 ? marks : marks.add(doc, draw(doc, missing));
  };
  const extension = Extension.create({
    name,
    addProseMirrorPlugins: () => [
      new Plugin<Drawn<Item>>({
        key,
        state: {
          init: () => ({ marks: DecorationSet.empty, items: [] }),
          apply(transaction, before) {
            const { doc, mapping } = transaction;
            const told: readonly Item[] | undefined = transaction.getMeta(key);
            const items = told ?? before.items;
            if (told !== undefined && isOf === undefined)
              return { marks: DecorationSet.create(doc, draw(doc, items)), items };
            const followed = before.marks.map(mapping, doc);
            if (isOf === undefined || (told === undefined && !bringsWords(transaction)))
              return { marks: followed, items };
            const over = followed.find(undefined, undefined, (spec) => !items.some((item) => isOf(item, spec)));
            return { marks: withMissing(doc, followed.remove(over), items, isOf), items };
          },
        },
        props: { decorations: (state) => key.getState(state)?.marks },
      }),
    ],
  });
  /** The step that draws these, and no others. */
  const telling = (state: EditorState, items: readonly Item[]): Transaction =>
    state.tr.setMeta(key, items).setMeta('addToHistory', false);
  return {
    extension,
    telling,
    mark(editor: Editor, items: readonly Item[]): void {
      if (!editor.isDestroyed) editor.view.dispatch(telling(editor.state, items));
    },
    /** Where they stand now. */
    marksIn: (state: EditorState): DecorationSet => key.getState(state)?.marks ?? DecorationSet.empty,
  };
}

/** Whether more than the letter of a key came into the text: a moved block, something pasted, a step taken back. */
function bringsWords({ steps }: Transaction): boolean {
  let brings = false;
  for (const step of steps) {
    step.getMap().forEach((_oldStart, _oldEnd, newStart, newEnd) => {
      if (newEnd - newStart > 1) brings = true;
    });
  }
  return brings;
}
