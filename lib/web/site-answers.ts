import { now } from '#lib/clock.ts';
import { llmsText } from '#lib/feeds/llms.ts';
import { robots } from '#lib/feeds/robots.ts';
import { securityText } from '#lib/feeds/security-text.ts';
import {
  addressesPerPart,
  newsHours,
  newsLength,
  newsSitemap,
  sitemap,
  sitemapIndex,
  sitemapParts,
} from '#lib/feeds/sitemap.ts';
import type { PortalId } from '#lib/ids.ts';
import { siteFrame } from '#lib/newsroom/site-frame.ts';
import {
  articlesSince,
  fixedPaths,
  lastingAddresses,
  type SiteAddress,
  sitemapMonths,
  sitemapPart,
} from '#lib/newsroom/sitemap-reads.ts';
import { absolute, readerPath, sitemapPath } from '#lib/urls.ts';
import type { Asked, MachineText } from './machine-route.ts';

const xml = 'application/xml; charset=utf-8';
const text = 'text/plain; charset=utf-8';
const hourMs = 3_600_000;

/** @param part `indeks`, `berita`, `halaman`, a month (`2026-01`) or a further part of one (`2026-01-2`) */
export async function sitemapAnswer({ portal, origin }: Asked, part: string): Promise<MachineText> {
  if (part === 'indeks') {
    const months = await sitemapMonths(portal.id);
    const places = [{ part: 'halaman', changedAt: null }, ...months.flatMap(sitemapParts)];
    return {
      contentType: xml,
      body: sitemapIndex(
        places.map(({ part: name, changedAt }) => ({ url: absolute(origin, sitemapPath(name)), changedAt })),
      ),
    };
  }
  if (part === 'berita') {
    const cards = await articlesSince(portal.id, new Date(now().getTime() - newsHours * hourMs), newsLength);
    const articles = cards.map((card) => ({
      url: absolute(origin, readerPath(card)),
      title: card.title,
      publishedAt: card.firstPublishedAt,
    }));
    return { contentType: xml, body: newsSitemap(portal.name, articles) };
  }
  const addresses = await addressesOf(portal.id, part);
  if (addresses === null) return null;
  return {
    contentType: xml,
    body: sitemap(addresses.map(({ path, changedAt }) => ({ url: absolute(origin, path), changedAt }))),
  };
}

async function addressesOf(portal: PortalId, part: string): Promise<SiteAddress[] | null> {
  if (part === 'halaman') return [...fixedAddresses, ...(await lastingAddresses(portal))];
  const [, month, further] = /^(\d{4}-(?:0[1-9]|1[0-2]))(?:-([1-9]\d?))?$/.exec(part) ?? [];
  // The first part of a month has no number.
  if (month === undefined || further === '1') return null;
  const addresses = await sitemapPart(portal, month, Number(further ?? 1), addressesPerPart);
  return addresses.length === 0 ? null : addresses;
}

const fixedAddresses: readonly SiteAddress[] = fixedPaths.map((path) => ({ path, changedAt: null }));

/** The small texts at the root of a site; null for one that this portal does not have. */
export async function siteTextAnswer({ portal, origin }: Asked, name: string): Promise<MachineText> {
  switch (name) {
    case 'robots':
      return { contentType: text, body: robots(portal, origin) };
    case 'llms':
      return { contentType: text, body: llmsText(portal, origin, await siteFrame(portal.id)) };
    case 'security': {
      const body = securityText(portal, origin, now());
      return body === null ? null : { contentType: text, body };
    }
    default:
      return null;
  }
}
