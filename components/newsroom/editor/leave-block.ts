import { type Editor, Extension } from '@tiptap/core';
import { type EditorState, Selection } from '@tiptap/pm/state';
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
  const beyond = beyondBlock(editor.state, direction);
  if (beyond === null || !editor.view.endOfTextblock(direction === 1 ? 'down' : 'up')) return false;
  editor.view.dispatch(editor.state.tr.setSelection(beyond).scrollIntoView());
  return true;
}

/** Blocks whose words lie between fields. */
const framed: ReadonlySet<string> = new Set(['quote', 'pullQuote', 'infoBox', 'timeline']);

/** Where the caret goes from the last words of a framed block, or from its first; null from anywhere else. */
export function beyondBlock({ doc, selection }: EditorState, direction: Direction): Selection | null {
  const block = selection.empty ? blockAt(doc, selection.from) : null;
  if (block === null || !framed.has(block.node.type.name)) return null;
  const [start, end] = [block.position, block.position + block.node.nodeSize];
  const edge = direction === 1 ? Selection.near(doc.resolve(end), -1) : Selection.near(doc.resolve(start), 1);
  const isThere = edge.$head.sameParent(selection.$head);
  if (!isThere || doc.maybeChild(block.index + direction) === null) return null;
  return Selection.near(doc.resolve(direction === 1 ? end : start), direction);
}
