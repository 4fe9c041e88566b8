/*
 * How wide an article's photos stand, told to browsers before they have read a stylesheet. True to
 * article.css (a column of 46rem; from 62rem on beside 19rem of related articles and a gap of 3rem;
 * tall photos 30rem) and to the site's edges of clamp(1rem, 4vw, 2rem), which a cover below 36rem
 * does not keep. The browser test of photos measures whether they agree.
 */
const columns = '(min-width: 72rem) 46rem, (min-width: 62rem) calc(100vw - 26rem), (min-width: 50rem) 46rem';
const withinEdges = '(min-width: 25rem) 92vw, calc(100vw - 2rem)';

type Shape = { width: number; height: number };

/** The `sizes` of a photo in the text. */
export function figureSizes(photo: Shape): string {
  return `${isTall(photo) ? '(min-width: 32.6rem) 30rem' : columns}, ${withinEdges}`;
}

/** The `sizes` of a photo in a gallery: blocks.css makes all 48vw high, at least 13rem and at most 20rem. */
export function gallerySizes(photo: Shape): string {
  return isTall(photo) ? '(min-width: 42rem) 15rem, 9rem' : '(min-width: 42rem) 30rem, 75vw';
}

/** The `sizes` of the photo above the text. */
export function coverSizes(photo: Shape): string {
  return isTall(photo) ? '(min-width: 30rem) 30rem, 100vw' : `${columns}, (min-width: 36rem) 92vw, 100vw`;
}

/** Whether a photo stands taller than wide; the stylesheet holds such a one narrower than its column. */
export function isTall({ width, height }: Shape): boolean {
  return height > width;
}
