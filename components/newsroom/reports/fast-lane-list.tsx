import { DataTable } from '#components/ui/data-table.tsx';
import { type FastLaneUse, reviewStanding } from '#lib/newsroom/fast-lane-shapes.ts';
import { fastLaneReasonLabels, formatMoment } from '#lib/newsroom/labels.ts';
import { reviewPath } from '#lib/urls.ts';

/** Every use of the fast lane in the last seven days: who, why, and whether somebody else looked in time. */
export function FastLaneList({ uses, at, timeZone }: { uses: readonly FastLaneUse[]; at: Date; timeZone: string }) {
  return (
    <section className="stack-tight" aria-labelledby="jalur-cepat-sepekan">
      <h2 id="jalur-cepat-sepekan">Jalur cepat tujuh hari terakhir ({uses.length})</h2>
      {uses.length === 0 ? (
        <p className="empty">Tidak ada artikel yang terbit lewat jalur cepat dalam tujuh hari terakhir.</p>
      ) : (
        <DataTable
          caption="Jalur cepat tujuh hari terakhir"
          columns={['Artikel', 'Terbit', 'Alasan', 'Oleh', 'Tinjauan kedua']}
          rows={uses.map((use) => ({
            key: use.editionId,
            cells: [
              <a key="article" href={reviewPath(use.articleId, use.number)}>
                {use.title}, {use.agencyName}
              </a>,
              formatMoment(use.publishedAt, timeZone),
              [use.reason && fastLaneReasonLabels[use.reason], use.explanation].filter(Boolean).join(': '),
              use.by,
              reviewWords(use, at, timeZone),
            ],
          }))}
        />
      )}
    </section>
  );
}

function reviewWords(use: FastLaneUse, at: Date, timeZone: string): string {
  const when = use.reviewedAt === null ? '' : `${formatMoment(use.reviewedAt, timeZone)}, ${use.reviewedBy ?? ''}`;
  switch (reviewStanding(use, at)) {
    case 'not_owed':
      return 'Tidak diperlukan: sudah ada tanda tangan orang lain';
    case 'in_time':
      return `✓ Tepat waktu: ${when}`;
    case 'late':
      return when === '' ? '⚠ Terlambat, belum ditinjau' : `⚠ Terlambat: ${when}`;
    case 'open':
      return '◷ Ditunggu';
  }
}
