import type { Metadata } from 'next';
import { IntegrityReport } from '#components/site/integrity-report.tsx';
import { PlainPage } from '#components/site/plain-page.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { SiteStandingReport } from '#components/site/site-standing.tsx';
import { siteReport } from '#lib/integrity/site-report.ts';
import { siteFrame } from '#lib/newsroom/site-frame.ts';
import { integrity } from '#lib/record/chain-heads.ts';
import { integrityPath } from '#lib/urls.ts';
import { requestPortal } from '#lib/web/portal.ts';
import { pageMetadata } from '#lib/web/site-metadata.ts';

const title = 'Integritas situs';

export async function generateMetadata(): Promise<Metadata> {
  const portal = await requestPortal();
  const description = `Kapan ${portal.name} terakhir diperiksa dari luar, apa hasilnya, dan sidik harian jejak auditnya.`;
  return pageMetadata(portal, { title, description, path: integrityPath });
}

/** Whether the site is what was signed, as seen from outside, and the heads of the audit chain. */
export default async function IntegrityRoute() {
  const portal = await requestPortal();
  const [frame, found, report] = await Promise.all([siteFrame(portal.id), integrity(), siteReport()]);
  return (
    <SitePage portal={portal} frame={frame}>
      <PlainPage label={portal.name} title={title}>
        <SiteStandingReport report={report} timeZone={portal.timeZone} />
        <IntegrityReport integrity={found} timeZone={portal.timeZone} />
      </PlainPage>
    </SitePage>
  );
}
