import { type Feed, type FeedItem, feedUpdatedAt } from './feed.ts';
import { element, type Xml, xmlDocument } from './xml.ts';

/** A feed without items must say a time as well; this one never changes. */
const noTime = new Date(0);

/** A feed as Atom 1.0 (RFC 4287), with the full text as escaped HTML. */
export function atom(feed: Feed): string {
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'id' },
      element('id', {}, feed.id),
      element('title', {}, feed.title),
      element('subtitle', {}, feed.description),
      element('updated', {}, (feedUpdatedAt(feed) ?? noTime).toISOString()),
      element('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.page }),
      element('icon', {}, feed.icon),
      element('author', {}, element('name', {}, feed.publisher)),
      element('generator', {}, 'Ruang Warta'),
      ...feed.items.map(entry),
    ),
  );
}

function entry(item: FeedItem): Xml {
  return element(
    'entry',
    {},
    element('id', {}, item.id),
    element('title', { type: 'text' }, item.title),
    element('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    item.image && element('link', { rel: 'enclosure', type: 'image/jpeg', href: item.image.url }),
    element('published', {}, item.publishedAt.toISOString()),
    element('updated', {}, item.updatedAt.toISOString()),
    ...item.authors.map((author) => element('author', {}, element('name', {}, author))),
    ...item.categories.map((category) => element('category', { term: category })),
    element('summary', { type: 'text' }, item.summary),
    element('content', { type: 'html' }, item.html),
  );
}
