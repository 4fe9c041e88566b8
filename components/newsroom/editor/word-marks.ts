import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { type Decoration, DecorationSet } from '@tiptap/pm/view';

/**
 * Marks on words of the text that are no part of it, such as what checks found or people remarked: they
 * are drawn when they are told, and stay with their words while somebody types.
 *
 * @param name of the extension
 * @param draw where each one stands in the document, and how it looks
 */
export function wordMarks<Item>(name: string, draw: (doc: Node, items: readonly Item[]) => Decoration[]) {
  const key = new PluginKey<DecorationSet>(name);
  const extension = Extension.create({
    name,
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply(transaction, marks) {
            const items: readonly Item[] | undefined = transaction.getMeta(key);
            return items === undefined
              ? marks.map(transaction.mapping, transaction.doc)
              : DecorationSet.create(transaction.doc, draw(transaction.doc, items));
          },
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ],
  });
  return {
    extension,
    /** Draws these, and no others. */
    mark(editor: Editor, items: readonly Item[]): void {
      if (editor.isDestroyed) return;
      editor.view.dispatch(editor.state.tr.setMeta(key, items).setMeta('addToHistory', false));
    },
    /** Where they stand now. */
    marksIn: (state: EditorState): DecorationSet => key.getState(state) ?? DecorationSet.empty,
  };
}
