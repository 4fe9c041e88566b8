import type { Metadata } from 'next';
import { Front } from '#components/site/front.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { frontPage, siteFrame } from '#lib/newsroom/public.ts';
import { frontPath } from '#lib/urls.ts';
import { requestPortal } from '#lib/web/portal.ts';
import { pageMetadata } from '#lib/web/site-metadata.ts';

export async function generateMetadata(): Promise<Metadata> {
  const portal = await requestPortal();
  return pageMetadata(portal, { title: null, description: portal.tagline, path: frontPath });
}

export default async function FrontRoute() {
  const portal = await requestPortal();
  const [front, frame] = await Promise.all([frontPage(portal.id), siteFrame(portal.id)]);
  return (
    <SitePage portal={portal} frame={frame} current={frontPath}>
      <Front portal={portal} front={front} />
    </SitePage>
  );
}
