import type { FullArticle } from '../newsroom/full-articles.ts';
import { formatBytes } from '../newsroom/labels.ts';
import { linkedWords } from '../newsroom/reader-lines.ts';
import type { PublicPortal } from '../newsroom/reader-shapes.ts';
import { toHtml } from '../richtext/html.ts';
import { toMarkdown } from '../richtext/markdown.ts';
import type { Surroundings } from '../richtext/surroundings.ts';
import { absolute, mediaPath } from '../urls.ts';
import { largestJpeg } from './article-words.ts';

/** Whose page it is, and the address its paths hang on. */
type Place = { portal: Pick<PublicPortal, 'timeZone'>; origin: string };

/** An article's body as safe HTML on its own. */
export const bodyHtml = (place: Place, article: FullArticle) => toHtml(article.body, surroundings(article, place));

/** An article's body as Markdown, without a line break at its end. */
export const bodyMarkdown = (place: Place, article: FullArticle) =>
  toMarkdown(article.body, surroundings(article, place)).trimEnd();

/** Whether the body begins with words that a dateline can open. */
export function beginsWithWords({ body }: FullArticle): boolean {
  const [first] = body.content;
  return first?.type === 'paragraph' && first.content !== undefined;
}

function surroundings({ photos, documents, linked }: FullArticle, { portal, origin }: Place): Surroundings {
  return {
    photo(assetId) {
      const jpeg = largestJpeg(photos[assetId]);
      return jpeg && { path: mediaPath(jpeg.key), width: jpeg.width, height: jpeg.height };
    },
    document(assetId) {
      const file = documents[assetId];
      return file === undefined || file.withdrawn ? null : { path: mediaPath(file.key), size: formatBytes(file.bytes) };
    },
    article(articleId) {
      const card = linked[articleId];
      return card === undefined ? null : linkedWords(card, portal.timeZone);
    },
    address: (path) => absolute(origin, path),
  };
}
