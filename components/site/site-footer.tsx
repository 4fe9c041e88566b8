import { phoneAddress } from '#lib/newsroom/reader-lines.ts';
import type { PublicPortal, SiteFrame } from '#lib/newsroom/reader-shapes.ts';
import {
  agenciesPath,
  agendaPath,
  amendmentsPath,
  archivePath,
  checkPath,
  feedPath,
  frontPath,
  integrityPath,
  kindPaths,
  topicsPath,
} from '#lib/urls.ts';

const ways = [
  { path: kindPaths.press_release, name: 'Siaran pers' },
  { path: kindPaths.announcement, name: 'Pengumuman' },
  { path: kindPaths.hoax_clarification, name: 'Klarifikasi' },
  { path: agendaPath, name: 'Agenda' },
  { path: kindPaths.gallery, name: 'Galeri foto' },
  { path: kindPaths.infographic, name: 'Infografis' },
  { path: kindPaths.speech, name: 'Pidato' },
  { path: topicsPath, name: 'Topik' },
  { path: agenciesPath, name: 'Perangkat daerah' },
  { path: archivePath, name: 'Arsip' },
] as const;

const trust = [
  { path: amendmentsPath, name: 'Ralat dan hak jawab' },
  { path: checkPath, name: 'Cek keaslian' },
  { path: integrityPath, name: 'Integritas situs' },
] as const;

/** Who answers for the site and by what rule, every way through it, and the same page without pictures. */
export function SiteFooter({
  portal,
  frame,
  isPlace,
}: {
  portal: PublicPortal;
  frame: SiteFrame | null;
  /** Whether the page is what its address asks for, so that the same may be had without pictures. */
  isPlace: boolean;
}) {
  const { name, address, contactEmail, contactPhone } = portal;
  const pages = frame?.pages.map(({ path, title }) => ({ path, name: title })) ?? [];
  return (
    <footer className="site-foot">
      <div className="motif" />
      <div className="wrap site-foot-parts">
        <section aria-labelledby="tentang">
          <h2 id="tentang">{name}</h2>
          <p>
            Setiap artikel diperiksa dan ditandatangani sedikitnya dua orang. Yang terbit lewat jalur cepat diberi tanda
            sampai orang kedua meninjaunya. Setiap ralat dicatat di artikelnya.
          </p>
          <p>Situs ini memuat informasi pemerintah dan bukan perusahaan pers.</p>
          <Links label="Tentang situs" links={[...pages, ...trust]} />
        </section>
        <nav aria-labelledby="jelajahi">
          <h2 id="jelajahi">Jelajahi</h2>
          <ul>
            {ways.map((way) => (
              <li key={way.path}>
                <a href={way.path}>{way.name}</a>
              </li>
            ))}
          </ul>
        </nav>
        <section aria-labelledby="kontak">
          <h2 id="kontak">Kontak</h2>
          <address>
            {address !== '' && <p>{address}</p>}
            {contactEmail !== '' && (
              <p>
                <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
              </p>
            )}
            {contactPhone !== '' && (
              <p>
                <a href={phoneAddress(contactPhone)}>{contactPhone}</a>
              </p>
            )}
          </address>
          <ul>
            <li>
              <a href={feedPath(frontPath, 'rss')}>RSS</a>
            </li>
            {isPlace && (
              <li>
                <a href="?hemat=1" rel="nofollow">
                  Hemat data: tanpa gambar
                </a>
              </li>
            )}
          </ul>
        </section>
      </div>
    </footer>
  );
}

function Links({ label, links }: { label: string; links: readonly { path: string; name: string }[] }) {
  return (
    <nav aria-label={label}>
      <ul>
        {links.map(({ path, name }) => (
          <li key={path}>
            <a href={path}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
