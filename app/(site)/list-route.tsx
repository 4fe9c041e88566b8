import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache, type ReactNode } from 'react';
import { JsonLd } from '#components/json-ld.tsx';
import { CardList } from '#components/site/card-list.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import type { CardPage, PublicPortal } from '#lib/newsroom/reader-shapes.ts';
import { siteFrame } from '#lib/newsroom/site-frame.ts';
import { pageOf } from '#lib/urls.ts';
import { listPageNumber } from '#lib/web/list-page-number.ts';
import { requestPortal } from '#lib/web/portal.ts';
import { pageMetadata } from '#lib/web/site-metadata.ts';
import { breadcrumbData } from '#lib/web/structured-data.ts';

/** What a list of articles says of itself. */
export type ListWords = {
  list: CardPage;
  label: string;
  title: string;
  description: string;
  /** Its address without a page number. */
  path: string;
  /** The place in the navigation it belongs to. */
  current?: string;
  /** Whether it has feeds. */
  hasFeeds?: boolean;
  /** What stands over the list on its first page. */
  children?: ReactNode;
};

type Route<Params> = {
  params: Promise<Params>;
  searchParams: Promise<{ halaman?: string | string[] }>;
};

/**
 * The page of a list and its head tags, which ask for the same list once.
 *
 * @param read null when there is no such list, or no such page of it
 */
export function listRoute<Params extends Record<string, string>>(
  read: (portal: PublicPortal, params: Params, page: number) => Promise<ListWords | null>,
) {
  // The key of `cache` must be equal by value, and params are a new object each time.
  const requested = cache(async (params: string, page: number | null) => {
    const portal = await requestPortal();
    const words = page === null ? null : await read(portal, JSON.parse(params), page);
    return words === null ? notFound() : { portal, words };
  });
  const ask = async ({ params, searchParams }: Route<Params>) =>
    requested(JSON.stringify(await params), listPageNumber((await searchParams).halaman));

  return {
    generateMetadata: async (route: Route<Params>): Promise<Metadata> => {
      const { portal, words } = await ask(route);
      const { list, title, description, path, hasFeeds } = words;
      return pageMetadata(portal, {
        title: list.page > 1 ? `${title}, halaman ${list.page}` : title,
        description,
        path: pageOf(path, list.page),
        ...(hasFeeds && { feedOf: path }),
      });
    },
    page: async (route: Route<Params>) => {
      const { portal, words } = await ask(route);
      const { list, label, title, path, current, hasFeeds, children } = words;
      return (
        <SitePage portal={portal} frame={await siteFrame(portal.id)} {...(current !== undefined && { current })}>
          <CardList {...{ label, title, list, path }} timeZone={portal.timeZone} {...(hasFeeds && { feedOf: path })}>
            {children}
          </CardList>
          <JsonLd data={breadcrumbData(portal, [{ name: title, path }])} />
        </SitePage>
      );
    },
  };
}
