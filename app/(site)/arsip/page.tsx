import type { Metadata } from 'next';
import { ArchiveCounts } from '#components/site/archive-parts.tsx';
import { PlainPage } from '#components/site/plain-page.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { archiveMonths } from '#lib/newsroom/archive.ts';
import { siteFrame } from '#lib/newsroom/site-frame.ts';
import { archiveOfPath, archivePath } from '#lib/urls.ts';
import { requestPortal } from '#lib/web/portal.ts';
import { pageMetadata } from '#lib/web/site-metadata.ts';

export async function generateMetadata(): Promise<Metadata> {
  const portal = await requestPortal();
  const description = `Semua artikel ${portal.name} per tahun, bulan, dan hari.`;
  return pageMetadata(portal, { title: 'Arsip', description, path: archivePath });
}

/** Every year and month in which something was published. */
export default async function ArchiveRoute() {
  const portal = await requestPortal();
  const [frame, months] = await Promise.all([siteFrame(portal.id), archiveMonths(portal)]);
  const years = [...new Set(months.map(({ when }) => when.slice(0, 4)))];
  return (
    <SitePage portal={portal} frame={frame}>
      <PlainPage label={portal.name} title="Arsip">
        {years.length === 0 && <p className="empty">Belum ada artikel yang terbit.</p>}
        {years.map((year) => (
          <section key={year} aria-labelledby={`tahun-${year}`}>
            <h2 id={`tahun-${year}`} className="heading">
              <a href={archiveOfPath(year)}>{year}</a>
            </h2>
            <ArchiveCounts counts={months.filter(({ when }) => when.startsWith(year)).toReversed()} />
          </section>
        ))}
      </PlainPage>
    </SitePage>
  );
}
