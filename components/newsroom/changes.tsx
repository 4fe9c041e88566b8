import type { ReactNode } from 'react';
import { keyed } from '#components/ui/keyed.ts';
import type { FieldChange, Piece } from '#lib/newsroom/compare.ts';

/** Differences between two versions of the words: each with its place, what came and what went. */
export function Changes({
  changes,
  aside,
}: {
  changes: readonly FieldChange[];
  /** What can be done about one of them. */
  aside?: (change: FieldChange) => ReactNode;
}) {
  if (changes.length === 0) return <p className="muted">Tidak ada yang berubah.</p>;
  return (
    <ul className="changes">
      {keyed(changes).map(([key, change]) => (
        <li key={key} className="change">
          <h3 className="change-place">
            {change.name}
            {change.field.startsWith('body.') && `, bagian ${Number(change.field.slice('body.'.length)) + 1}`}
          </h3>
          <Pieces pieces={change.pieces} />
          {aside?.(change)}
        </li>
      ))}
    </ul>
  );
}

/**
 * Text with what was added and what was removed, told by element and by line, not by colour alone.
 *
 * @param isEqual for two texts side by side, where neither is the older: what differs is only marked
 */
export function Pieces({ pieces, isEqual = false }: { pieces: readonly Piece[]; isEqual?: boolean }) {
  return (
    <p className="pieces">
      {keyed(pieces).map(([key, piece]) => {
        if (piece.kind !== 'same' && isEqual) return <mark key={key}>{piece.text}</mark>;
        if (piece.kind === 'added') return <ins key={key}>{piece.text}</ins>;
        if (piece.kind === 'removed') return <del key={key}>{piece.text}</del>;
        return <span key={key}>{piece.text}</span>;
      })}
    </p>
  );
}
