import type { Metadata } from 'next';
import { IntegrityReport } from '#components/site/integrity-report.tsx';
import { PlainPage } from '#components/site/plain-page.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { siteFrame } from '#lib/newsroom/site-frame.ts';
import { integrity } from '#lib/record/chain-heads.ts';
import { integrityPath } from '#lib/urls.ts';
import { requestPortal } from '#lib/web/portal.ts';
import { pageMetadata } from '#lib/web/site-metadata.ts';

const title = 'Integritas jejak audit';

export async function generateMetadata(): Promise<Metadata> {
  const portal = await requestPortal();
  const description = `Sidik harian jejak audit ${portal.name}, dan cara memeriksa bahwa riwayatnya tidak ditulis ulang.`;
  return pageMetadata(portal, { title, description, path: integrityPath });
}

/** The heads of the audit chain, for whoever wants to hold them. */
export default async function IntegrityRoute() {
  const portal = await requestPortal();
  const [frame, found] = await Promise.all([siteFrame(portal.id), integrity()]);
  return (
    <SitePage portal={portal} frame={frame}>
      <PlainPage label={portal.name} title={title}>
        <IntegrityReport integrity={found} timeZone={portal.timeZone} />
      </PlainPage>
    </SitePage>
  );
}
