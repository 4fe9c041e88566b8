import { type Editor, Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

type Place = { id: string; name: string; order: number };

type Change =
  | { kind: 'mark'; at: number; place: Omit<Place, 'order'> }
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
        apply(transaction, places) {
          const moved = places.map(transaction.mapping, transaction.doc);
          const change: Change | undefined = transaction.getMeta(key);
          if (change === undefined) return moved;
          switch (change.kind) {
            case 'clear':
              return moved.remove(moved.find(undefined, undefined, ({ id }) => id === change.id));
            case 'mark': {
              const order = 1 + Math.max(0, ...moved.find().map(({ spec }) => spec.order));
              return moved.add(transaction.doc, [widget(change.at, { ...change.place, order })]);
            }
            case 'put': {
              // Photos arrive as the network pleases; they stand in the order in which they were picked.
              const [before, behind] = [-1, 1].map((side) => transaction.mapping.map(change.at, side));
              if (before === undefined || behind === undefined) return moved;
              const earlier = moved.find(behind, behind, ({ order }) => order < change.order);
              const ahead = earlier.map(({ spec: { id, name, order } }) => widget(before, { id, name, order }));
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
export function markUploadPlace(editor: Editor, id: string, name: string, position?: number): void {
  const { state } = editor;
  const at = betweenBlocks(state, position ?? state.selection.to);
  send(editor, { kind: 'mark', at, place: { id, name } });
}

/** Puts a photo where its upload was marked, or at the end when that place was deleted. */
export function putPhoto(editor: Editor, id: string, photo: { assetId: string; assetHash: string; alt: string }): void {
  const [found] = key.getState(editor.state)?.find(undefined, undefined, (spec) => spec.id === id) ?? [];
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

function widget(at: number, place: Place): Decoration {
  return Decoration.widget(at, () => drawn(place.name), { ...place, side: 1 });
}

function drawn(name: string): HTMLElement {
  const mark = document.createElement('p');
  mark.className = 'upload-place';
  mark.contentEditable = 'false';
  mark.textContent = `Foto ${name} akan berada di sini`;
  return mark;
}
