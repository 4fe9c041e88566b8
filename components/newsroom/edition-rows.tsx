import type { ReactNode } from 'react';
import type { EditionRowView } from '#lib/newsroom/desk-shapes.ts';
import { formatMoment, kindLabels, returnReasonLabels } from '#lib/newsroom/labels.ts';
import { StateBadge } from './state-badge.tsx';

/** A list of editions: each line says what it is, in which state, whose turn it is, and leads on. */
export function EditionRows({
  rows,
  timeZone,
  hrefOf,
  aside,
}: {
  rows: readonly EditionRowView[];
  timeZone: string;
  hrefOf: (row: EditionRowView) => string;
  /** What else a line shows, such as a further link. */
  aside?: (row: EditionRowView) => ReactNode;
}) {
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={row.editionId} className="edition-row">
          <div className="stack-tight">
            <a href={hrefOf(row)} className="edition-title">
              {row.title === '' ? 'Tanpa judul' : row.title}
            </a>
            <p className="row small">
              <StateBadge state={row.state} />
              <span>
                {kindLabels[row.kind]}, {row.agencyName}
                {row.number > 1 && `, edisi ${row.number}`}
              </span>
              <span className="muted">{row.writer}</span>
            </p>
            <p className="muted small">{whenOf(row, timeZone)}</p>
            {row.claimedBy && <p className="small">Dipegang {row.claimedBy}</p>}
            {row.awaitsConfirmation && <p className="small">◷ Menunggu tanda tangan kedua</p>}
            {row.secondReviewDueAt && (
              <p className="small edition-due">
                <span aria-hidden="true">⚠ </span>Tinjauan kedua paling lambat{' '}
                {formatMoment(row.secondReviewDueAt, timeZone)}
              </p>
            )}
            {row.note && (row.state === 'returned' || row.state === 'rejected') && (
              <p className="edition-note">
                <strong>{row.note.reasonCode === null ? 'Catatan' : returnReasonLabels[row.note.reasonCode]}:</strong>{' '}
                {row.note.text} <span className="muted small">({row.note.by})</span>
              </p>
            )}
          </div>
          {aside && <div className="row">{aside(row)}</div>}
        </li>
      ))}
    </ul>
  );
}

function whenOf(row: EditionRowView, timeZone: string): string {
  if (row.publishedAt !== null && ['published', 'archived', 'retracted'].includes(row.state)) {
    return `Terbit ${formatMoment(row.publishedAt, timeZone)}`;
  }
  if (row.submittedAt !== null && row.state !== 'draft' && row.state !== 'returned')
    return `Diajukan ${formatMoment(row.submittedAt, timeZone)}`;
  return `Terakhir diubah ${formatMoment(row.touchedAt, timeZone)}`;
}
