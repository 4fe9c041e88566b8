import { phoneAddress } from '#lib/newsroom/reader-lines.ts';
import type { PublicPortal, SiteFrame } from '#lib/newsroom/reader-shapes.ts';
import { agencyPath } from '#lib/urls.ts';

/** Who answers for the site, who writes in it, and by what rule. */
export function SiteFooter({ portal, frame }: { portal: PublicPortal; frame: SiteFrame | null }) {
  const { name, address, contactEmail, contactPhone } = portal;
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
        </section>
        {(address !== '' || contactEmail !== '' || contactPhone !== '') && (
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
          </section>
        )}
        {frame !== null && frame.agencies.length > 0 && (
          <nav aria-labelledby="opd-kaki">
            <h2 id="opd-kaki">Perangkat daerah</h2>
            <ul>
              {frame.agencies.map((agency) => (
                <li key={agency.slug}>
                  <a href={agencyPath(agency.slug)}>{agency.shortName}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </footer>
  );
}
