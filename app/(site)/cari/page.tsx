import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { PlainPage } from '#components/site/plain-page.tsx';
import { SearchFilters } from '#components/site/search-filters.tsx';
import { SearchForm } from '#components/site/search-form.tsx';
import { SearchResults } from '#components/site/search-results.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { searchPage } from '#lib/newsroom/public-search.ts';
import { siteFrame } from '#lib/newsroom/site-frame.ts';
import { searchLimits, searchWish } from '#lib/search/search-input.ts';
import { requestPortal } from '#lib/web/portal.ts';
import { pageMetadata } from '#lib/web/site-metadata.ts';

type Route = { searchParams: Promise<Record<string, string | string[] | undefined>> };

// The key of `cache` must be equal by value, and the parameters are a new object each time.
const requested = cache(async (parameters: string) => {
  const portal = await requestPortal();
  const wish = searchWish(JSON.parse(parameters));
  const page = wish === null ? null : await searchPage(portal, wish);
  return wish === null || page === null ? notFound() : { portal, wish, page };
});

const read = async ({ searchParams }: Route) => requested(JSON.stringify(await searchParams));

/** What was typed stays out of the head: nobody makes the portal say something by a link. */
export async function generateMetadata(route: Route): Promise<Metadata> {
  const { portal } = await read(route);
  return pageMetadata(portal, { title: 'Cari', description: `Cari di antara artikel ${portal.name}.`, path: null });
}

export default async function SearchRoute(route: Route) {
  const { portal, wish, page } = await read(route);
  return (
    <SitePage portal={portal} frame={await siteFrame(portal.id)}>
      <PlainPage label={portal.name} title="Cari">
        <SearchForm typed={wish.q.text}>
          <SearchFilters wish={wish} choices={page.choices} />
        </SearchForm>
        {wish.q.isCut && (
          <p className="search-cut">
            Yang Anda ketik terlalu panjang: hanya {searchLimits.words} kata pertama yang dicari, paling banyak{' '}
            {searchLimits.letters} huruf.
          </p>
        )}
        <SearchResults wish={wish} page={page} timeZone={portal.timeZone} />
      </PlainPage>
    </SitePage>
  );
}
