import { and, eq, inArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles, editions } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { domainErrorCode } from '#lib/errors.ts';
import type { PortalId } from '#lib/ids.ts';
import { isPublic } from '#lib/newsroom/public.ts';
import { articlePage } from '#lib/newsroom/public-article.ts';
import { dateline, tailCode } from '#lib/newsroom/reader-lines.ts';
import type { PublicArticle, PublicPortal } from '#lib/newsroom/reader-shapes.ts';
import { plainText } from '#lib/richtext/plain-text.ts';
import type { SignedArticle } from './page-findings.ts';

/**
 * An article as it was signed; the signatures are verified anew.
 *
 * @returns null when nothing public stands there, `broken` when its row does not fit its signatures
 */
export async function signedArticle(portal: PublicPortal, slug: string): Promise<SignedArticle | 'broken' | null> {
  try {
    const article = await articlePage(portal.id, slug);
    if (article === null) return null;
    return asSigned(article, portal);
  } catch (error) {
    if (domainErrorCode(error) === 'integrity') return 'broken';
    throw error;
  }
}

/** What of an article was signed, for its page to be compared with. */
export function asSigned(
  article: PublicArticle,
  portal: Pick<PublicPortal, 'name' | 'datelineTemplate'>,
): SignedArticle {
  const { title, lead, summary, body, credits, sponsored, datelinePlace } = article;
  // Empty ones, as they are where somebody made space, are not shown.
  const paragraphs = body.content.flatMap((block) =>
    (block.type === 'paragraph' || block.type === 'heading' || block.type === 'quote') && block.content !== undefined
      ? plainText({ type: 'doc', content: [block] }).split('\n')
      : [],
  );
  const lines = [title, lead, summary, ...paragraphs].filter((line) => line.trim() !== '');
  const around = [dateline(datelinePlace, portal), tailCode(credits, sponsored)];
  // The body once more as it is read: a word of which half is a link stands there in two texts.
  return { lines, texts: [...textsIn(article), plainText(body), ...around].join(' ') };
}

/** Titles, leads and all other texts of these articles, as far as readers may see them. */
export async function wordsOfArticles(portal: PortalId, slugs: readonly string[]): Promise<string> {
  if (slugs.length === 0) return '';
  const rows = await database()
    .select({ title: editions.title, lead: editions.lead, summary: editions.summary, body: editions.body })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(and(eq(articles.portalId, portal), inArray(articles.slug, [...slugs]), isPublic(now())));
  return rows.flatMap(textsIn).join('\n');
}

/** Every text within a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object' || value instanceof Date) return [];
  return Object.values(value).flatMap(textsIn);
}
