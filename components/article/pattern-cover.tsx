import { patternOf, patternPath } from '#lib/cards/pattern.ts';
import type { ArticleId } from '#lib/ids.ts';

/** Stands where an article has no photo: one of the portal's patterns, always the same for one article. */
export function PatternCover({ articleId }: { articleId: ArticleId }) {
  return (
    <picture className="photo photo-cropped photo-pattern">
      <img src={patternPath(patternOf(articleId))} alt="" width="1200" height="630" loading="lazy" decoding="async" />
    </picture>
  );
}
