import type { Editor } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';

/** The id of the control of a field of the words. */
export const placeId = (field: string) => `naskah-${field}`;

/** Leads the writer to what an issue or a note is about: a field, or the n-th block of the body (`body.3`). */
export function goToPlace(place: string, editor: Editor | null): void {
  const [field = '', index] = place.split('.');
  if (field === 'body' && editor !== null) {
    goToBlock(editor, index === undefined ? 0 : Number(index));
    return;
  }
  const element = document.getElementById(placeId(field));
  // A field inside a closed group cannot be reached before the group is open.
  element?.closest('details')?.setAttribute('open', '');
  element?.scrollIntoView({ block: 'center' });
  element?.focus();
}

function goToBlock(editor: Editor, index: number): void {
  const { doc, tr } = editor.state;
  let position = 0;
  for (let at = 0; at < Math.min(index, doc.childCount); at += 1) position += doc.child(at).nodeSize;
  const block = doc.maybeChild(index);
  if (!block) {
    editor.commands.focus('end');
    return;
  }
  const isFigure = block.isAtom;
  const selection = isFigure ? NodeSelection.create(doc, position) : TextSelection.near(doc.resolve(position + 1));
  editor.view.dispatch(tr.setSelection(selection).scrollIntoView());
  const drawn = editor.view.nodeDOM(position);
  if (isFigure && drawn instanceof HTMLElement) {
    drawn.scrollIntoView({ block: 'center' });
    firstEmpty(drawn)?.focus();
  } else editor.commands.focus();
}

/** The first field of a photo that still wants words. */
function firstEmpty(figure: HTMLElement): HTMLInputElement | HTMLTextAreaElement | undefined {
  const fields = [...figure.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-place]')];
  return fields.find((field) => field.value.trim() === '' && !field.disabled) ?? fields[0];
}
