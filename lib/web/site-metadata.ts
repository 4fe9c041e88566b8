import type { Metadata } from 'next';
import { config } from '#lib/config.ts';
import { marked } from '#lib/feeds/demo-mark.ts';
import type { PhotoSource, PublicArticle, PublicPhoto, PublicPortal } from '#lib/newsroom/reader-shapes.ts';
import { absolute, feedPath, markdownPath, mediaPath, originOfPortal, readerPath } from '#lib/urls.ts';

/** What a page says of itself to browsers, search engines and those who share it. */
export type PageWords = {
  /** Null: the page is the portal itself. */
  title: string | null;
  description: string;
  /** The page's one address, as a path; null for a page that is no place of its own. */
  path: string | null;
  /** The picture drawn for shared links, which bears the title. */
  shareCard?: PhotoSource | null;
  /** Photo for shared links while none is drawn; without one the emblem stands there. */
  cover?: PublicPhoto | null;
  /** The list whose feeds the page offers. */
  feedOf?: string;
  /** Pages that answer a question of their reader: not for search engines. */
  isUnlisted?: boolean;
};

/** Shown beside a shared link where a page has no photo of its own. */
const emblemCard = { path: '/ikon/bagikan-1.jpg', width: 1200, height: 630 };

const sharedDescription = 200;

/** The public origin of a portal. */
export function portalOrigin(portal: PublicPortal): string {
  return originOfPortal(portal, config().publicUrl).origin;
}

/** Head tags of any page. Those of the demo say in every shared card that they are not news. */
export function pageMetadata(portal: PublicPortal, words: PageWords): Metadata {
  const origin = portalOrigin(portal);
  const { title, description } = sharedWords(portal, words);
  const image = shareImage(origin, words);
  return {
    title: words.title === null ? title : `${title} | ${portal.name}`,
    description,
    robots: robots(portal, words.isUnlisted ? null : words.path),
    alternates: {
      ...(words.path !== null && { canonical: absolute(origin, words.path) }),
      ...(words.feedOf !== undefined && {
        types: {
          'application/rss+xml': absolute(origin, feedPath(words.feedOf, 'rss')),
          'application/atom+xml': absolute(origin, feedPath(words.feedOf, 'atom')),
          'application/feed+json': absolute(origin, feedPath(words.feedOf, 'json')),
        },
      }),
    },
    openGraph: {
      type: 'website',
      locale: 'id_ID',
      siteName: portal.name,
      title,
      description,
      images: [image],
      ...(words.path !== null && { url: absolute(origin, words.path) }),
    },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
  };
}

/** Title and description as they stand where a page is shared or found. */
export function sharedWords(
  portal: PublicPortal,
  { title, description }: Pick<PageWords, 'title' | 'description'>,
): { title: string; description: string } {
  return {
    title: marked(portal, title ?? portal.name),
    description: marked(portal, shortened(description === '' ? portal.name : description)),
  };
}

/** Head tags of an article: those of a page, and its times, section and topics. */
export function articleMetadata(portal: PublicPortal, article: PublicArticle): Metadata {
  const { slug, title, lead, cover, shareCard, topics } = article;
  const page = pageMetadata(portal, { title, description: lead, path: readerPath(article), shareCard, cover });
  return {
    ...page,
    alternates: { ...page.alternates, types: { 'text/markdown': absolute(portalOrigin(portal), markdownPath(slug)) } },
    openGraph: {
      ...page.openGraph,
      type: 'article',
      publishedTime: article.firstPublishedAt.toISOString(),
      modifiedTime: (article.updatedAt ?? article.firstPublishedAt).toISOString(),
      authors: [article.agency.name],
      tags: topics.map((topic) => topic.name),
      ...(article.section !== null && { section: article.section.name }),
    },
  };
}

function robots(portal: PublicPortal, path: string | null): Metadata['robots'] {
  if (portal.isDemo || path === null) return { index: false, follow: false };
  return { index: true, follow: true, 'max-image-preview': 'large' };
}

/** Cut at a word: what is longer, others cut anywhere. */
function shortened(text: string): string {
  if (text.length <= sharedDescription) return text;
  const start = text.slice(0, sharedDescription);
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), 1))}…`;
}

function shareImage(origin: string, { title, shareCard = null, cover = null }: PageWords) {
  const photo = cover === null || cover.withdrawn || cover.card === null ? null : { ...cover.card, alt: cover.alt };
  const drawn = shareCard === null ? null : { ...shareCard, alt: title ?? '' };
  const picture = drawn ?? photo;
  const { path, width, height, alt } =
    picture === null ? { ...emblemCard, alt: '' } : { ...picture, path: mediaPath(picture.key) };
  return { url: absolute(origin, path), width, height, type: 'image/jpeg', ...(alt !== '' && { alt }) };
}
