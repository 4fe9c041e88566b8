import type { Metadata } from 'next';
import { ArchiveList } from '#components/newsroom/queue/archive-list.tsx';
import { now } from '#lib/clock.ts';
import { publishedList } from '#lib/newsroom/desk.ts';
import { portalOf } from '#lib/newsroom/newsroom-portal.ts';
import { pageOf, publishedListPath } from '#lib/urls.ts';
import { requireActor } from '#lib/web/session.ts';
import { archiveMany, unarchiveMany } from './actions.ts';

export const metadata: Metadata = { title: 'Terbit' };

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
      <ArchiveList
        rows={list.rows}
        timeZone={portal?.timeZone ?? 'Asia/Makassar'}
        at={now()}
        actions={{ archive: archiveMany, unarchive: unarchiveMany }}
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
