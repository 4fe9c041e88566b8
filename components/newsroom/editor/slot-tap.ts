import { Extension } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { slotAt } from './slot-in-field.ts';

/**
 * A tap on a question in square brackets, as outlines ask them, selects all of it: what is typed next is the
 * answer. A further tap sets the caret into it as anywhere.
 */
export const SlotTap = Extension.create({
  name: 'slotTap',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: { handleClick: chooseSlot },
    }),
  ],
});

function chooseSlot(view: EditorView, position: number): boolean {
  const { doc, selection, tr } = view.state;
  const slot = slotAround(doc.resolve(position));
  if (!view.editable || slot === null) return false;
  if (selection.from === slot.from && selection.to === slot.to) return false;
  view.dispatch(tr.setSelection(TextSelection.create(doc, slot.from, slot.to)));
  return true;
}

/** The question around a position of the text, brackets included; null when there is none. */
export function slotAround(place: ResolvedPos): { from: number; to: number } | null {
  const { parent, parentOffset } = place;
  if (!parent.isTextblock) return null;
  // Anything that is no letter takes one place too.
  const text = parent.textBetween(0, parent.content.size, undefined, '\ufffc');
  const slot = slotAt(text, parentOffset);
  return slot === undefined ? null : { from: place.start() + slot.start, to: place.start() + slot.end };
}
