import { type Editor, Extension } from '@tiptap/core';
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state';
import { blockAt, type Direction } from './block-commands.ts';

/**
 * Arrows lead out of a block with fields beneath or above its words. There the browser finds no line to go
 * to, and jumps within the block. What is handled nearer to the caret, such as a menu, comes first.
 */
export const LeaveBlock = Extension.create({
  name: 'leaveBlock',
  priority: 10,
  addKeyboardShortcuts: () =>
    Object.fromEntries(arrows.map(([key, direction]) => [key, ({ editor }) => leave(editor, direction)])),
});

const arrows: readonly [key: string, direction: Direction][] = [
  ['ArrowUp', -1],
  ['ArrowDown', 1],
];

function leave(editor: Editor, direction: Direction): boolean {
  const step = stepBeyond(editor.state, direction);
  if (step === null || !editor.view.endOfTextblock(direction === 1 ? 'down' : 'up')) return false;
  editor.view.dispatch(step.scrollIntoView());
  return true;
}

/** Blocks whose words lie between fields. */
const framed: ReadonlySet<string> = new Set(['quote', 'pullQuote', 'infoBox', 'timeline']);

/**
 * Takes the caret beyond a framed block from its last words, or its first; behind the last block of the text a
 * paragraph is begun.
 *
 * @returns null where the caret stands anywhere else
 */
export function stepBeyond({ doc, schema, selection, tr }: EditorState, direction: Direction): Transaction | null {
  const block = selection.empty ? blockAt(doc, selection.from) : null;
  if (block === null || !framed.has(block.node.type.name)) return null;
  const [start, end] = [block.position, block.position + block.node.nodeSize];
  const edge = direction === 1 ? Selection.near(doc.resolve(end), -1) : Selection.near(doc.resolve(start), 1);
  if (!edge.$head.sameParent(selection.$head)) return null;
  if (doc.maybeChild(block.index + direction) === null) {
    if (direction === -1) return null;
    tr.insert(end, schema.node('paragraph'));
  }
  return tr.setSelection(Selection.near(tr.doc.resolve(direction === 1 ? end : start), direction));
}
