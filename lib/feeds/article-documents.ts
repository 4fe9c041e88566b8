import type { FullArticle } from '../newsroom/full-articles.ts';
import { formatBytes } from '../newsroom/labels.ts';
import { documentsOf } from '../richtext/document.ts';
import { absolute, mediaPath } from '../urls.ts';

/** A document to be fetched: absolute address; its size in bytes, and in words (`1,2 MB`). */
export type DocumentLink = { title: string; url: string; bytes: number; size: string };

/** The documents an article offers, each once, those in its body first; withdrawn ones are not offered. */
export function documentsIn(origin: string, article: FullArticle): DocumentLink[] {
  const named = [...documentsOf(article.body), ...article.attachments];
  const once = new Map(named.map(({ assetId, title }) => [assetId, title]));
  return [...once].flatMap(([assetId, title]) => {
    const document = article.documents[assetId];
    if (document === undefined || document.withdrawn) return [];
    const { key, bytes } = document;
    return [{ title, url: absolute(origin, mediaPath(key)), bytes, size: formatBytes(bytes) }];
  });
}
