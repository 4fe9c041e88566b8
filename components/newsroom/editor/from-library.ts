import type { Editor } from '@tiptap/core';
import type { LibraryItem } from '#lib/library/library-shapes.ts';
import type { DocumentFile } from './documents.ts';
import type { DraftWords } from './draft-words.ts';
import type { PhotoGoal } from './photos.tsx';
import { insertGallery } from './upload-places.ts';

/** A photo of the library as the cover, with the words and the focal point it brings. */
export function coverFromLibrary(item: LibraryItem): NonNullable<DraftWords['cover']> {
  const { assetId, assetHash, alt, caption, credit, focal, origin } = item;
  return {
    ...{ assetId, assetHash, alt, caption, credit, focal },
    decorative: false,
    ...(origin !== 'photo' && { origin }),
  };
}

/** A document of the library as the editor knows its own. */
export function documentFromLibrary(item: LibraryItem): DocumentFile {
  const { assetId, assetHash, fileName, bytes, state, source, version } = item;
  return { kind: 'document', assetId, assetHash, fileName, bytes, state, source: source ?? '', version };
}

/** Puts photos of the library into the text, in their order: at a position, after the caret's block, or as a gallery. */
export function putFromLibrary(
  editor: Editor,
  items: readonly LibraryItem[],
  goal: Exclude<PhotoGoal, 'cover'>,
  position?: number,
): void {
  const { selection } = editor.state;
  const around = editor.state.doc.resolve(selection.to);
  const afterCaret = around.depth === 0 ? around.pos : around.after(1);
  const at = goal === 'gallery' ? insertGallery(editor) : (position ?? afterCaret);
  const figures = items.map(({ assetId, assetHash, alt, caption, credit, origin }) => ({
    type: 'figure',
    attrs: { assetId, assetHash, alt, caption, credit, origin },
  }));
  editor.chain().insertContentAt(at, figures, { updateSelection: false }).run();
}
