'use client';

import { OpenedToDeskLine } from '#components/newsroom/desk-notice-lines.tsx';
import { ConfidentialBadge, StateBadge } from '#components/newsroom/state-badge.tsx';
import { awaitedText, escalationText, plannedTexts, priorityLabels } from '#lib/desk/desk-labels.ts';
import type { QueueRow } from '#lib/desk/queue-shapes.ts';
import { isLate, standingText } from '#lib/desk/standing.ts';
import { formatMoment, kindLabels } from '#lib/newsroom/labels.ts';
import { reviewPath } from '#lib/urls.ts';

export const lineTitleId = (editionId: string) => `antrean-${editionId}`;

/** What a line of the queue lets its list know. */
export type LineDoes = {
  choose: (editionId: string, chosen: boolean) => void;
  enter: (editionId: string) => void;
  claim: (row: QueueRow) => void;
  handOver: (row: QueueRow) => void;
};

/**
 * One item of the queue: what it is, whom it waits for and how long, and the one next step.
 *
 * @param tabIndex 0 on the line the keyboard stands on, -1 on the others; undefined before the script has come
 */
export function QueueLine({
  row,
  timeZone,
  isChosen,
  isBusy,
  isAlarmed,
  tabIndex,
  does,
}: {
  row: QueueRow;
  timeZone: string;
  isChosen: boolean;
  isBusy: boolean;
  /** An open alarm is about this article. */
  isAlarmed: boolean;
  tabIndex: number | undefined;
  does: LineDoes;
}) {
  const titleId = lineTitleId(row.editionId);
  const title = row.title === '' ? 'Tanpa judul' : row.title;
  const { may, next, standing } = row;
  return (
    <li className={isChosen ? 'queue-line queue-line-chosen' : 'queue-line'} onFocus={() => does.enter(row.editionId)}>
      {(may.assign || may.return) && (
        <label className="queue-choose">
          <input
            type="checkbox"
            checked={isChosen}
            tabIndex={tabIndex}
            aria-labelledby={`${titleId}-pilih ${titleId}`}
            onChange={(event) => does.choose(row.editionId, event.target.checked)}
          />
          <span id={`${titleId}-pilih`} className="visually-hidden">
            Pilih
          </span>
        </label>
      )}
      <div className="queue-what">
        <a
          id={titleId}
          href={reviewPath(row.articleId)}
          className="edition-title"
          tabIndex={tabIndex}
          aria-describedby={`${titleId}-keadaan`}
        >
          {title}
        </a>
        <p className="row small">
          <StateBadge state={row.state} />
          {row.isConfidential && <ConfidentialBadge />}
          <Urgency priority={row.priority} />
          <span>
            {kindLabels[row.kind]}, {row.agencyName}
            {row.number > 1 && `, edisi ${row.number}`}
          </span>
          <span className="muted">{row.writer}</span>
        </p>
        <Assignment row={row} timeZone={timeZone} />
      </div>
      <div className="queue-waits small" id={`${titleId}-keadaan`}>
        <p>{awaitedText(row.awaited, row.scheduledFor, timeZone)}</p>
        {plannedTexts(row, timeZone).map((text) => (
          <p key={text}>
            <span aria-hidden="true">◷ </span>
            {text}
          </p>
        ))}
        {row.awaited.what !== 'time' && (
          <p className={isLate(standing) ? 'queue-late' : 'muted'}>
            {isLate(standing) && <span aria-hidden="true">⚠ </span>}
            {standing.isOverdue && standing.late === null ? 'Lewat tenggat' : sentence(standingText(standing))}
          </p>
        )}
        {isAlarmed && (
          <p className="queue-late">
            <span aria-hidden="true">⚠ </span>Alarm
          </p>
        )}
        {row.similar > 0 && (
          <p>
            <span aria-hidden="true">≈ </span>
            {row.similar} naskah serupa
          </p>
        )}
        {row.escalation > 0 && (
          <p>
            <span aria-hidden="true">▲ </span>
            {escalationText(row.escalation)}
          </p>
        )}
        <OpenedToDeskLine opened={row.notice.openedToDesk} timeZone={timeZone} />
      </div>
      <div className="queue-steps">
        {next?.does === 'claim' && (
          <button
            type="button"
            tabIndex={tabIndex}
            aria-disabled={isBusy}
            aria-describedby={titleId}
            onClick={() => does.claim(row)}
          >
            {next.label}
          </button>
        )}
        {next?.does === 'open' && (
          <a className="button" href={next.href} tabIndex={tabIndex} aria-describedby={titleId}>
            {next.label}
          </a>
        )}
        {may.handOver && (
          <button
            type="button"
            className="button-plain"
            tabIndex={tabIndex}
            aria-describedby={titleId}
            onClick={() => does.handOver(row)}
          >
            Serahkan
          </button>
        )}
      </div>
    </li>
  );
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A priority that is not the usual one, by a word and a shape. */
export function Urgency({ priority }: { priority: QueueRow['priority'] }) {
  if (priority === 'normal') return null;
  const { sign, tone } = urgencies[priority];
  return (
    <span className={`badge badge-${tone}`}>
      <span aria-hidden="true">{sign}</span> {priorityLabels[priority]}
    </span>
  );
}

const urgencies = {
  urgent: { sign: '‼', tone: 'bad' },
  high: { sign: '↑', tone: 'warn' },
  low: { sign: '↓', tone: 'plain' },
} as const;

/** Whom an item was given to, by when, and what was written to them; nothing where nobody has it. */
export function Assignment({
  row,
  timeZone,
}: {
  row: Pick<QueueRow, 'assignee' | 'dueAt' | 'assignmentNote' | 'standing'>;
  timeZone: string;
}) {
  if (row.assignee === null && row.dueAt === null) return null;
  return (
    <>
      <p className="small">
        {row.assignee && <>Penanggung jawab: {row.assignee.name}</>}
        {row.dueAt && (
          <span className={row.standing.isOverdue ? 'queue-late' : undefined}>
            {row.assignee && ' · '}
            {row.standing.isOverdue && <span aria-hidden="true">⚠ </span>}
            Tenggat {formatMoment(row.dueAt, timeZone)}
          </span>
        )}
      </p>
      {row.assignmentNote !== '' && <p className="edition-note small">{row.assignmentNote}</p>}
    </>
  );
}
