import type { FullArticle } from '../newsroom/full-articles.ts';
import { formatBytes } from '../newsroom/labels.ts';
import { toHtml } from '../richtext/html.ts';
import { toMarkdown } from '../richtext/markdown.ts';
import type { Surroundings } from '../richtext/surroundings.ts';
import { absolute, mediaPath } from '../urls.ts';
import { largestJpeg } from './article-words.ts';

/** An article's body as safe HTML on its own. */
export const bodyHtml = (article: FullArticle, origin: string) => toHtml(article.body, surroundings(article, origin));

/** An article's body as Markdown, without a line break at its end. */
export const bodyMarkdown = (article: FullArticle, origin: string) =>
  toMarkdown(article.body, surroundings(article, origin)).trimEnd();

/** Whether the body begins with words that a dateline can open. */
export function beginsWithWords({ body }: FullArticle): boolean {
  const [first] = body.content;
  return first?.type === 'paragraph' && first.content !== undefined;
}

function surroundings({ photos, documents }: FullArticle, origin: string): Surroundings {
  return {
    photo(assetId) {
      const jpeg = largestJpeg(photos[assetId]);
      return jpeg && { path: mediaPath(jpeg.key), width: jpeg.width, height: jpeg.height };
    },
    document(assetId) {
      const file = documents[assetId];
      return file === undefined || file.withdrawn ? null : { path: mediaPath(file.key), size: formatBytes(file.bytes) };
    },
    address: (path) => absolute(origin, path),
  };
}
