import type { ReactNode } from 'react';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { reviewPath } from '#lib/urls.ts';

type Alarm = { id: string; articleId: string | null; text: string; raisedAt: Date };

/** What nobody may overlook: it stands above everything else until it is settled. */
export function AlarmList({
  alarms,
  timeZone,
  children,
}: {
  alarms: readonly Alarm[];
  timeZone: string;
  /** Where to go from here. */
  children?: ReactNode;
}) {
  if (alarms.length === 0) return null;
  return (
    <section className="notice notice-danger stack-tight" aria-labelledby="alarm">
      <h2 id="alarm">
        <span aria-hidden="true">⚠ </span>Alarm ({alarms.length})
      </h2>
      <ul className="stack-tight">
        {alarms.map(({ id, articleId, text, raisedAt }) => (
          <li key={id}>
            {text} {articleId !== null && <a href={reviewPath(articleId)}>Buka naskahnya</a>}{' '}
            <span className="muted small">{formatMoment(raisedAt, timeZone)}</span>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
