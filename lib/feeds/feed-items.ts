import type { FullArticle } from '../newsroom/full-articles.ts';
import { changeTypeLabels } from '../newsroom/labels.ts';
import type { PublicAmendment, PublicPortal } from '../newsroom/reader-shapes.ts';
import { absolute, type FeedFormat, feedPath, mediaPath } from '../urls.ts';
import { articleHtml, noteHtml } from './article-html.ts';
import { articleAddress, articleUrn, categoriesOf, changedAt, largestJpeg } from './article-words.ts';
import { atom } from './atom.ts';
import { marked } from './demo-mark.ts';
import type { Feed, FeedImage, FeedItem } from './feed.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';

/** The list a feed follows: the path of its page, and its name; null for everything the portal has. */
export type FeedList = { path: string; name: string | null };

type Place = { portal: PublicPortal; origin: string };

/** The year in which the first feed of this kind was given out, as `tag:` addresses want one. */
const taggedSince = 2026;

/** A list as a feed. */
export function feedOf(
  { portal, origin }: Place,
  list: FeedList,
  format: FeedFormat,
  items: readonly FeedItem[],
): Feed {
  const { name, tagline } = portal;
  const title = list.name === null ? name : `${list.name} | ${name}`;
  return {
    id: `tag:${new URL(origin).hostname},${taggedSince}:${list.path}`,
    title: marked(portal, title),
    description: marked(portal, list.name === null && tagline !== '' ? tagline : `Terbaru dari ${title}`),
    page: absolute(origin, list.path),
    self: absolute(origin, feedPath(list.path, format)),
    icon: absolute(origin, '/apple-touch-icon.png'),
    publisher: name,
    items,
  };
}

/** One article in a feed, with its full text. */
export function feedItem({ portal, origin }: Place, article: FullArticle): FeedItem {
  const { agency, jointAgencies, credits, sponsored } = article;
  const writers = credits.filter(({ role, name }) => role === 'writer' && name !== '').map(({ name }) => name);
  return {
    id: articleUrn(article),
    url: articleAddress(origin, article),
    title: marked(portal, sponsored ? `Advertorial: ${article.title}` : article.title),
    summary: article.lead,
    html: articleHtml({ portal, origin }, article),
    publishedAt: article.firstPublishedAt,
    updatedAt: changedAt(article),
    authors: [...new Set([agency.name, ...jointAgencies.map(({ name }) => name), ...writers])],
    categories: categoriesOf(article),
    image: imageOf(origin, article),
    sponsored,
  };
}

/** A correction or right of reply: the note first, then the article as it reads now. */
export function amendmentItem({ portal, origin }: Place, amendment: PublicAmendment, article: FullArticle): FeedItem {
  const whole = feedItem({ portal, origin }, article);
  const { number, changeType, note, at } = amendment;
  const label = changeTypeLabels[changeType];
  return {
    ...whole,
    id: `tag:${new URL(origin).hostname},${taggedSince}:${article.articleId}:${number}`,
    url: `${whole.url}#catatan-perubahan`,
    title: marked(portal, `${label}: ${article.title}`),
    summary: note,
    html: `${noteHtml(label, note, whole.url)}${whole.html}`,
    publishedAt: at,
    updatedAt: at,
    categories: [...new Set([label, ...whole.categories])],
  };
}

function imageOf(origin: string, { cover }: FullArticle): FeedImage | null {
  const jpeg = largestJpeg(cover);
  if (jpeg === null || cover === null || cover.withdrawn) return null;
  const { width, height, key } = jpeg;
  return { url: absolute(origin, mediaPath(key)), width, height, alt: cover.alt, credit: cover.credit };
}

/** The formats feeds come in: what they are sent as, and what writes them. */
export const feedWriters = {
  rss: { contentType: 'application/rss+xml; charset=utf-8', write: rss },
  atom: { contentType: 'application/atom+xml; charset=utf-8', write: atom },
  json: { contentType: 'application/feed+json; charset=utf-8', write: jsonFeed },
} as const satisfies Record<FeedFormat, { contentType: string; write(feed: Feed): string }>;
