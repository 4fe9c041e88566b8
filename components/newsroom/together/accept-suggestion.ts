import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Mark, Node } from '@tiptap/pm/model';
import type { SuggestionView } from '#lib/newsroom/conversation-shapes.ts';
import { findAnchor } from '#lib/richtext/anchor.ts';
import type { Range } from '../checks/finding-range.ts';
import { placeId } from '../editor/places.ts';
import { rangeOfRemark } from './remark-marks.ts';
import { findInBody } from './remark-places.ts';

/**
 * Puts the words of a suggestion in place of those it is about, as one step that can be undone.
 *
 * @returns false when those words are not there any more
 */
export function putInPlace(suggestion: SuggestionView, editor: Editor | null): boolean {
  return suggestion.place === 'body' ? editor !== null && putInBody(suggestion, editor) : putInField(suggestion);
}

function putInBody(suggestion: SuggestionView, editor: Editor): boolean {
  const { doc, schema, tr } = editor.state;
  const marked = rangeOfRemark(editor, suggestion.id);
  // Words changed since under the mark are not the words this was proposed for.
  const stands = marked && doc.textBetween(marked.from, marked.to, '\n', '\n') === suggestion.quote;
  const range = stands ? marked : findInBody(doc)(suggestion);
  if (range === undefined) return false;
  const { replacement } = suggestion;
  if (replacement === '') tr.delete(range.from, range.to);
  else tr.replaceWith(range.from, range.to, schema.text(replacement, marksOfAll(doc, range)));
  editor.view.dispatch(closeHistory(tr));
  return true;
}

/** The marks that the whole run has: a link or italics on all of it stays, one on a part goes. */
export function marksOfAll(doc: Node, { from, to }: Range): readonly Mark[] {
  let shared: readonly Mark[] | undefined;
  doc.nodesBetween(from, to, (node) => {
    if (!node.isText) return;
    shared = shared === undefined ? node.marks : shared.filter((mark) => mark.isInSet(node.marks));
  });
  return shared ?? [];
}

/** Through the browser's own editing of the field, so that its undo knows of it. */
function putInField({ place, replacement, ...anchor }: SuggestionView): boolean {
  const control = document.getElementById(placeId(place));
  if (!(control instanceof HTMLTextAreaElement)) return false;
  const found = findAnchor(control.value, anchor);
  if (found === undefined) return false;
  control.closest('details')?.setAttribute('open', '');
  control.focus();
  control.setSelectionRange(found.start, found.end);
  return document.execCommand(replacement === '' ? 'delete' : 'insertText', false, replacement);
}
