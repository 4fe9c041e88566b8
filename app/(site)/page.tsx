import type { Metadata } from 'next';
import { JsonLd } from '#components/json-ld.tsx';
import { Front } from '#components/site/front.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { frontPage } from '#lib/newsroom/front-page.ts';
import { siteFrame } from '#lib/newsroom/site-frame.ts';
import { frontPath } from '#lib/urls.ts';
import { requestPortal } from '#lib/web/portal.ts';
import { pageMetadata } from '#lib/web/site-metadata.ts';
import { siteData } from '#lib/web/structured-data.ts';

export async function generateMetadata(): Promise<Metadata> {
  const portal = await requestPortal();
  return pageMetadata(portal, { title: null, description: portal.tagline, path: frontPath, feedOf: frontPath });
}

export default async function FrontRoute() {
  const portal = await requestPortal();
  const [front, frame] = await Promise.all([frontPage(portal.id), siteFrame(portal.id)]);
  return (
    <SitePage portal={portal} frame={frame} current={frontPath}>
      <Front portal={portal} front={front} agencies={frame.agencies} />
      <JsonLd data={siteData(portal)} />
    </SitePage>
  );
}
