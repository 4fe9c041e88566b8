import { type Feed, type FeedImage, type FeedItem, feedUpdatedAt } from './feed.ts';
import { element, type Xml, xmlDocument } from './xml.ts';

/** A feed as RSS 2.0, with the full text in `content:encoded`. */
export function rss(feed: Feed): string {
  const updated = feedUpdatedAt(feed);
  return xmlDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:media': 'http://search.yahoo.com/mrss/',
      },
      element(
        'channel',
        {},
        element('title', {}, feed.title),
        element('link', {}, feed.page),
        element('description', {}, feed.description),
        element('language', {}, 'id'),
        updated && element('lastBuildDate', {}, rfc822(updated)),
        element('generator', {}, 'Ruang Warta'),
        element('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.self }),
        element(
          'image',
          {},
          element('url', {}, feed.icon),
          element('title', {}, feed.title),
          element('link', {}, feed.page),
        ),
        ...feed.items.map(item),
      ),
    ),
  );
}

function item(entry: FeedItem): Xml {
  return element(
    'item',
    {},
    element('title', {}, entry.title),
    element('link', {}, entry.url),
    element('guid', { isPermaLink: 'false' }, entry.id),
    element('pubDate', {}, rfc822(entry.publishedAt)),
    element('atom:updated', {}, entry.updatedAt.toISOString()),
    ...entry.authors.map((author) => element('dc:creator', {}, author)),
    ...entry.categories.map((category) => element('category', {}, category)),
    element('description', {}, entry.summary),
    element('content:encoded', {}, entry.html),
    ...(entry.image === null ? [] : imageOf(entry.image)),
  );
}

function imageOf({ url, width, height, alt, credit }: FeedImage): Xml[] {
  return [
    // Nobody who makes the list knows the size of the file; the board of RSS asks for 0 then.
    element('enclosure', { url, type: 'image/jpeg', length: 0 }),
    element(
      'media:content',
      { url, type: 'image/jpeg', medium: 'image', width, height },
      alt === '' ? null : element('media:description', { type: 'plain' }, alt),
      credit === '' ? null : element('media:credit', { role: 'photographer' }, credit),
    ),
  ];
}

/** A moment as RFC 822 writes it, with the four digits of the year RSS asks for. */
const rfc822 = (at: Date) => at.toUTCString().replace('GMT', '+0000');
