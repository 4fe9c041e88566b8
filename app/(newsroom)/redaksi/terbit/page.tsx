import type { Metadata } from 'next';
import { EditionRows } from '#components/newsroom/edition-rows.tsx';
import { publishedList } from '#lib/newsroom/desk.ts';
import type { EditionRowView } from '#lib/newsroom/desk-shapes.ts';
import { portalOf } from '#lib/newsroom/newsroom-portal.ts';
import { historyPath, pageOf, publishedListPath, readerPath, reviewPath } from '#lib/urls.ts';
import { requireActor } from '#lib/web/session.ts';

export const metadata: Metadata = { title: 'Terbit' };

const toReview = (row: EditionRowView) => reviewPath(row.articleId, row.number);

export default async function PublishedPage({
  searchParams,
}: {
  searchParams: Promise<{ halaman?: string | string[] }>;
}) {
  const { halaman } = await searchParams;
  const page = Math.max(1, Math.trunc(Number(halaman ?? 1)) || 1);
  const actor = await requireActor(pageOf(publishedListPath, page));
  const [list, portal] = await Promise.all([publishedList(actor, page), portalOf(actor)]);
  return (
    <div className="page stack">
      <h1>Terbit</h1>
      {list.rows.length === 0 && (
        <p className="empty">
          Belum ada artikel yang terbit. Artikel tampil di sini sesudah dua orang menandatanganinya.
        </p>
      )}
      <EditionRows
        rows={list.rows}
        timeZone={portal?.timeZone ?? 'Asia/Makassar'}
        hrefOf={toReview}
        aside={(row) => (
          <>
            {row.slug !== null && (
              <a href={readerPath({ kind: row.kind, slug: row.slug })} target="_blank" rel="noopener">
                Lihat di situs<span className="visually-hidden">: {row.title}</span>
              </a>
            )}
            <a href={historyPath(row.articleId)}>
              Riwayat<span className="visually-hidden">: {row.title}</span>
            </a>
          </>
        )}
      />
      {(page > 1 || list.hasMore) && (
        <nav className="row" aria-label="Halaman daftar">
          {page > 1 && (
            <a className="button" href={pageOf(publishedListPath, page - 1)}>
              Lebih baru
            </a>
          )}
          <span>Halaman {page}</span>
          {list.hasMore && (
            <a className="button" href={pageOf(publishedListPath, page + 1)}>
              Lebih lama
            </a>
          )}
        </nav>
      )}
    </div>
  );
}
