import type { PublicPortal, PublicSection } from '#lib/newsroom/reader-shapes.ts';
import { frontPath, sectionPath } from '#lib/urls.ts';

/** The nameplate over its band of kelawit, and the way to the sections. */
export function SiteHeader({
  portal,
  sections,
  current,
}: {
  portal: PublicPortal;
  sections: readonly PublicSection[];
  current: string;
}) {
  const places = [
    { path: frontPath, name: 'Beranda' },
    ...sections.map(({ slug, name }) => ({ path: sectionPath(slug), name })),
  ];
  return (
    <header className="site-head">
      {portal.isDemo && <p className="demo-line">Portal contoh — isi situs ini bukan berita resmi</p>}
      <div className="band">
        <div className="wrap nameplate">
          <a href={frontPath}>{portal.name}</a>
          {portal.tagline !== '' && <p className="tagline">{portal.tagline}</p>}
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
    </header>
  );
}
