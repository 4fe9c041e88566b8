import type { PublicBanner, PublicPortal, PublicSection } from '#lib/newsroom/reader-shapes.ts';
import { agendaPath, frontPath, searchPath, sectionPath } from '#lib/urls.ts';
import { UrgentBanner } from './urgent-banner.tsx';

/** The nameplate over its band of kelawit, the way to search and sections, and what is urgent. */
export function SiteHeader({
  portal,
  sections,
  banner,
  current,
}: {
  portal: PublicPortal;
  sections: readonly PublicSection[];
  banner: PublicBanner | null;
  current: string;
}) {
  const places = [
    { path: frontPath, name: 'Beranda' },
    ...sections.map(({ slug, name }) => ({ path: sectionPath(slug), name })),
    { path: agendaPath, name: 'Agenda' },
  ];
  return (
    <header className="site-head">
      {portal.isDemo && <p className="demo-line">Portal contoh — isi situs ini bukan berita resmi</p>}
      <div className="band">
        <div className="wrap nameplate">
          <a className="name" href={frontPath}>
            {portal.name}
          </a>
          {portal.tagline !== '' && <p className="tagline">{portal.tagline}</p>}
          <a className="search-link" href={searchPath}>
            <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
              <circle cx="10.5" cy="10.5" r="6.5" />
              <path d="m15.5 15.5 5.5 5.5" />
            </svg>
            <span>Cari</span>
          </a>
        </div>
        <div className="motif" />
      </div>
      <nav className="sections" aria-label="Kanal">
        <ul className="wrap">
          {places.map(({ path, name }) => (
            <li key={path}>
              <a href={path} {...(path === current && { 'aria-current': 'page' as const })}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {banner !== null && <UrgentBanner banner={banner} />}
    </header>
  );
}
