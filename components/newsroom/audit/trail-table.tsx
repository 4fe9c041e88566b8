import type { ReactNode } from 'react';
import { DataTable } from '#components/ui/data-table.tsx';
import { formatShortDay, formatTime, roleLabels } from '#lib/newsroom/labels.ts';
import type { TrailRow } from '#lib/record/audit-trail.ts';
import { historyPath } from '#lib/urls.ts';

/** Entries of the audit log, newest first. */
export function TrailTable({ rows, timeZone }: { rows: readonly TrailRow[]; timeZone: string }) {
  return (
    <div className="trail">
      <DataTable
        caption="Peristiwa, yang terbaru di atas"
        columns={['Peristiwa', 'Perubahan', 'Oleh', 'Waktu', 'Nomor']}
        rows={rows.map((row) => ({
          key: String(row.seq),
          cells: [
            <Twofold key="label" text={row.label} below={<About row={row} />} />,
            row.words.length === 0 ? (
              <span key="none" className="muted">
                Tanpa rincian
              </span>
            ) : (
              <Words key="words" words={row.words} />
            ),
            <Twofold key="by" text={row.by} below={row.role === null ? '' : roleLabels[row.role]} />,
            <time key="at" dateTime={row.at.toISOString()}>
              <span className="trail-number">{formatShortDay(row.at, timeZone)},</span>{' '}
              <span className="trail-number">{formatTime(row.at, timeZone)}</span>
            </time>,
            <span key="seq" className="trail-number">
              {row.seq.toLocaleString('id-ID')}{' '}
              <code title={row.hash} className="muted small">
                {row.hash.slice(0, 8)}
              </code>
            </span>,
          ],
        }))}
      />
    </div>
  );
}

function About({ row: { article, agency } }: { row: TrailRow }) {
  if (article === null) return agency;
  const title = article.title === '' ? 'Naskah tanpa judul' : article.title;
  return (
    <>
      <a href={historyPath(article.id)}>{title}</a>
      {article.number !== null && `, edisi ${article.number}`}
      {agency !== '' && ` · ${agency}`}
    </>
  );
}

function Words({ words }: { words: readonly string[] }) {
  return (
    <ul className="trail-words">
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  );
}

function Twofold({ text, below }: { text: string; below: ReactNode }) {
  return (
    <>
      {text}
      {below !== '' && <span className="muted small trail-below">{below}</span>}
    </>
  );
}
