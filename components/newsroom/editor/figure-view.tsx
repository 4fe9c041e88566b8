'use client';

import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { lackingWords } from '#lib/newsroom/readiness.ts';
import { type FigureAttributes, figureAttributes } from '#lib/richtext/attributes.ts';
import { creditLine } from '#lib/richtext/origin-words.ts';
import { moveToCover } from './cover-move.ts';
import { PhotoFields } from './photo-fields.tsx';
import { PhotoPicture } from './photo-picture.tsx';
import { PhotoWarnings } from './photo-warnings.tsx';
import { type Photo, usePhotoDesk, usePhotos } from './photos.tsx';
import { wantingField } from './places.ts';

/**
 * A photo in the text: the picture, the words that go with it, and what can be done with it by
 * keyboard or thumb. One that lacks nothing folds to a line, so that the text can be read.
 */
export function FigureView({ node, updateAttributes, deleteNode, editor, getPos, selected }: NodeViewProps) {
  const id = useId();
  const { book, cover } = usePhotoDesk();
  const figure = figureAttributes.parse(node.attrs);
  const photo = usePhotos(book).get(figure.assetId);
  const lacking = lackingIn(figure, photo);
  const [isUnfolded, setIsUnfolded] = useState(false);
  // It does not fold under the fingers with the first letter of its last field.
  if (lacking.length > 0 && !isUnfolded) setIsUnfolded(true);

  const fold = (button: HTMLElement) => {
    const drawn = button.closest('figure');
    flushSync(() => setIsUnfolded(!isUnfolded));
    if (drawn === null) return;
    if (isUnfolded) drawn.scrollIntoView({ block: 'nearest' });
    else wantingField(drawn)?.focus();
  };

  /** Puts the photo before the block above it, or behind the one below; in a gallery among its photos. */
  const move = (direction: Direction) => {
    const from = getPos();
    if (from === undefined) return;
    const { doc, tr } = editor.state;
    const place = doc.resolve(from);
    const neighbour = place.parent.maybeChild(place.index() + direction);
    if (!neighbour) return;
    const to = from + direction * neighbour.nodeSize;
    editor.view.dispatch(tr.delete(from, from + node.nodeSize).insert(to, node));
    // It may be drawn anew there; then the hand finds the same button again.
    requestAnimationFrame(() => reachMoveButton(editor.view.nodeDOM(to), direction));
  };

  const takeAsCover = () => {
    const at = getPos();
    if (at !== undefined) editor.view.dispatch(moveToCover(editor.state, at, cover));
  };

  return (
    <NodeViewWrapper
      as="figure"
      className={`figure-writing${isUnfolded ? '' : ' figure-folded'}${selected ? ' figure-selected' : ''}`}
      data-drag-handle
    >
      <PhotoPicture photo={photo} alt={figure.alt} />
      <div id={id} className="stack" contentEditable={false}>
        {isUnfolded ? (
          <>
            <p className={lacking.length > 0 ? 'field-error' : 'muted small'}>
              {lacking.length > 0 ? `Masih kurang: ${lacking.join(' dan ')}.` : 'Keterangan foto ini lengkap.'}
            </p>
            <PhotoFields value={figure} onChange={updateAttributes} isReadOnly={!editor.isEditable} />
          </>
        ) : (
          <p className="figure-summary">
            <span className="figure-caption">{figure.caption || figure.alt || 'Foto hiasan'}</span>
            <span className="muted small">{creditLine(figure)}</span>
          </p>
        )}
        <PhotoWarnings photo={photo} origin={figure.origin} isShort={!isUnfolded} />
        {cover?.assetId === figure.assetId && (
          <p className="small">
            <b>Sama dengan foto utama:</b> pembaca melihatnya dua kali.
          </p>
        )}
      </div>
      <div className="row figure-steps" contentEditable={false}>
        <button
          type="button"
          className={isUnfolded ? '' : 'button-plain'}
          aria-expanded={isUnfolded}
          aria-controls={id}
          disabled={lacking.length > 0}
          onClick={(event) => fold(event.currentTarget)}
        >
          {isUnfolded ? 'Lipat keterangan' : editor.isEditable ? 'Ubah keterangan' : 'Lihat keterangan'}
          <span className="visually-hidden"> foto {figure.caption || figure.alt || photo?.fileName}</span>
        </button>
        {isUnfolded && editor.isEditable && (
          <>
            <button type="button" data-move={-1} onClick={() => move(-1)}>
              Naikkan
            </button>
            <button type="button" data-move={1} onClick={() => move(1)}>
              Turunkan
            </button>
            {cover?.assetId !== figure.assetId && (
              <button type="button" onClick={takeAsCover}>
                Jadikan foto utama
              </button>
            )}
            <button type="button" className="button-danger" onClick={deleteNode}>
              Hapus foto
            </button>
          </>
        )}
      </div>
    </NodeViewWrapper>
  );
}

type Direction = -1 | 1;

function reachMoveButton(drawn: Node | null, direction: Direction): void {
  if (!(drawn instanceof HTMLElement)) return;
  drawn.querySelector<HTMLElement>('[aria-expanded="false"]')?.click();
  drawn.querySelector<HTMLElement>(`[data-move="${direction}"]`)?.focus();
}

/** What the photo still needs before the article may go on, in words. */
function lackingIn(figure: FigureAttributes, photo: Photo | undefined): string[] {
  const isUsable = photo !== undefined && photo.state !== 'missing' && photo.state !== 'failed';
  const words = lackingWords(figure).map((word) => (word === 'alt' ? 'teks alternatif' : 'kredit foto'));
  return isUsable ? words : [...words, 'foto yang dapat dipakai'];
}
