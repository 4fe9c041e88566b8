import type { ReactNode } from 'react';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { registerLimits } from '#lib/register/register-limits.ts';
import { registerExportPath, registerImportPath, registerPaths } from '#lib/urls.ts';

export type RegisterList = keyof typeof registerPaths;

const tabs: readonly { list: RegisterList; label: string }[] = [
  { list: 'people', label: 'Orang & jabatan' },
  { list: 'regulations', label: 'Peraturan' },
  { list: 'figures', label: 'Angka' },
  { list: 'names', label: 'Nama & istilah' },
  { list: 'plain_words', label: 'Kata lugas' },
];

/** How the lists are called where they are spoken of. */
export const listNames: Readonly<Record<RegisterList, string>> = {
  people: 'orang dan jabatan',
  regulations: 'peraturan',
  figures: 'angka',
  names: 'nama dan istilah',
  plain_words: 'kata lugas',
};

/** The head of every list of the register: what it is for, and the way to the others. */
export function RegisterHeading({ list, portalId }: { list: RegisterList; portalId: string }) {
  return (
    <>
      <PageHeading title="Daftar rujukan" />
      <nav aria-label="Daftar rujukan">
        <ul className="tabs">
          {tabs.map((tab) => (
            <li key={tab.list}>
              <a
                href={`${registerPaths[tab.list]}?portal=${portalId}`}
                aria-current={tab.list === list ? 'page' : undefined}
              >
                {tab.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

/** A search in one list, its rows or why there are none, and the way through its pages and files. */
export function ListFrame({
  list,
  portalId,
  search,
  found,
  empty,
  mayImport,
  children,
}: {
  list: RegisterList;
  portalId: string;
  search: string;
  found: { page: number; pages: number; total: number };
  /** What an empty list is for. */
  empty: string;
  mayImport: boolean;
  children: ReactNode;
}) {
  const path = registerPaths[list];
  const pageHref = (page: number) =>
    `${path}?${new URLSearchParams({ portal: portalId, cari: search, halaman: String(page) })}`;
  return (
    <>
      <form action={path} className="field narrow">
        <input type="hidden" name="portal" value={portalId} />
        <label htmlFor="cari">Cari di daftar ini</label>
        <div className="with-button">
          <input id="cari" type="search" name="cari" defaultValue={search} maxLength={registerLimits.search} />
          <button type="submit">Cari</button>
        </div>
      </form>
      {found.total === 0 && (
        <p className="empty">
          {search === ''
            ? empty
            : `Tidak ada yang cocok dengan “${search}”. Periksa ejaannya, atau cari satu kata saja.`}
        </p>
      )}
      {found.total > 0 && children}
      {found.pages > 1 && (
        <nav className="row" aria-label="Halaman daftar">
          {found.page > 1 && (
            <a className="button" href={pageHref(found.page - 1)}>
              Sebelumnya
            </a>
          )}
          <span>
            Halaman {found.page} dari {found.pages}
          </span>
          {found.page < found.pages && (
            <a className="button" href={pageHref(found.page + 1)}>
              Berikutnya
            </a>
          )}
        </nav>
      )}
      <p className="row">
        {found.total > 0 && <span className="muted">{found.total.toLocaleString('id-ID')} entri</span>}
        <a href={registerExportPath(list, portalId)} download>
          Unduh CSV
        </a>
        {mayImport && <a href={`${registerImportPath(list)}?portal=${portalId}`}>Ambil dari CSV</a>}
      </p>
    </>
  );
}
