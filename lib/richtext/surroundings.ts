import type { ArticleId, AssetId } from '../ids.ts';

/** What a body needs to stand on its own, away from the site's pages (feeds, the API, a plain copy). */
export type Surroundings = {
  /** The picture of a photo, as a path of this site, with its size in pixels; null when it is no longer shown. */
  photo: (assetId: AssetId) => { path: string; width: number; height: number } | null;
  /** The file of a document as a path of this site, its size in words (`1,2 MB`); null when it is no longer offered. */
  document: (assetId: AssetId) => { path: string; size: string } | null;
  /** Another article as it stands now; null when readers may not see it (any more). */
  article: (articleId: ArticleId) => LinkedWords | null;
  /** Makes an absolute address of a path of this site. */
  address: (path: string) => string;
};

/** What is said of another article where a body names it; time and place only of an event. */
export type LinkedWords = { path: string; title: string; when?: string; venue?: string };
