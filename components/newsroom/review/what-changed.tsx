import { keyed } from '#components/ui/keyed.ts';
import type { FieldChange } from '#lib/newsroom/compare.ts';
import type { FigureChange } from '#lib/newsroom/compare-figures.ts';
import { newsroomMediaPath } from '#lib/urls.ts';
import { Changes } from '../changes.tsx';
import { ReturnHere } from './review-desk.tsx';

/** What is other than at the last signature: words marked, and pictures as pictures. */
export function WhatChanged({
  changes,
  figures,
  thumbnails,
}: {
  changes: readonly FieldChange[];
  figures: readonly FigureChange[];
  /** Storage keys of small pictures, by asset. */
  thumbnails: ReadonlyMap<string, string>;
}) {
  if (changes.length + figures.length === 0) return <p className="muted">Tidak ada yang berubah.</p>;
  return (
    <div className="stack">
      {figures.length > 0 && (
        <ul className="figure-changes" aria-label="Gambar yang berubah">
          {keyed(figures).map(([key, figure]) => (
            <li key={key}>
              <FigureLine figure={figure} thumbnail={thumbnails.get(figure.assetId)} />
            </li>
          ))}
        </ul>
      )}
      {changes.length > 0 && (
        <Changes
          changes={changes}
          aside={(change) => <ReturnHere place={change.field} label={change.name.toLowerCase()} />}
        />
      )}
    </div>
  );
}

const kindWords = { added: 'Ditambahkan', removed: 'Dihapus', changed: 'Diubah' } as const;

function FigureLine({ figure, thumbnail }: { figure: FigureChange; thumbnail: string | undefined }) {
  const { kind, name, words, differences, place } = figure;
  return (
    <div className="figure-change">
      {thumbnail === undefined ? (
        <span className="figure-change-blank" aria-hidden="true" />
      ) : (
        <img src={newsroomMediaPath(thumbnail)} alt="" loading="lazy" />
      )}
      <div className="stack-tight">
        <h3 className="change-place">
          {name} <span className="badge">{kindWords[kind]}</span>
        </h3>
        {differences.length === 0 && <p>{words === '' ? 'Tanpa keterangan' : words}</p>}
        {differences.map(({ name: what, before, after }) => (
          <p key={what} className="pieces">
            <span className="muted">{what}: </span>
            {before !== '' && <del>{before}</del>} {after !== '' && <ins>{after}</ins>}
          </p>
        ))}
        {kind !== 'removed' && <ReturnHere place={place} label={name.toLowerCase()} />}
      </div>
    </div>
  );
}
