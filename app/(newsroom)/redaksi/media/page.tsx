import type { Metadata } from 'next';
import { HelpLink } from '#components/newsroom/help/help-link.tsx';
import { libraryAddress } from '#components/newsroom/media/library-address.ts';
import { LibraryFilters } from '#components/newsroom/media/library-filters.tsx';
import { LibraryGrid } from '#components/newsroom/media/library-grid.tsx';
import { now } from '#lib/clock.ts';
import {
  expiredInUse,
  libraryAgencies,
  libraryPage,
  libraryPortal,
  libraryQuery,
  uploadAgencies,
} from '#lib/library/library.ts';
import { dayIn } from '#lib/time-zone.ts';
import { libraryAssetPath, libraryPath, libraryUploadPath } from '#lib/urls.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';

export const metadata: Metadata = { title: 'Pustaka media' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LibraryPage({ searchParams }: Props) {
  const actor = await requireActor(libraryPath);
  const portal = await orNotFound(libraryPortal(actor));
  const query = libraryQuery.parse(await searchParams);
  const [page, agencies, mayUpload, expired] = await Promise.all([
    libraryPage(actor, query),
    libraryAgencies(actor),
    uploadAgencies(actor),
    expiredInUse(actor),
  ]);
  const { after, ...filters } = query;
  const isFiltered = libraryAddress(filters) !== libraryPath;
  return (
    <div className="page page-wide stack">
      <header className="page-head">
        <h1>Pustaka media</h1>
        <div className="row">
          <HelpLink guide="foto" section="mencari-di-pustaka">
            Bantuan
          </HelpLink>
          {mayUpload.length > 0 && (
            <a className="button button-main" href={libraryUploadPath}>
              Unggah ke pustaka
            </a>
          )}
        </div>
      </header>
      {expired > 0 && query.rights !== 'expired_live' && (
        <p className="notice notice-warn">
          {expired} foto yang izin pemakaiannya sudah habis masih tampil bagi pembaca.{' '}
          <a href={libraryAddress({ text: '', rights: 'expired_live' })}>Lihat dan tangani</a>
        </p>
      )}
      <LibraryFilters query={query} agencies={agencies} thisYear={Number(dayIn(now(), portal.timeZone).slice(0, 4))} />
      {page.items.length === 0 ? (
        <div className="empty stack-tight">
          <p>{isFiltered ? 'Tidak ada berkas yang cocok.' : 'Pustaka ini masih kosong.'}</p>
          <p>
            {isFiltered ? (
              <a href={libraryPath}>Hapus semua saringan</a>
            ) : (
              'Foto dan dokumen yang diunggah di naskah atau di sini terkumpul di pustaka, lengkap dengan kredit dan izinnya.'
            )}
          </p>
        </div>
      ) : (
        <LibraryGrid items={page.items} hrefOf={libraryAssetPath} />
      )}
      {(after !== undefined || page.next !== null) && (
        <nav className="row" aria-label="Halaman pustaka">
          {after !== undefined && (
            <a className="button" href={libraryAddress(filters)}>
              Ke yang terbaru
            </a>
          )}
          {page.next !== null && (
            <a className="button" href={libraryAddress({ ...filters, after: page.next })}>
              Berikutnya
            </a>
          )}
        </nav>
      )}
    </div>
  );
}
