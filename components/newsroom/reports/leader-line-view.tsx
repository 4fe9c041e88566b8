import { EditionRows } from '#components/newsroom/edition-rows.tsx';
import type { EditionRowView } from '#lib/newsroom/desk-shapes.ts';
import { countText } from '#lib/reports/figure-words.ts';
import type { LeaderLine } from '#lib/reports/leader-line.ts';
import { publishedListPath, queuePath, reportsPath, reviewPath } from '#lib/urls.ts';
import { KeyFigure } from './key-figure.tsx';

const toReview = (row: EditionRowView) => reviewPath(row.articleId, row.number);

/** What a leader finds on opening the newsroom: what waits in their line, what is late, what went out. To read only. */
export function LeaderLineView({ line, timeZone }: { line: LeaderLine; timeZone: string }) {
  return (
    <section className="stack" aria-labelledby="lini">
      <h2 id="lini">Naskah {line.agencies.join(', ')}</h2>
      <dl className="key-figures">
        <KeyFigure name="Menunggu" value={countText(line.waiting)} note="naskah" />
        <KeyFigure name="Terlambat" value={countText(line.late)} note="melewati target" />
        <KeyFigure name="Terbit minggu ini" value={countText(line.publishedThisWeek)} note="edisi" />
      </dl>
      {line.waitingRows.length === 0 ? (
        <p className="empty">
          Tidak ada naskah yang menunggu. Naskah perangkat daerah Anda tampil di sini begitu diajukan; yang terlambat
          berdiri paling atas.
        </p>
      ) : (
        <section className="stack-tight" aria-labelledby="lini-menunggu">
          <h3 id="lini-menunggu">Paling lama menunggu</h3>
          <EditionRows rows={line.waitingRows} timeZone={timeZone} hrefOf={toReview} />
        </section>
      )}
      {line.publishedRows.length > 0 && (
        <section className="stack-tight" aria-labelledby="lini-terbit">
          <h3 id="lini-terbit">Terbit minggu ini</h3>
          <EditionRows rows={line.publishedRows} timeZone={timeZone} hrefOf={toReview} />
        </section>
      )}
      <p className="row">
        <a className="button" href={reportsPath}>
          Laporan
        </a>
        <a className="button" href={queuePath}>
          Semua yang menunggu
        </a>
        <a className="button" href={publishedListPath}>
          Semua yang terbit
        </a>
      </p>
    </section>
  );
}
