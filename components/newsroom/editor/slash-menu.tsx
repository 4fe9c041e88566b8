'use client';

import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { InsertOptions } from './insert-options.tsx';
import { type Insert, type InsertDesk, insertsFor } from './inserts.ts';
import { dismissSlash, redrawSlash, type SlashKeys, slashIn, slashListId, slashOptionId } from './slash-trigger.ts';
import { useListKeys } from './use-list-keys.ts';

/** What a slash offers, beside the caret. The focus stays in the text, where the letters narrow the list. */
export function SlashMenu({
  editor,
  desk,
  keys,
}: {
  editor: Editor;
  desk: InsertDesk;
  /** Through which the text hands over its keys. */
  keys: RefObject<SlashKeys>;
}) {
  const slash = useEditorState({ editor, selector: ({ editor: now }) => (now.isEditable ? slashIn(now.state) : null) });
  const offered = slash === null ? [] : insertsFor(slash.query);
  const use = (insert: Insert | undefined) => {
    if (slash === null || insert === undefined) return;
    editor.chain().focus().deleteRange({ from: slash.from, to: slash.to }).run();
    insert.use(editor, desk);
  };
  const { id, index, press } = useListKeys(
    offered.map((insert) => slashOptionId(insert.id)),
    (at) => use(offered[at]),
  );
  const isOpen = slash !== null && offered.length > 0;

  useEffect(() => {
    keys.current = {
      chosenId: () => (isOpen ? id : undefined),
      onKey: (event) => {
        if (event.key === 'Escape' && isOpen) {
          dismissSlash(editor);
          return true;
        }
        return isOpen && press(event);
      },
    };
  });
  // The text names the marked one; it is drawn anew when another is marked.
  const named = useRef(id);
  useEffect(() => {
    if (named.current === id) return;
    named.current = id;
    if (!editor.isDestroyed) redrawSlash(editor);
  }, [editor, id]);

  const box = useRef<HTMLDivElement>(null);
  const at = isOpen ? slash.from : null;
  // With every letter: a shorter list stands elsewhere above the line.
  useLayoutEffect(() => {
    if (at !== null && box.current !== null) place(box.current, editor.view.coordsAtPos(at));
  });

  if (!isOpen) return null;
  return (
    <div ref={box} className="slash-menu">
      <p className="visually-hidden" role="status">
        {offered.length} pilihan. {offered[index]?.name}: {offered[index]?.hint}
      </p>
      <InsertOptions id={slashListId} offered={offered} marked={id} onChoose={use} />
    </div>
  );
}

/** Below the line of the caret, or above it where a keyboard or the window's edge leaves no room. */
function place(box: HTMLElement, caret: { left: number; top: number; bottom: number }): void {
  const { offsetTop = 0, height = window.innerHeight } = window.visualViewport ?? {};
  const { offsetHeight, offsetWidth } = box;
  const isRoomBelow = caret.bottom + offsetHeight + 8 <= offsetTop + height;
  const top = isRoomBelow ? caret.bottom + 4 : Math.max(offsetTop + 4, caret.top - offsetHeight - 4);
  const left = Math.max(8, Math.min(caret.left, window.innerWidth - offsetWidth - 8));
  box.style.setProperty('top', `${Math.round(top)}px`);
  box.style.setProperty('left', `${Math.round(left)}px`);
}
