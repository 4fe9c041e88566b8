import type { Feed } from './feed.ts';

/** A feed as JSON Feed 1.1. Whether an item was paid for stands in an extension of ours. */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.self,
    description: feed.description,
    icon: feed.icon,
    language: 'id',
    authors: [{ name: feed.publisher }],
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      summary: item.summary,
      content_html: item.html,
      ...(item.image !== null && {
        image: item.image.url,
        attachments: [{ url: item.image.url, mime_type: 'image/jpeg', title: item.image.alt || item.title }],
      }),
      date_published: item.publishedAt.toISOString(),
      date_modified: item.updatedAt.toISOString(),
      authors: item.authors.map((name) => ({ name })),
      tags: item.categories,
      language: 'id',
      _ruang_warta: { advertorial: item.sponsored },
    })),
  });
}
