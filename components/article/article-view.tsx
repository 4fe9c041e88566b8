import { tailCode } from '#lib/newsroom/reader-lines.ts';
import type { PublicArticle, PublicPhoto, PublicPortal } from '#lib/newsroom/reader-shapes.ts';
import { creditLine } from '#lib/richtext/origin-words.ts';
import { ArticleBody } from './article-body.tsx';
import { ArticleFoot } from './article-foot.tsx';
import { ArticleHead } from './article-head.tsx';
import { Attachments } from './attachments.tsx';
import { coverSizes } from './column.ts';
import { KindFoot } from './kind-foot.tsx';
import { KindHead } from './kind-head.tsx';
import { type MediaPath, Photo, shownPhoto, WithdrawnPhoto } from './photo.tsx';
import { StoryRow } from './story.tsx';

/** What an article needs to know of its portal. */
export type ArticlePortal = Pick<
  PublicPortal,
  'name' | 'timeZone' | 'datelineTemplate' | 'contactEmail' | 'contactPhone'
>;

/**
 * An article as readers see it: on the site, and in the newsroom's preview of what is not public yet.
 * Wants article.css, and an element with the class `warta` around it.
 *
 * @param mediaPath makes an address of a storage key (`mediaPath` for readers, `newsroomMediaPath` inside)
 * @param address absolute address of the published article; null in a preview, which has nothing to share
 */
export function ArticleView({
  article,
  portal,
  mediaPath,
  address,
}: {
  article: PublicArticle;
  portal: ArticlePortal;
  mediaPath: MediaPath;
  address: string | null;
}) {
  const code = tailCode(article.credits, article.sponsored);
  return (
    <div className="article-page">
      <article className="article">
        <ArticleHead article={article} timeZone={portal.timeZone} />
        <CoverFigure cover={article.cover} mediaPath={mediaPath} />
        {article.summary !== '' && (
          <section className="summary" aria-labelledby="versi-ringkas">
            <h2 id="versi-ringkas" className="label">
              Versi Ringkas
            </h2>
            <p>{article.summary}</p>
          </section>
        )}
        <KindHead article={article} timeZone={portal.timeZone} />
        <div className="article-body">
          <ArticleBody article={article} portal={portal} mediaPath={mediaPath} />
          {code !== '' && <p className="tail-code">{code}</p>}
        </div>
        <KindFoot article={article} mediaPath={mediaPath} isPublished={address !== null} />
        <Attachments article={article} mediaPath={mediaPath} />
        <ArticleFoot article={article} portal={portal} address={address} />
      </article>
      {article.related.length > 0 && (
        <aside className="related" aria-labelledby="terkait">
          <h2 id="terkait" className="label">
            Terkait
          </h2>
          {article.related.map((card) => (
            <StoryRow key={card.slug} card={card} timeZone={portal.timeZone} mediaPath={mediaPath} place="related" />
          ))}
        </aside>
      )}
    </div>
  );
}

function CoverFigure({ cover, mediaPath }: { cover: PublicPhoto | null; mediaPath: MediaPath }) {
  if (cover === null) return null;
  const photo = shownPhoto(cover);
  if (photo === null) {
    return (
      <figure className="picture cover">
        <WithdrawnPhoto />
      </figure>
    );
  }
  return (
    <figure className="picture cover">
      <Photo photo={photo} mediaPath={mediaPath} sizes={coverSizes(photo)} isFirst />
      {(photo.caption !== '' || creditLine(photo) !== '') && (
        <figcaption className="picture-caption">
          {photo.caption !== '' && <span className="caption">{photo.caption} </span>}
          {creditLine(photo) !== '' && <span className="credit">{creditLine(photo)}</span>}
        </figcaption>
      )}
    </figure>
  );
}
