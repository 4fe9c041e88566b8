import { ConfidentialBadge, StateBadge } from '#components/newsroom/state-badge.tsx';
import { awaitedText } from '#lib/desk/desk-labels.ts';
import type { QueueRow } from '#lib/desk/queue-shapes.ts';
import { isLate, standingText } from '#lib/desk/standing.ts';
import { formatMoment, kindLabels } from '#lib/newsroom/labels.ts';
import { reviewPath } from '#lib/urls.ts';

/** What was given to this person: what it is, until when, and what was written to them. */
export function AssignedList({ rows, timeZone }: { rows: readonly QueueRow[]; timeZone: string }) {
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={row.editionId} className="edition-row">
          <div className="stack-tight">
            <a href={reviewPath(row.articleId)} className="edition-title">
              {row.title || 'Tanpa judul'}
            </a>
            <p className="row small">
              <StateBadge state={row.state} />
              {row.isConfidential && <ConfidentialBadge />}
              <span>
                {kindLabels[row.kind]}, {row.agencyName}
              </span>
              <span className="muted">{row.writer}</span>
            </p>
            <p className="small">{awaitedText(row.awaited, row.scheduledFor, timeZone)}</p>
            {row.dueAt && (
              <p className={row.standing.isOverdue ? 'small queue-late' : 'small'}>
                {row.standing.isOverdue && <span aria-hidden="true">⚠ </span>}Tenggat{' '}
                {formatMoment(row.dueAt, timeZone)}
              </p>
            )}
            {row.awaited.what !== 'time' && (
              <p className={isLate(row.standing) ? 'small queue-late' : 'small muted'}>{standingText(row.standing)}</p>
            )}
            {row.assignmentNote !== '' && <p className="edition-note">{row.assignmentNote}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
