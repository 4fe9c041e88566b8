import { type Editor, Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

type Change = { kind: 'mark'; id: string; at: number; name: string } | { kind: 'clear'; id: string };

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
          if (change.kind === 'clear')
            return moved.remove(moved.find(undefined, undefined, ({ id }) => id === change.id));
          const { id, at, name } = change;
          return moved.add(transaction.doc, [Decoration.widget(at, () => drawn(name), { id, side: -1 })]);
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

/** Marks where the photo of an upload will stand: at a position, or after the block with the caret. */
export function markUploadPlace(editor: Editor, id: string, name: string, position?: number): void {
  const { state } = editor;
  const at = betweenBlocks(state, position ?? state.selection.to);
  send(editor, { kind: 'mark', id, at, name });
}

/** Where the photo is to stand now, or null when its place was deleted or never marked. */
export function uploadPlace(editor: Editor, id: string): number | null {
  const [found] = key.getState(editor.state)?.find(undefined, undefined, (spec) => spec.id === id) ?? [];
  return found?.from ?? null;
}

export function clearUploadPlace(editor: Editor, id: string): void {
  send(editor, { kind: 'clear', id });
}

function send(editor: Editor, change: Change): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, change).setMeta('addToHistory', false));
}

/** The border after the outermost block around a position: a photo stands between blocks. */
function betweenBlocks(state: EditorState, position: number): number {
  const place = state.doc.resolve(Math.min(Math.max(position, 0), state.doc.content.size));
  return place.depth === 0 ? place.pos : place.after(1);
}

function drawn(name: string): HTMLElement {
  const mark = document.createElement('p');
  mark.className = 'upload-place';
  mark.contentEditable = 'false';
  mark.textContent = `Foto ${name} akan berada di sini`;
  return mark;
}
