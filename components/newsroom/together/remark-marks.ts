import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { RemarkAnchor } from '#lib/newsroom/conversation-shapes.ts';
import type { Range } from '../checks/finding-range.ts';
import { findInBody } from './remark-places.ts';

/** A remark to be drawn on its words. Of a suggestion, `replacement` is what would stand instead. */
export type MarkedRemark = { id: string; anchor: RemarkAnchor; replacement?: string };

const key = new PluginKey<DecorationSet>('remarkMarks');

/** Shows on the words what is said about them, and keeps it with them while somebody types. */
export const RemarkMarks = Extension.create({
  name: 'remarkMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, marks) {
          const remarks: readonly MarkedRemark[] | undefined = transaction.getMeta(key);
          return remarks === undefined
            ? marks.map(transaction.mapping, transaction.doc)
            : DecorationSet.create(transaction.doc, decorationsOf(transaction.doc, remarks));
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

/** Draws these remarks, and no others. */
export function markRemarks(editor: Editor, remarks: readonly MarkedRemark[]): void {
  if (editor.isDestroyed) return;
  editor.view.dispatch(editor.state.tr.setMeta(key, remarks).setMeta('addToHistory', false));
}

/** Where the words of a remark stand now; undefined once they are gone. */
export function rangeOfRemark(editor: Editor, id: string): Range | undefined {
  const [mark] =
    key.getState(editor.state)?.find(undefined, undefined, (spec) => spec.remark === id && !spec.isNew) ?? [];
  return mark && mark.to > mark.from ? { from: mark.from, to: mark.to } : undefined;
}

/** The remark on the words at the caret or under the finger, the narrowest. */
export function remarkAt(editor: Editor, position: number): string | undefined {
  const marks = key.getState(editor.state)?.find(position, position) ?? [];
  const [narrowest] = marks.toSorted((one, other) => one.to - one.from - (other.to - other.from));
  return narrowest?.spec.remark;
}

function decorationsOf(doc: Node, remarks: readonly MarkedRemark[]): Decoration[] {
  const find = findInBody(doc);
  return remarks.flatMap(({ id, anchor, replacement }) => {
    const range = anchor.place === 'body' ? find(anchor) : undefined;
    if (range === undefined) return [];
    const look = { class: replacement === undefined ? 'remark' : 'remark remark-old' };
    const words = Decoration.inline(range.from, range.to, look, { remark: id, inclusiveEnd: false });
    return replacement
      ? [
          words,
          Decoration.widget(range.to, () => newWords(replacement), { remark: id, isNew: true, side: -1, key: id }),
        ]
      : [words];
  });
}

function newWords(replacement: string): HTMLElement {
  const words = document.createElement('ins');
  words.className = 'remark-new';
  words.textContent = replacement;
  return words;
}
