import type { Metadata } from 'next';
import { EditionRows } from '#components/newsroom/edition-rows.tsx';
import { putAside, reviewQueue } from '#lib/newsroom/desk.ts';
import type { EditionRowView } from '#lib/newsroom/desk-shapes.ts';
import { portalOf } from '#lib/newsroom/newsroom-portal.ts';
import { queuePath, reviewPath } from '#lib/urls.ts';
import { requireActor } from '#lib/web/session.ts';

export const metadata: Metadata = { title: 'Antrean' };

const toReview = (row: EditionRowView) => reviewPath(row.articleId);

/** The parts of the queue, by what the editions wait for. */
const parts: readonly { id: string; title: string; states: readonly string[] }[] = [
  { id: 'diajukan', title: 'Diajukan', states: ['submitted'] },
  { id: 'terverifikasi', title: 'Terverifikasi', states: ['verified'] },
  { id: 'disunting', title: 'Disunting', states: ['in_editing'] },
  { id: 'disetujui', title: 'Disetujui', states: ['approved', 'scheduled'] },
];

export default async function QueuePage() {
  const actor = await requireActor(queuePath);
  const [rows, aside, portal] = await Promise.all([reviewQueue(actor), putAside(actor), portalOf(actor)]);
  const timeZone = portal?.timeZone ?? 'Asia/Makassar';
  const shown = parts
    .map((part) => ({ ...part, rows: rows.filter(({ state }) => part.states.includes(state)) }))
    .filter((part) => part.rows.length > 0);
  return (
    <div className="page stack">
      <h1>Antrean</h1>
      {shown.length === 0 && (
        <p className="empty">
          Tidak ada naskah yang menunggu. Naskah tampil di sini begitu diajukan; yang paling lama menunggu berdiri
          paling atas.
        </p>
      )}
      {shown.map((part) => (
        <section key={part.id} className="stack-tight" aria-labelledby={part.id}>
          <h2 id={part.id}>
            {part.title} ({part.rows.length})
          </h2>
          <EditionRows rows={part.rows} timeZone={timeZone} hrefOf={toReview} />
        </section>
      ))}
      {aside.length > 0 && (
        <details className="group">
          <summary>
            <h2>Ditolak dan dibuang ({aside.length})</h2>
          </summary>
          <EditionRows rows={aside} timeZone={timeZone} hrefOf={toReview} />
        </details>
      )}
    </div>
  );
}
