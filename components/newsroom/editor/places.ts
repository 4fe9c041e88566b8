import type { Editor } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';

/** The id of the control of a field of the words. */
export const placeId = (field: string) => `naskah-${field}`;

/**
 * Leads the writer to what an issue or a note is about: a field, or the n-th block of the body (`body.3`).
 *
 * @param code of the issue: of a photo it says which of its fields is meant
 */
export function goToPlace(place: string, editor: Editor | null, code = ''): void {
  const [field = '', index] = place.split('.');
  if (field === 'body' && editor !== null) {
    goToBlock(editor, index === undefined ? 0 : Number(index), code);
    return;
  }
  const element = document.getElementById(placeId(field));
  const group = element?.closest('details');
  // A field inside a closed group cannot be reached before the group is open.
  group?.setAttribute('open', '');
  element?.scrollIntoView({ block: 'center' });
  const photoField = field === 'cover' && photoFieldOf[code] && group ? wantingField(group, code) : undefined;
  (photoField ?? element)?.focus();
}

function goToBlock(editor: Editor, index: number, code: string): void {
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
    // A folded photo has no field to lead to before it is unfolded.
    drawn.querySelector<HTMLElement>('[aria-expanded="false"]')?.click();
    wantingField(drawn, code)?.focus();
  } else editor.commands.focus();
}

const photoFieldOf: Readonly<Record<string, string>> = { alt_missing: 'alt', credit_missing: 'credit' };

/** The field of a photo an issue means, else its first one that still wants words, else its first one. */
export function wantingField(photo: HTMLElement, code = ''): HTMLInputElement | HTMLTextAreaElement | undefined {
  const fields = [...photo.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-place]')];
  return (
    fields.find((field) => field.dataset['place'] === photoFieldOf[code]) ??
    fields.find((field) => field.value.trim() === '' && !field.disabled) ??
    fields[0]
  );
}
