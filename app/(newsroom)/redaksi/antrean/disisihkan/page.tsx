import type { Metadata } from 'next';
import { EditionRows } from '#components/newsroom/edition-rows.tsx';
import { editionId } from '#lib/ids.ts';
import { putAside } from '#lib/newsroom/desk.ts';
import type { EditionRowView } from '#lib/newsroom/desk-shapes.ts';
import { portalOf } from '#lib/newsroom/newsroom-portal.ts';
import { putAsidePath, queuePath, reviewPath } from '#lib/urls.ts';
import { requireActor } from '#lib/web/session.ts';

export const metadata: Metadata = { title: 'Ditolak dan dibuang' };

const toReview = (row: EditionRowView) => reviewPath(row.articleId);

type Props = { searchParams: Promise<{ sebelum?: string | string[] }> };

export default async function PutAsidePage({ searchParams }: Props) {
  const { sebelum } = await searchParams;
  const actor = await requireActor(putAsidePath);
  const before = editionId.safeParse(sebelum).data;
  const [{ rows, olderThan }, portal] = await Promise.all([putAside(actor, before), portalOf(actor)]);
  return (
    <div className="page stack">
      <header className="page-head">
        <h1>Ditolak dan dibuang</h1>
        <a href={queuePath}>Kembali ke antrean</a>
      </header>
      {rows.length === 0 ? (
        <p className="empty">
          Belum ada naskah yang ditolak atau dibuang. Naskah yang dibuang tampil di sini dan dapat dikembalikan selama
          30 hari.
        </p>
      ) : (
        <EditionRows rows={rows} timeZone={portal?.timeZone ?? 'Asia/Makassar'} hrefOf={toReview} />
      )}
      {(before !== undefined || olderThan !== null) && (
        <nav className="row" aria-label="Halaman daftar">
          {before !== undefined && (
            <a className="button" href={putAsidePath}>
              Terbaru
            </a>
          )}
          {olderThan !== null && (
            <a className="button" href={`${putAsidePath}?sebelum=${olderThan}`}>
              Lebih lama
            </a>
          )}
        </nav>
      )}
    </div>
  );
}
