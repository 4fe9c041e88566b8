import { DataTable } from '#components/ui/data-table.tsx';
import type { HistoryView } from '#lib/newsroom/desk-shapes.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import { compareFormPath, historyPath, revisionPath } from '#lib/urls.ts';
import { shortHash, versionReason } from './history-tables.tsx';

/**
 * A page of the kept versions, two of which can be compared: an older one and a newer one, or the words
 * as they stand. With one chosen already, perhaps on another page, the other is chosen here.
 */
export function VersionTable({
  history,
  timeZone,
  chosen,
}: {
  history: HistoryView;
  timeZone: string;
  chosen?: string | undefined;
}) {
  const { articleId, revisions, olderThan } = history;
  if (revisions.length === 0) return null;
  const moment = (at: Date) => <time dateTime={at.toISOString()}>{formatMoment(at, timeZone)}</time>;
  const choice = (name: 'dari' | 'ke', value: string, label: string, isFirst: boolean) => (
    <label key={name} className="choice">
      <input type="radio" name={name} value={value} defaultChecked={isFirst} />
      <span className="visually-hidden">{label}</span>
    </label>
  );
  const [, second] = revisions;
  const first = second ?? revisions[0];
  return (
    <section className="stack-tight" aria-labelledby="versi">
      <h2 id="versi">Versi</h2>
      <p className="muted">
        {chosen === undefined
          ? 'Pilih versi lama dan versi baru, lalu bandingkan. Buka satu versi untuk membaca atau memulihkannya.'
          : 'Satu versi sudah dipilih. Pilih pembandingnya di bawah.'}
      </p>
      <form action={compareFormPath(articleId)} className="stack-tight">
        {chosen !== undefined && <input type="hidden" name="dari" value={chosen} />}
        <label className="choice">
          <input type="radio" name="ke" value="sekarang" defaultChecked />
          Bandingkan dengan keadaan sekarang
        </label>
        <DataTable
          caption="Versi, terbaru lebih dulu"
          columns={[
            'Waktu',
            ...(chosen === undefined ? ['Lama'] : []),
            'Baru',
            'Oleh',
            'Disimpan karena',
            'Judul',
            'Sidik isi',
          ]}
          rows={revisions.map((revision) => {
            const at = formatMoment(revision.at, timeZone);
            return {
              key: revision.id,
              cells: [
                <span key="waktu">
                  <a href={revisionPath(articleId, revision.id)}>{moment(revision.at)}</a>
                  <span className="muted small history-small">Edisi {revision.editionNumber}</span>
                </span>,
                ...(chosen === undefined
                  ? [choice('dari', revision.id, `Versi lama: ${at}`, revision.id === first?.id)]
                  : []),
                choice('ke', revision.id, `Versi baru: ${at}`, false),
                revision.by,
                revision.restoredFrom === null ? (
                  versionReason(revision)
                ) : (
                  <a key="asal" href={revisionPath(articleId, revision.restoredFrom)}>
                    {versionReason(revision)}
                  </a>
                ),
                revision.title === '' ? 'Tanpa judul' : revision.title,
                shortHash(revision.contentHash),
              ],
            };
          })}
        />
        <p className="row">
          <button type="submit" className="button-main">
            Bandingkan
          </button>
          {olderThan !== null && (
            <a className="button" href={historyPath(articleId, { olderThan, compareWith: chosen })}>
              Versi lebih lama
            </a>
          )}
        </p>
      </form>
    </section>
  );
}
