import type { ReactNode } from 'react';
import { ScrollRegion } from '#components/article/scroll-region.tsx';
import { cellText, type ReportTable } from '#lib/reports/report-table.ts';

/**
 * One report: what it is counted from, what it says, the chart, and the table behind it.
 *
 * @param sentence null where there is nothing to draw
 * @param chart is given the id of the sentence, which describes it
 */
export function ReportSection({
  id,
  meaning,
  sentence,
  table,
  fileHref,
  chart,
  nothing,
  children,
}: {
  id: string;
  meaning: string;
  sentence: string | null;
  table: ReportTable;
  fileHref: string;
  chart: (describedBy: string) => ReactNode;
  /** What stands there while there is nothing to draw. */
  nothing: string;
  children?: ReactNode;
}) {
  const described = `${id}-kalimat`;
  return (
    <section className="card report" aria-labelledby={id}>
      <h2 id={id}>{table.title}</h2>
      {sentence === null ? (
        <p className="empty">{nothing}</p>
      ) : (
        <figure className="report-figure">
          <figcaption id={described} className="report-sentence">
            {sentence}
          </figcaption>
          {chart(described)}
        </figure>
      )}
      {children}
      <p className="muted small">{meaning}</p>
      {table.rows.length > 0 && (
        <details className="report-table">
          <summary>
            Tabel<span className="visually-hidden">: {table.title}</span>
          </summary>
          <FiguresTable table={table} />
          <p>
            <a className="button" href={fileHref} download>
              Unduh CSV<span className="visually-hidden">: {table.title}</span>
            </a>
          </p>
        </details>
      )}
    </section>
  );
}

/** A table of figures, written for people. On a phone it scrolls in its own box. */
export function FiguresTable({ table: { title, columns, rows } }: { table: ReportTable }) {
  const words = columns.map(({ form }) => (form === 'text' || form === 'day' ? 'figures-words' : undefined));
  return (
    <ScrollRegion className="table-wrap" aria-label={`Tabel: ${title}`}>
      <table className="figures-table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {columns.map(({ name }, place) => (
              <th key={name} scope="col" className={words[place]}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = null, ...cells]) => (
            <tr key={String(name)}>
              <th scope="row">{cellText(name, columns[0]?.form ?? 'text')}</th>
              {cells.map((cell, place) => (
                <td key={columns[place + 1]?.name} className={words[place + 1]}>
                  {cellText(cell, columns[place + 1]?.form ?? 'text')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
