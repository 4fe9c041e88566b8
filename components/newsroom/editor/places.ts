import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';

/** The id of the control of a field of the words: `title`, `details.venue`, `attachments.2`. */
export const placeId = (field: string) => `naskah-${field.replaceAll('.', '-')}`;

/**
 * Leads the writer to what an issue or a note is about: a field (`title`, `details.venue`), the n-th
 * block of the body (`body.3`), or a photo inside it (`body.3.1`).
 *
 * @param code of the issue: of a photo it says which of its fields is meant
 */
export function goToPlace(place: string, editor: Editor | null, code = ''): void {
  const [field = '', ...path] = place.split('.');
  if (field === 'body' && editor !== null) {
    goToBlock(editor, path.map(Number), code);
    return;
  }
  const element = controlOf(place);
  const group = element?.closest('details');
  // A field inside a closed group cannot be reached before the group is open.
  group?.setAttribute('open', '');
  element?.scrollIntoView({ block: 'center' });
  const photoField = field === 'cover' && photoFieldOf[code] && group ? wantingField(group, code) : undefined;
  (photoField ?? element)?.focus();
}

/** The control of a place, else of what it is a part of. */
function controlOf(place: string): HTMLElement | null {
  for (let parts = place.split('.'); parts.length > 0; parts = parts.slice(0, -1)) {
    const element = document.getElementById(placeId(parts.join('.')));
    if (element !== null) return element;
  }
  return null;
}

function goToBlock(editor: Editor, path: readonly number[], code: string): void {
  const { doc, tr } = editor.state;
  const found = nodeAtPath(doc, path);
  if (found === undefined) {
    editor.commands.focus('end');
    return;
  }
  const { node, position } = found;
  // A gallery holds no text of its own: its photos are reached one by one.
  const isPicture = node.isAtom || node.type.name === 'gallery';
  const selection = isPicture ? NodeSelection.create(doc, position) : TextSelection.near(doc.resolve(position + 1));
  editor.view.dispatch(tr.setSelection(selection).scrollIntoView());
  const drawn = editor.view.nodeDOM(position);
  if (isPicture && drawn instanceof HTMLElement) {
    drawn.scrollIntoView({ block: 'center' });
    // A folded photo has no field to lead to before it is unfolded.
    drawn.querySelector<HTMLElement>('[aria-expanded="false"]')?.click();
    wantingField(drawn, code)?.focus();
  } else if (fieldOf[code] === undefined || !(drawn instanceof HTMLElement)) editor.commands.focus();
  else wantingField(drawn, code)?.focus();
}

/** The node at a path of indices as far as there are nodes, and its position; undefined when there is no such block. */
export function nodeAtPath(doc: Node, path: readonly number[]): { node: Node; position: number } | undefined {
  let found: { node: Node; position: number } | undefined;
  let [parent, start] = [doc, 0];
  for (const index of path.length === 0 ? [0] : path) {
    const node = parent.maybeChild(index);
    if (!node) break;
    let position = start;
    for (let at = 0; at < index; at += 1) position += parent.child(at).nodeSize;
    found = { node, position };
    [parent, start] = [node, position + 1];
  }
  return found;
}

const photoFieldOf: Readonly<Record<string, string>> = { alt_missing: 'alt', credit_missing: 'credit' };
/** The field an issue of any block means. */
const fieldOf: Readonly<Record<string, string>> = {
  ...photoFieldOf,
  table_caption_missing: 'caption',
  document_title_missing: 'title',
};

/** The field of a photo an issue means, else its first one that still wants words, else its first one. */
export function wantingField(photo: HTMLElement, code = ''): HTMLInputElement | HTMLTextAreaElement | undefined {
  const fields = [...photo.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-place]')];
  return (
    fields.find((field) => field.dataset['place'] === fieldOf[code]) ??
    fields.find((field) => field.value.trim() === '' && !field.disabled) ??
    fields[0]
  );
}
