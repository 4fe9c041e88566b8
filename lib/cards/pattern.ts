import type { ArticleId } from '../ids.ts';

/** How many patterns there are; each is a drawing `public/motif/sampul-<n>-1.svg` of 1200 × 630. */
const patterns = 6;

/** The pattern that stands for an article without a photo, always the same one: 1 to 6. */
export function patternOf(article: ArticleId): number {
  // The end of an id is random, its beginning a time.
  return (Number.parseInt(article.slice(-8), 16) % patterns) + 1;
}

/** Where readers get a pattern. */
export const patternPath = (pattern: number) => `/motif/sampul-${pattern}-1.svg`;
