import { type Editor, Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { anchorOf, positionOf } from './photo-anchors.ts';

/** A photo that is still to come, as its place shows it. */
export type WaitingPhoto = {
  id: string;
  name: string;
  /** Its picture, from the device itself. */
  preview: string;
  /** How far it is, in words. */
  word: string;
  onRemove: () => void;
};

type Place = { photo: WaitingPhoto; order: number };

type Change =
  | { kind: 'mark'; at: number; photo: WaitingPhoto }
  | { kind: 'tell'; id: string; word: string }
  | { kind: 'clear'; id: string }
  /** In the transaction that puts a photo at a position. */
  | { kind: 'put'; at: number; order: number };

const key = new PluginKey<DecorationSet>('uploadPlaces');

/** Remembers where photos are to stand while they are still on their way, whatever is typed around them. */
export const UploadPlaces = Extension.create({
  name: 'uploadPlaces',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, places, { doc: old }) {
          const moved = withLost(transaction, places, old);
          const change: Change | undefined = transaction.getMeta(key);
          if (change === undefined) return moved;
          switch (change.kind) {
            case 'clear':
              return moved.remove(placesOf(moved, change.id));
            case 'tell': {
              const told = placesOf(moved, change.id);
              const anew = told.map(({ from, spec: { photo, order } }) =>
                widget(from, { photo: { ...photo, word: change.word }, order }),
              );
              return moved.remove(told).add(transaction.doc, anew);
            }
            case 'mark': {
              const order = 1 + Math.max(0, ...moved.find().map(({ spec }) => spec.order));
              return moved.add(transaction.doc, [widget(change.at, { photo: change.photo, order })]);
            }
            case 'put': {
              // Photos arrive as the network pleases; they stand in the order in which they were picked.
              const [before, behind] = [-1, 1].map((side) => transaction.mapping.map(change.at, side));
              if (before === undefined || behind === undefined) return moved;
              const earlier = moved.find(behind, behind, ({ order }) => order < change.order);
              const ahead = earlier.map(({ spec: { photo, order } }) => widget(before, { photo, order }));
              return moved.remove(earlier).add(transaction.doc, ahead);
            }
          }
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

/** Puts an empty gallery after the block with the caret. Gives the position inside it, where photos go. */
export function insertGallery(editor: Editor): number {
  const { selection, doc } = editor.state;
  const place = doc.resolve(selection.to);
  const at = place.depth === 0 ? place.pos : place.after(1);
  editor.chain().insertContentAt(at, { type: 'gallery' }, { updateSelection: false }).run();
  return at + 1;
}

/** Marks where the photo of an upload will stand: at a position, or after the block with the caret. */
export function markUploadPlace(editor: Editor, photo: WaitingPhoto, position?: number): void {
  const { state } = editor;
  send(editor, { kind: 'mark', at: betweenBlocks(state, position ?? state.selection.to), photo });
}

/** Says at its place how far a photo is; nothing happens where it says so already. */
export function tellUploadPlace(editor: Editor, id: string, word: string): void {
  const found = places(editor, id)[0];
  if (found !== undefined && found.spec.photo.word !== word) send(editor, { kind: 'tell', id, word });
}

/** Where the photo of an upload will stand; null when it has no place in the text. */
export function uploadPlaceOf(editor: Editor, id: string): number | null {
  return places(editor, id)[0]?.from ?? null;
}

/** Puts a photo where its upload was marked, or at the end when that place was deleted. */
export function putPhoto(editor: Editor, id: string, photo: { assetId: string; assetHash: string; alt: string }): void {
  const [found] = places(editor, id);
  const at = found?.from ?? editor.state.doc.content.size;
  const put: Change = { kind: 'put', at, order: found?.spec.order ?? Number.POSITIVE_INFINITY };
  clearUploadPlace(editor, id);
  editor
    .chain()
    .insertContentAt(at, { type: 'figure', attrs: photo }, { updateSelection: false })
    .setMeta(key, put)
    .run();
}

export function clearUploadPlace(editor: Editor, id: string): void {
  send(editor, { kind: 'clear', id });
}

function send(editor: Editor, change: Change): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, change).setMeta('addToHistory', false));
}

/** The border after the outermost block around a position: a photo stands between blocks, or in a gallery. */
function betweenBlocks(state: EditorState, position: number): number {
  const place = state.doc.resolve(Math.min(Math.max(position, 0), state.doc.content.size));
  if (place.parent.type.name === 'gallery') return place.pos;
  return place.depth === 0 ? place.pos : place.after(1);
}

function places(editor: Editor, id: string): Decoration[] {
  return placesOf(key.getState(editor.state) ?? DecorationSet.empty, id);
}

function placesOf(set: DecorationSet, id: string): Decoration[] {
  return set.find(undefined, undefined, ({ photo }: Place) => photo.id === id);
}

/** The places after a change of the text. One whose surroundings went finds the likest place in what is left. */
function withLost({ mapping, doc }: Transaction, set: DecorationSet, before: Node): DecorationSet {
  const lost: Place[] = [];
  const moved = set.map(mapping, doc, { onRemove: (place: Place) => lost.push(place) });
  const found = lost.flatMap((place) => {
    const at = placesOf(set, place.photo.id)[0]?.from;
    return at === undefined ? [] : [widget(positionOf(doc, anchorOf(before, at)), place)];
  });
  return moved.add(doc, found);
}

function widget(at: number, place: Place): Decoration {
  const { id, word } = place.photo;
  const spec = { ...place, side: place.order, key: `${id} ${word}`, stopEvent: () => true };
  return Decoration.widget(at, () => drawn(place.photo), spec);
}

function drawn({ name, preview, word, onRemove }: WaitingPhoto): HTMLElement {
  const picture = document.createElement('img');
  picture.src = preview;
  picture.alt = '';
  picture.className = 'upload-picture';
  const told = document.createElement('p');
  told.append(`Foto ${name} akan berada di sini`, document.createElement('br'), word);
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.textContent = 'Batalkan';
  remove.setAttribute('aria-label', `Batalkan ${name}`);
  remove.addEventListener('click', onRemove);
  const mark = document.createElement('div');
  mark.className = 'upload-place';
  mark.contentEditable = 'false';
  mark.append(picture, told, remove);
  return mark;
}
