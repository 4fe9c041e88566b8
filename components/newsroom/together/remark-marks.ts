import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Decoration } from '@tiptap/pm/view';
import type { RemarkAnchor } from '#lib/newsroom/conversation-shapes.ts';
import { findChanged } from '#lib/richtext/anchor.ts';
import type { Range } from '../checks/finding-range.ts';
import { wordMarks } from '../editor/word-marks.ts';
import { findInBody } from './remark-places.ts';

/** A remark to be drawn on its words. Of a suggestion, `replacement` is what would stand instead. */
export type MarkedRemark = { id: string; anchor: RemarkAnchor; replacement?: string };

const marks = wordMarks<MarkedRemark>('remarkMarks', decorationsOf, ({ id }, spec) => spec.remark === id);

/** Shows on the words what is said about them. */
export const RemarkMarks = marks.extension;
export const markRemarks = marks.mark;
export const tellingRemarks = marks.telling;

/** Where the words of a remark stand now; undefined once they are gone. */
export function rangeOfRemark(editor: Editor, id: string): Range | undefined {
  const [mark] = marks.marksIn(editor.state).find(undefined, undefined, (spec) => spec.remark === id && !spec.isNew);
  return mark && mark.to > mark.from ? { from: mark.from, to: mark.to } : undefined;
}

/** The remark on the words at the caret or under the finger, the narrowest. */
export function remarkAt(editor: Editor, position: number): string | undefined {
  const here = marks.marksIn(editor.state).find(position, position);
  const [narrowest] = here.toSorted((one, other) => one.to - one.from - (other.to - other.from));
  return narrowest?.spec.remark;
}

function decorationsOf(doc: Node, remarks: readonly MarkedRemark[]): Decoration[] {
  const find = findInBody(doc);
  return remarks.flatMap(({ id, anchor, replacement }) => {
    if (anchor.place !== 'body') return [];
    // Other words in the same place are still what a comment is about, never what a suggestion was made for.
    const range = find(anchor) ?? (replacement === undefined ? find(anchor, findChanged) : undefined);
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
