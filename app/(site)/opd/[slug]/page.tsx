import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { AgencyAbout } from '#components/site/agency-about.tsx';
import { CardList } from '#components/site/card-list.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { agencyPage, siteFrame } from '#lib/newsroom/public.ts';
import { agencyPath, pageOf } from '#lib/urls.ts';
import { listPageNumber } from '#lib/web/list-page-number.ts';
import { requestPortal } from '#lib/web/portal.ts';
import { pageMetadata } from '#lib/web/site-metadata.ts';

type Route = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ halaman?: string | string[] }>;
};

const requestedAgency = cache(async (slug: string, page: number | null) => {
  const portal = await requestPortal();
  const list = page === null ? null : await agencyPage(portal.id, slug, page);
  return list === null ? notFound() : { portal, list };
});

async function read({ params, searchParams }: Route) {
  return requestedAgency((await params).slug, listPageNumber((await searchParams).halaman));
}

export async function generateMetadata(route: Route): Promise<Metadata> {
  const { portal, list } = await read(route);
  const { name, slug } = list.agency;
  return pageMetadata(portal, {
    title: name,
    description: `Berita, pengumuman, dan kontak ${name}.`,
    path: pageOf(agencyPath(slug), list.page),
  });
}

export default async function AgencyRoute(route: Route) {
  const { portal, list } = await read(route);
  const frame = await siteFrame(portal.id);
  const path = agencyPath(list.agency.slug);
  return (
    <SitePage portal={portal} frame={frame}>
      <CardList label="Perangkat daerah" title={list.agency.name} list={list} path={path} timeZone={portal.timeZone}>
        {list.page === 1 && <AgencyAbout agency={list.agency} />}
      </CardList>
    </SitePage>
  );
}
