import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';

/** The id of the control of a field of the words: `title`, `details.venue`, `attachments.2`. */
export const placeId = (field: string) => `naskah-${field.replaceAll('.', '-')}`;

/**
 * Leads the writer to what an issue or a note is about: a field (`title`, `details.venue`), the n-th
 * block of the body (`body.3`), or a photo inside it (`body.3.1`).
 *
 * @param about the code of an issue, or the part of a block that a finding is in: says which of its fields is meant
 */
export function goToPlace(place: string, editor: Editor | null, about = ''): void {
  const [field = '', ...path] = place.split('.');
  if (field === 'body' && editor !== null) {
    goToBlock(editor, path.map(Number), about);
    return;
  }
  const element = controlOf(place);
  const group = element?.closest('details');
  // A field inside a closed group cannot be reached before the group is open.
  group?.setAttribute('open', '');
  element?.scrollIntoView({ block: 'center' });
  const photoField = field === 'cover' && group ? fieldNamed(group, about) : undefined;
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

function goToBlock(editor: Editor, path: readonly number[], about: string): void {
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
    (fieldNamed(drawn, about) ?? wantingField(drawn))?.focus();
    return;
  }
  const named = drawn instanceof HTMLElement ? fieldNamed(drawn, about) : undefined;
  if (named === undefined) editor.commands.focus();
  else named.focus();
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

/** The field an issue means. */
const fieldOf: Readonly<Record<string, string>> = {
  alt_missing: 'alt',
  credit_missing: 'credit',
  table_caption_missing: 'caption',
  document_title_missing: 'title',
};

type TextControl = HTMLInputElement | HTMLTextAreaElement;

const fieldsIn = (block: HTMLElement) => [...block.querySelectorAll<TextControl>('[data-place]')];

/** The field of a block that an issue or a part of it means. */
function fieldNamed(block: HTMLElement, about: string): TextControl | undefined {
  return fieldsIn(block).find((field) => field.dataset['place'] === (fieldOf[about] ?? about));
}

/** The first field of a photo that still wants words, else its first one. */
export function wantingField(photo: HTMLElement): TextControl | undefined {
  const fields = fieldsIn(photo);
  return fields.find((field) => field.value.trim() === '' && !field.disabled) ?? fields[0];
}
