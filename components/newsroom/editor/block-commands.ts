import type { Editor, JSONContent } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Fragment, type Node } from '@tiptap/pm/model';
import { NodeSelection, type Selection, TextSelection, type Transaction } from '@tiptap/pm/state';

/** A block of the body: what stands directly in the document. */
export type Block = { node: Node; position: number; index: number };

export type Direction = -1 | 1;

/** The block in which the caret stands, or the one that is selected; null in an empty selection of everything. */
export function blockAtCaret({ state }: Editor): Block | null {
  return blockAt(state.doc, state.selection.from);
}

/** The block around a position. */
export function blockAt(doc: Node, position: number): Block | null {
  const place = doc.resolve(Math.min(Math.max(position, 0), doc.content.size));
  const index = Math.min(place.index(0), doc.childCount - 1);
  const node = doc.maybeChild(index);
  return node ? { node, position: place.posAtIndex(index, 0), index } : null;
}

/** Whether a block has another one before or behind it. */
export function canMove(doc: Node, block: Block | null, direction: Direction): boolean {
  return block !== null && doc.maybeChild(block.index + direction) !== null;
}

/** Puts a block before the one above it, or behind the one below; the caret goes with it. */
export function moveBlock(editor: Editor, block: Block | null, direction: Direction): boolean {
  const { state, view } = editor;
  if (block === null || !canMove(state.doc, block, direction)) return false;
  const neighbour = state.doc.child(block.index + direction);
  const to = block.position + direction * neighbour.nodeSize;
  const inside = state.selection.from - block.position;
  const { tr } = state;
  tr.delete(block.position, block.position + block.node.nodeSize).insert(to, block.node);
  const isWithin = inside >= 0 && inside <= block.node.nodeSize;
  tr.setSelection(isWithin ? sameSelection(tr.doc, state.selection, to - block.position) : tr.selection);
  view.dispatch(ownStep(tr));
  return true;
}

/** Puts a second one of the block behind it. */
export function duplicateBlock(editor: Editor, block: Block | null): boolean {
  if (block === null) return false;
  const { tr } = editor.state;
  const behind = block.position + block.node.nodeSize;
  tr.insert(behind, block.node);
  tr.setSelection(selectionIn(tr.doc, behind));
  editor.view.dispatch(ownStep(tr));
  return true;
}

/** Takes the block out; a body without any keeps an empty paragraph. */
export function deleteBlock(editor: Editor, block: Block | null): boolean {
  if (block === null) return false;
  const { state, view } = editor;
  const { tr, schema } = state;
  const end = block.position + block.node.nodeSize;
  if (state.doc.childCount === 1) tr.replaceWith(block.position, end, schema.node('paragraph'));
  else tr.delete(block.position, end);
  tr.setSelection(selectionNear(tr.doc, Math.min(block.position, tr.doc.content.size)));
  view.dispatch(ownStep(tr));
  return true;
}

/**
 * Puts a block behind the one with the caret, or in its place when that is an empty paragraph, and
 * leads to where its words are written. A paragraph stands behind it, so that the text can go on.
 */
export function insertBlock(editor: Editor, block: JSONContent): void {
  const { state, view } = editor;
  const { schema, tr } = state;
  const node = schema.nodeFromJSON(block);
  const here = blockAtCaret(editor);
  const isFree = here?.node.type.name === 'paragraph' && here.node.content.size === 0;
  const end = here === null ? state.doc.content.size : here.position + here.node.nodeSize;
  const at = isFree && here !== null ? here.position : end;
  const isLast = end >= state.doc.content.size;
  const content = Fragment.from(isLast && !node.isTextblock ? [node, schema.node('paragraph')] : [node]);
  tr.replaceWith(at, end, content);
  tr.setSelection(selectionIn(tr.doc, at));
  view.dispatch(ownStep(tr));
  view.focus();
  // What has fields instead of text is drawn by the time of the next frame.
  requestAnimationFrame(() => {
    const drawn = view.nodeDOM(at);
    if (drawn instanceof HTMLElement && !node.isTextblock) drawn.querySelector<HTMLElement>('[data-begin]')?.focus();
  });
}

/** The caret in the first words of the block at a position; what holds none is selected whole. */
export function selectionIn(doc: Node, position: number): Selection {
  const node = doc.nodeAt(position);
  if (node === null || node.isAtom) return NodeSelection.create(doc, position);
  const caret = TextSelection.near(doc.resolve(position + 1));
  return caret.from < position + node.nodeSize ? caret : NodeSelection.create(doc, position);
}

/** A step of its own in the history, however fast the one before it was. */
function ownStep(tr: Transaction): Transaction {
  return closeHistory(tr).scrollIntoView();
}

function selectionNear(doc: Node, position: number): Selection {
  const node = doc.nodeAt(position);
  return node === null ? TextSelection.atEnd(doc) : selectionIn(doc, position);
}

/** The selection as it was inside a block that now stands elsewhere. */
function sameSelection(doc: Node, selection: Selection, distance: number): Selection {
  if (selection instanceof NodeSelection) return NodeSelection.create(doc, selection.from + distance);
  const [anchor, head] = [selection.anchor, selection.head].map((end) =>
    Math.min(Math.max(end + distance, 0), doc.content.size),
  );
  return TextSelection.between(doc.resolve(anchor ?? 0), doc.resolve(head ?? 0));
}
