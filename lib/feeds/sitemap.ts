import { element, xmlDocument } from './xml.ts';

const protocol = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** One address of the site, absolute, and when it last changed. */
export type SitemapAddress = { url: string; changedAt: Date | null };

/** Addresses in one part: far under the protocol's 50,000, so that a part stays small to fetch again. */
export const addressesPerPart = 5_000;

/** The list of parts. */
export function sitemapIndex(parts: readonly SitemapAddress[]): string {
  return xmlDocument(element('sitemapindex', { xmlns: protocol }, ...parts.map((part) => place('sitemap', part))));
}

/** The addresses of one part. */
export function sitemap(addresses: readonly SitemapAddress[]): string {
  return xmlDocument(element('urlset', { xmlns: protocol }, ...addresses.map((address) => place('url', address))));
}

function place(name: 'sitemap' | 'url', { url, changedAt }: SitemapAddress) {
  return element(name, {}, element('loc', {}, url), changedAt && element('lastmod', {}, changedAt.toISOString()));
}

/** An article of the last two days, for news search engines. */
export type NewsAddress = { url: string; title: string; publishedAt: Date };

/** Hours an article stands in the news sitemap. */
export const newsHours = 48;
/** The most addresses a news sitemap may have. */
export const newsLength = 1_000;

/** @param publication the portal's name, exactly as its pages show it */
export function newsSitemap(publication: string, articles: readonly NewsAddress[]): string {
  const news = 'http://www.google.com/schemas/sitemap-news/0.9';
  return xmlDocument(
    element(
      'urlset',
      { xmlns: protocol, 'xmlns:news': news },
      ...articles.map(({ url, title, publishedAt }) =>
        element(
          'url',
          {},
          element('loc', {}, url),
          element(
            'news:news',
            {},
            element('news:publication', {}, element('news:name', {}, publication), element('news:language', {}, 'id')),
            element('news:publication_date', {}, publishedAt.toISOString()),
            element('news:title', {}, title),
          ),
        ),
      ),
    ),
  );
}

/**
 * The parts a month's addresses are given in: `2026-01`, and `2026-01-2` and so on for what it has
 * beyond one part. All of them bear the month's last change.
 */
export function sitemapParts(month: {
  month: string;
  articles: number;
  changedAt: Date;
}): { part: string; changedAt: Date }[] {
  const parts = Math.max(1, Math.ceil(month.articles / addressesPerPart));
  return Array.from({ length: parts }, (_, index) => ({
    part: index === 0 ? month.month : `${month.month}-${index + 1}`,
    changedAt: month.changedAt,
  }));
}
