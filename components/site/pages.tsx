import { pageOf } from '#lib/urls.ts';

/** The way through the pages of a list. */
export function Pages({ path, page, pages }: { path: string; page: number; pages: number }) {
  if (pages < 2) return null;
  return (
    <nav className="pages" aria-label="Halaman">
      {page > 1 && (
        <a href={pageOf(path, page - 1)} rel="prev">
          ‹ Lebih baru
        </a>
      )}
      <span>
        Halaman {page} dari {pages}
      </span>
      {page < pages && (
        <a href={pageOf(path, page + 1)} rel="next">
          Lebih lama ›
        </a>
      )}
    </nav>
  );
}
