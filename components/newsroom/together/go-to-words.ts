import type { Editor } from '@tiptap/core';
import type { RemarkAnchor } from '#lib/newsroom/conversation-shapes.ts';
import { findAnchor, findChanged } from '#lib/richtext/anchor.ts';
import { placeId } from '../editor/places.ts';
import { rangeOfRemark } from './remark-marks.ts';
import { findInBody } from './remark-places.ts';

/** The element of a remark's card. */
export const cardId = (remark: string) => `komentar-${remark}`;

/** Leads from a card to the words it is about, and selects them. */
export function goToWords(id: string, anchor: RemarkAnchor, editor: Editor | null): void {
  if (anchor.place === 'body') {
    if (editor === null) return;
    const find = findInBody(editor.state.doc);
    const range = rangeOfRemark(editor, id) ?? find(anchor) ?? find(anchor, findChanged);
    if (range === undefined) return;
    editor.chain().focus().setTextSelection(range).scrollIntoView().run();
    const { node } = editor.view.domAtPos(range.from);
    (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' });
    return;
  }
  const control = document.getElementById(placeId(anchor.place));
  if (!(control instanceof HTMLTextAreaElement)) return;
  control.closest('details')?.setAttribute('open', '');
  const found = findAnchor(control.value, anchor) ?? findChanged(control.value, anchor);
  control.focus();
  if (found !== undefined) control.setSelectionRange(found.start, found.end);
  control.scrollIntoView({ block: 'center' });
}

/** Leads from words in the text to the card of what is said about them. */
export function goToCard(id: string): void {
  const card = document.getElementById(cardId(id));
  if (card === null) return;
  card.closest('details')?.setAttribute('open', '');
  card.scrollIntoView({ block: 'center' });
  card.focus({ preventScroll: true });
}
