import type { ReactNode } from 'react';
import { now } from '#lib/clock.ts';
import type { EditionRowView } from '#lib/newsroom/desk-shapes.ts';
import { formatMoment, kindLabels } from '#lib/newsroom/labels.ts';
import { DeskNoticeLines } from './desk-notice-lines.tsx';
import { Countdown } from './review/countdown.tsx';
import { ConfidentialBadge, StateBadge } from './state-badge.tsx';

/** A list of editions: each line says what it is, in which state, whose turn it is, and leads on. */
export function EditionRows({
  rows,
  timeZone,
  hrefOf,
  aside,
  choice,
  at = now(),
}: {
  rows: readonly EditionRowView[];
  timeZone: string;
  hrefOf: (row: EditionRowView) => string;
  /** What else a line shows, such as a further link. */
  aside?: (row: EditionRowView) => ReactNode;
  /** A box before a line that can be chosen. */
  choice?: (row: EditionRowView) => ReactNode;
  /** The server's moment, for lists that are drawn in the browser as well. */
  at?: Date;
}) {
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={row.editionId} className={choice ? 'edition-row edition-row-choice' : 'edition-row'}>
          {choice?.(row)}
          <div className="stack-tight">
            <a href={hrefOf(row)} className="edition-title">
              {row.title === '' ? 'Tanpa judul' : row.title}
            </a>
            <p className="row small">
              <StateBadge state={row.state} />
              {row.isConfidential && <ConfidentialBadge />}
              <span>
                {kindLabels[row.kind]}, {row.agencyName}
                {row.number > 1 && `, edisi ${row.number}`}
              </span>
              <span className="muted">{row.writer}</span>
            </p>
            <p className="muted small">{whenOf(row, timeZone)}</p>
            {row.claimedBy && <p className="small">Dipegang {row.claimedBy}</p>}
            {row.awaitsConfirmation && <p className="small">◷ Menunggu tanda tangan kedua</p>}
            <DeskNoticeLines notice={row.notice} timeZone={timeZone} />
            {row.secondReviewDueAt && (
              <p className="small edition-due">
                Tinjauan kedua paling lambat {formatMoment(row.secondReviewDueAt, timeZone)}:{' '}
                <Countdown dueAt={row.secondReviewDueAt.toISOString()} now={at.toISOString()} />
              </p>
            )}
            {row.retractReviewDueAt && (
              <p className="small edition-due">
                Penarikan menunggu tinjauan redaktur pelaksana:{' '}
                <Countdown dueAt={row.retractReviewDueAt.toISOString()} now={at.toISOString()} />
              </p>
            )}
            {row.note && (row.state === 'returned' || row.state === 'rejected') && (
              <p className="edition-note">
                <strong>{row.note.reasonLabel ?? 'Catatan'}:</strong> {row.note.text}{' '}
                <span className="muted small">({row.note.by})</span>
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
