'use client';

import type { Editor } from '@tiptap/core';
import { type Block, canMove, type Direction, deleteBlock, duplicateBlock, moveBlock } from './block-commands.ts';

/**
 * Up, down, a second one, away: the same steps for a thumb that a mouse takes by dragging and a keyboard by Alt and arrows.
 *
 * @param block asked when a step is taken, since the text may have moved on
 */
export function BlockSteps({
  editor,
  block,
  onDone,
}: {
  editor: Editor;
  block: () => Block | null;
  onDone?: () => void;
}) {
  const { doc } = editor.state;
  const now = block();

  const move = (direction: Direction) => {
    const from = block();
    if (from === null || !moveBlock(editor, from, direction)) return;
    const to = from.index + direction;
    // It may be drawn anew there; then the hand finds the same button again.
    requestAnimationFrame(() => reachStep(editor, to, direction));
  };

  return (
    <div className="row block-steps">
      <button type="button" data-step={-1} aria-disabled={!canMove(doc, now, -1)} onClick={() => move(-1)}>
        Naikkan
      </button>
      <button type="button" data-step={1} aria-disabled={!canMove(doc, now, 1)} onClick={() => move(1)}>
        Turunkan
      </button>
      <button
        type="button"
        onClick={() => {
          duplicateBlock(editor, block());
          onDone?.();
        }}
      >
        Duplikat
      </button>
      <button
        type="button"
        className="button-danger"
        onClick={() => {
          deleteBlock(editor, block());
          editor.commands.focus();
          onDone?.();
        }}
      >
        Hapus
      </button>
    </div>
  );
}

function reachStep(editor: Editor, index: number, direction: Direction): void {
  const { doc } = editor.state;
  let position = 0;
  for (let at = 0; at < index; at += 1) position += doc.child(at).nodeSize;
  const drawn = editor.view.nodeDOM(position);
  if (!(drawn instanceof HTMLElement)) return;
  drawn.querySelector<HTMLElement>('[data-steps][aria-expanded="false"]')?.click();
  requestAnimationFrame(() => drawn.querySelector<HTMLElement>(`[data-step="${direction}"]`)?.focus());
}
