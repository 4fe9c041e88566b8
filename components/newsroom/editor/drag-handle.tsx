'use client';

import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { type DragEvent, type RefObject, useEffect, useRef } from 'react';
import { blockAt, selectionIn } from './block-commands.ts';

/**
 * A grip beside the block under the mouse: dragging moves it, a click opens its steps. Keyboard and
 * thumb have the same by Alt and arrows and by “Atur blok”, so neither meets the grip.
 */
export function DragHandle({
  editor,
  text,
  onPick,
}: {
  editor: Editor;
  /** Around the text; what the grip is placed in. */
  text: RefObject<HTMLDivElement | null>;
  onPick: () => void;
}) {
  const grip = useRef<HTMLButtonElement>(null);
  const at = useRef<number | null>(null);

  useEffect(() => {
    const around = text.current;
    if (around === null) return;
    const follow = ({ clientY, buttons }: MouseEvent) => {
      // Held down it belongs to the block at which it was seized.
      if (buttons !== 0) return;
      const button = grip.current;
      const block = blockUnder(editor, clientY);
      if (button === null || block === null) return;
      at.current = block.position;
      button.style.setProperty('top', `${Math.round(block.top - around.getBoundingClientRect().top)}px`);
      button.hidden = false;
    };
    const leave = () => {
      if (grip.current !== null) grip.current.hidden = true;
    };
    around.addEventListener('mousemove', follow);
    around.addEventListener('mouseleave', leave);
    return () => {
      around.removeEventListener('mousemove', follow);
      around.removeEventListener('mouseleave', leave);
    };
  }, [editor, text]);

  /** Selects the block whole, which is what is then dragged. */
  const begin = (event: DragEvent) => {
    const { state, view } = editor;
    const node = at.current === null ? null : state.doc.nodeAt(at.current);
    if (at.current === null || node === null) return;
    const selection = NodeSelection.create(state.doc, at.current);
    view.dispatch(state.tr.setSelection(selection));
    const drawn = view.nodeDOM(at.current);
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', node.textContent);
    if (drawn instanceof HTMLElement) event.dataTransfer.setDragImage(drawn, 0, 0);
    view.dragging = { slice: selection.content(), move: true };
  };

  return (
    <button
      ref={grip}
      type="button"
      hidden
      className="drag-grip"
      draggable
      tabIndex={-1}
      aria-hidden="true"
      title="Tarik untuk memindahkan, klik untuk mengatur"
      onDragStart={begin}
      onDragEnd={() => {
        editor.view.dragging = null;
      }}
      onClick={() => {
        if (at.current === null) return;
        editor.view.dispatch(editor.state.tr.setSelection(selectionIn(editor.state.doc, at.current)));
        onPick();
      }}
    >
      ⠿
    </button>
  );
}

/** The block at a height of the window, and where it begins there. */
function blockUnder(editor: Editor, height: number): { position: number; top: number } | null {
  const { view, state } = editor;
  if (!editor.isEditable) return null;
  const { left, width } = view.dom.getBoundingClientRect();
  const found = view.posAtCoords({ left: left + width / 2, top: height });
  const block = found === null ? null : blockAt(state.doc, found.inside >= 0 ? found.inside : found.pos);
  if (block === null) return null;
  const drawn = view.nodeDOM(block.position);
  return drawn instanceof HTMLElement ? { position: block.position, top: drawn.getBoundingClientRect().top } : null;
}
