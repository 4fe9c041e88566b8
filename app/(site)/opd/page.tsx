import type { Metadata } from 'next';
import { PlainPage } from '#components/site/plain-page.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { siteFrame } from '#lib/newsroom/site-frame.ts';
import { agenciesPath, agencyPath } from '#lib/urls.ts';
import { requestPortal } from '#lib/web/portal.ts';
import { pageMetadata } from '#lib/web/site-metadata.ts';

const title = 'Perangkat daerah';

export async function generateMetadata(): Promise<Metadata> {
  const portal = await requestPortal();
  const description = `Semua perangkat daerah dan lembaga yang menulis di ${portal.name}.`;
  return pageMetadata(portal, { title, description, path: agenciesPath });
}

/** The directory of everybody who writes here. */
export default async function AgenciesRoute() {
  const portal = await requestPortal();
  const frame = await siteFrame(portal.id);
  return (
    <SitePage portal={portal} frame={frame}>
      <PlainPage label={portal.name} title={title}>
        <ul className="directory">
          {frame.agencies.map(({ slug, name, shortName }) => (
            <li key={slug}>
              <a href={agencyPath(slug)}>{name}</a> <span className="quiet">{shortName}</span>
            </li>
          ))}
        </ul>
      </PlainPage>
    </SitePage>
  );
}
