import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Finding } from '#lib/language/finding.ts';
import { rangeOf } from './finding-range.ts';

const key = new PluginKey<DecorationSet>('findingMarks');

/** Underlines what the checks found, and keeps the lines with their words while somebody types. */
export const FindingMarks = Extension.create({
  name: 'findingMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, marks) {
          const findings: readonly Finding[] | undefined = transaction.getMeta(key);
          return findings === undefined
            ? marks.map(transaction.mapping, transaction.doc)
            : DecorationSet.create(transaction.doc, decorationsOf(transaction.doc, findings));
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

/** Draws the lines under these findings, and under no others. */
export function markFindings(editor: Editor, findings: readonly Finding[]): void {
  if (editor.isDestroyed) return;
  editor.view.dispatch(editor.state.tr.setMeta(key, findings).setMeta('addToHistory', false));
}

/** What was found where the caret stands, the narrowest first; nothing while a whole block is held. */
export function findingsAtCaret(editor: Editor): Finding[] {
  const { selection } = editor.state;
  if (!(selection instanceof TextSelection)) return [];
  const { from, to } = selection;
  const marks = key.getState(editor.state)?.find(from, to) ?? [];
  return marks.sort((a, b) => a.to - a.from - (b.to - b.from)).map(({ spec }) => spec.finding);
}

function decorationsOf(doc: Node, findings: readonly Finding[]): Decoration[] {
  return findings.flatMap((finding) => {
    const range = rangeOf(doc, finding);
    if (range === undefined) return [];
    const look = { class: `finding finding-${finding.severity}` };
    return [Decoration.inline(range.from, range.to, look, { finding, inclusiveEnd: false })];
  });
}
