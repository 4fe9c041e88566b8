import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { CardList } from '#components/site/card-list.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { sectionPage, siteFrame } from '#lib/newsroom/public.ts';
import { pageOf, sectionPath } from '#lib/urls.ts';
import { listPageNumber } from '#lib/web/list-page-number.ts';
import { requestPortal } from '#lib/web/portal.ts';
import { pageMetadata } from '#lib/web/site-metadata.ts';

type Route = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ halaman?: string | string[] }>;
};

const requestedSection = cache(async (slug: string, page: number | null) => {
  const portal = await requestPortal();
  const list = page === null ? null : await sectionPage(portal.id, slug, page);
  return list === null ? notFound() : { portal, list };
});

async function read({ params, searchParams }: Route) {
  return requestedSection((await params).slug, listPageNumber((await searchParams).halaman));
}

export async function generateMetadata(route: Route): Promise<Metadata> {
  const { portal, list } = await read(route);
  const { name, slug } = list.section;
  return pageMetadata(portal, {
    title: name,
    description: `Berita ${name} dari ${portal.name}.`,
    path: pageOf(sectionPath(slug), list.page),
  });
}

export default async function SectionRoute(route: Route) {
  const { portal, list } = await read(route);
  const frame = await siteFrame(portal.id);
  const path = sectionPath(list.section.slug);
  return (
    <SitePage portal={portal} frame={frame} current={path}>
      <CardList label="Kanal" title={list.section.name} list={list} path={path} timeZone={portal.timeZone} />
    </SitePage>
  );
}
