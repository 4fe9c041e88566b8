'use client';

import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { figureAttributes } from '#lib/richtext/attributes.ts';
import { PhotoFields } from './photo-fields.tsx';
import { PhotoPicture } from './photo-picture.tsx';
import { usePhotoDesk, usePhotos } from './photos.tsx';

/** A photo in the text: the picture, the words that go with it, and what can be done with it by keyboard or thumb. */
export function FigureView({ node, updateAttributes, deleteNode, editor, getPos, selected }: NodeViewProps) {
  const { book, coverId, makeCover } = usePhotoDesk();
  const figure = figureAttributes.parse(node.attrs);
  const photo = usePhotos(book).get(figure.assetId);
  const isCover = coverId === figure.assetId;

  /** Puts the photo before the block above it, or behind the one below. */
  const move = (direction: -1 | 1) => {
    const from = getPos();
    if (from === undefined) return;
    const { doc, tr } = editor.state;
    const index = doc.resolve(from).index();
    const neighbour = doc.maybeChild(index + direction);
    if (!neighbour) return;
    const to = direction === -1 ? from - neighbour.nodeSize : from + neighbour.nodeSize;
    editor.view.dispatch(tr.delete(from, from + node.nodeSize).insert(to, node));
  };

  return (
    <NodeViewWrapper
      as="figure"
      className={selected ? 'figure-writing figure-selected' : 'figure-writing'}
      data-drag-handle
    >
      <PhotoPicture photo={photo} alt={figure.alt} />
      <div className="stack" contentEditable={false}>
        <PhotoFields value={figure} onChange={updateAttributes} isReadOnly={!editor.isEditable} />
        {editor.isEditable && (
          <div className="row">
            <button type="button" onClick={() => move(-1)}>
              Naikkan
            </button>
            <button type="button" onClick={() => move(1)}>
              Turunkan
            </button>
            <button type="button" aria-pressed={isCover} disabled={isCover} onClick={() => makeCover(figure)}>
              {isCover ? 'Ini foto utama' : 'Jadikan foto utama'}
            </button>
            <button type="button" className="button-danger" onClick={deleteNode}>
              Hapus foto
            </button>
          </div>
        )}
      </div>
    </NodeViewWrapper>
  );
}
