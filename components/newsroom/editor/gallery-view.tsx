'use client';

import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { useId } from 'react';
import { fieldLimits } from '#lib/newsroom/article-input.ts';
import { galleryPhotosAtLeast } from '#lib/newsroom/block-readiness.ts';
import { galleryAttributes } from '#lib/richtext/attributes.ts';
import { blockLimits } from '#lib/richtext/measure.ts';
import { usePhotoDesk } from './photos.tsx';
import { useOwnText } from './use-own-text.ts';

/** Photos that readers move through in a row: its caption, its photos with their words, and one more place. */
export function GalleryView({ node, updateAttributes, deleteNode, editor, getPos, selected }: NodeViewProps) {
  const id = useId();
  const { pickPhotosAt, openLibrary } = usePhotoDesk();
  const attributes = galleryAttributes.parse(node.attrs);
  const [caption, changeCaption] = useOwnText(attributes.caption, (text) => updateAttributes({ caption: text }));
  const count = node.childCount;

  const addPhotos = () => {
    const at = getPos();
    if (at !== undefined) pickPhotosAt(at + node.nodeSize - 1);
  };

  const addFromLibrary = () => {
    const at = getPos();
    if (at !== undefined) openLibrary('body', at + node.nodeSize - 1);
  };

  const move = (direction: -1 | 1) => {
    const from = getPos();
    if (from === undefined) return;
    const { doc, tr } = editor.state;
    const neighbour = doc.maybeChild(doc.resolve(from).index() + direction);
    if (!neighbour) return;
    const to = from + direction * neighbour.nodeSize;
    editor.view.dispatch(tr.delete(from, from + node.nodeSize).insert(to, node));
    requestAnimationFrame(() => {
      const drawn = editor.view.nodeDOM(to);
      if (drawn instanceof HTMLElement) drawn.querySelector<HTMLElement>(`[data-move-gallery="${direction}"]`)?.focus();
    });
  };

  return (
    <NodeViewWrapper
      as="section"
      className={`gallery-writing${selected ? ' figure-selected' : ''}`}
      aria-label="Galeri"
    >
      <div className="stack-tight" contentEditable={false}>
        <p className={count < galleryPhotosAtLeast ? 'field-error' : 'muted small'}>
          <b>Galeri:</b> {count} foto
          {count < galleryPhotosAtLeast && `. Galeri memerlukan paling sedikit ${galleryPhotosAtLeast} foto.`}
        </p>
        <div className="field">
          <label htmlFor={`${id}-caption`}>Keterangan galeri (boleh kosong)</label>
          <input
            id={`${id}-caption`}
            value={caption}
            maxLength={fieldLimits.caption}
            readOnly={!editor.isEditable}
            onChange={(event) => changeCaption(event.target.value)}
          />
        </div>
      </div>
      <NodeViewContent className="gallery-photos" />
      {editor.isEditable && (
        <div className="row figure-steps" contentEditable={false}>
          {count < blockLimits.galleryPhotos && (
            <button type="button" onClick={addPhotos}>
              Tambah foto ke galeri
            </button>
          )}
          {count < blockLimits.galleryPhotos && (
            <button type="button" onClick={addFromLibrary}>
              Tambah dari pustaka
            </button>
          )}
          <button type="button" data-move-gallery={-1} onClick={() => move(-1)}>
            Naikkan galeri
          </button>
          <button type="button" data-move-gallery={1} onClick={() => move(1)}>
            Turunkan galeri
          </button>
          <button type="button" className="button-danger" onClick={deleteNode}>
            Hapus galeri
          </button>
        </div>
      )}
    </NodeViewWrapper>
  );
}
