import type { ArticleId } from '#lib/ids.ts';
import { blockWords } from '#lib/richtext/block-words.ts';
import type { RichAgendaEvent, RichRelatedArticle } from '#lib/richtext/rich-nodes.ts';
import type { LinkedWords } from '#lib/richtext/surroundings.ts';

/** Finds what may be said of an article the body names; null when readers may not see it (any more). */
export type FindLinked = (articleId: ArticleId) => LinkedWords | null;

/**
 * “Baca juga”, with the title the other article has now.
 *
 * @param linked absent where articles cannot be reached (a version of the history): then only named
 */
export function RichRelatedArticleBlock({
  block,
  linked,
}: {
  block: RichRelatedArticle;
  linked: FindLinked | undefined;
}) {
  const found = linked?.(block.attrs.articleId);
  if (found === null) return null;
  return (
    <p className="read-also">
      <strong>{blockWords.readAlso}</strong> {found ? <a href={found.path}>{found.title}</a> : block.attrs.title}
    </p>
  );
}

/** An event of the agenda: what, when and where. */
export function RichAgendaEventBlock({ block, linked }: { block: RichAgendaEvent; linked: FindLinked | undefined }) {
  const found = linked?.(block.attrs.articleId);
  if (found === null) return null;
  const { title, when, venue } = found ?? block.attrs;
  return (
    <div className="agenda-card">
      <p>
        <strong>{blockWords.event}</strong> {found ? <a href={found.path}>{title}</a> : title}
      </p>
      {when && <p className="agenda-facts">{when}</p>}
      {venue && <p className="agenda-facts">{venue}</p>}
    </div>
  );
}
