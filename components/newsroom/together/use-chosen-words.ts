'use client';

import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { useEffect, useState } from 'react';
import type { RemarkAnchor } from '#lib/newsroom/conversation-shapes.ts';
import { placeId } from '../editor/places.ts';
import { anchorAt, anchorIn } from './remark-places.ts';

const fields = ['title', 'lead', 'summary'] as const;
export type RemarkField = (typeof fields)[number];

/** The words that are selected on this page now, in the text or in a field; null while none are. */
export function useChosenWords(editor: Editor | null): RemarkAnchor | null {
  const [chosen, setChosen] = useState<RemarkAnchor | null>(null);
  useEffect(() => {
    const look = () => setChosen((before) => sameOr(before, chosenNow(editor)));
    const controller = new AbortController();
    // Of a selection inside a field not every browser tells the document.
    for (const event of ['selectionchange', 'select', 'keyup', 'pointerup'])
      document.addEventListener(event, look, { signal: controller.signal });
    editor?.on('selectionUpdate', look);
    return () => {
      controller.abort();
      editor?.off('selectionUpdate', look);
    };
  }, [editor]);
  return chosen;
}

/** The field of the words a control belongs to. */
export function fieldOf(element: Element | null): RemarkField | undefined {
  return fields.find((field) => element?.id === placeId(field));
}

function chosenNow(editor: Editor | null): RemarkAnchor | null {
  const control = document.activeElement;
  const field = fieldOf(control);
  if (field !== undefined && control instanceof HTMLTextAreaElement) {
    return anchorIn(field, control.value, control.selectionStart, control.selectionEnd) ?? null;
  }
  if (editor === null || editor.isDestroyed || editor.state.selection.empty) return null;
  // A whole block is held to be moved: tools that appear above it would push it from under the mouse.
  if (!(editor.state.selection instanceof TextSelection)) return null;
  const { anchorNode } = document.getSelection() ?? {};
  if (!anchorNode || !editor.view.dom.contains(anchorNode)) return null;
  return anchorAt(editor.state.doc, editor.state.selection) ?? null;
}

/** The same object while the words are the same, so that nothing is drawn anew with every tap. */
function sameOr(before: RemarkAnchor | null, now: RemarkAnchor | null): RemarkAnchor | null {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now;
}
