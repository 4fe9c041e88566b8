import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { Decoration } from '@tiptap/pm/view';
import type { Finding } from '#lib/language/finding.ts';
import { wordMarks } from '../editor/word-marks.ts';
import { rangeOf } from './finding-range.ts';

const marks = wordMarks<Finding>('findingMarks', (doc, findings) =>
  findings.flatMap((finding) => {
    const range = rangeOf(doc, finding);
    if (range === undefined) return [];
    const look = { class: `finding finding-${finding.severity}` };
    return [Decoration.inline(range.from, range.to, look, { finding, inclusiveEnd: false })];
  }),
);

/** Underlines what the checks found. */
export const FindingMarks = marks.extension;
export const markFindings = marks.mark;

/** What was found where the caret stands, the narrowest first; nothing while a whole block is held. */
export function findingsAtCaret(editor: Editor): Finding[] {
  const { selection } = editor.state;
  if (!(selection instanceof TextSelection)) return [];
  const here = marks.marksIn(editor.state).find(selection.from, selection.to);
  return here.sort((a, b) => a.to - a.from - (b.to - b.from)).map(({ spec }) => spec.finding);
}
