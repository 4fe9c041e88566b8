import { dateline, tailCode } from '#lib/newsroom/reader-lines.ts';
import type { PublicArticle, PublicPhoto, PublicPortal } from '#lib/newsroom/reader-shapes.ts';
import type { FigureAttributes } from '#lib/richtext/attributes.ts';
import { ArticleFoot } from './article-foot.tsx';
import { ArticleHead } from './article-head.tsx';
import { coverSizes, figureSizes, gallerySizes } from './column.ts';
import { type MediaPath, Photo, shownPhoto, WithdrawnPhoto } from './photo.tsx';
import type { FigurePlace } from './rich-figure.tsx';
import { RichText } from './rich-text.tsx';
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
  const place = dateline(article.datelinePlace, portal);
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
        <div className="article-body">
          <RichText
            document={article.body}
            opening={place === '' ? null : <b className="dateline">{place} </b>}
            figure={(figure, where) => (
              <BodyPhoto figure={figure} place={where} photo={article.photos[figure.assetId]} mediaPath={mediaPath} />
            )}
            file={(assetId) => {
              const found = article.documents[assetId];
              return found && !found.withdrawn ? { href: mediaPath(found.key), bytes: found.bytes } : null;
            }}
          />
          {code !== '' && <p className="tail-code">{code}</p>}
        </div>
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
      {(photo.caption !== '' || photo.credit !== '') && (
        <figcaption className="picture-caption">
          {photo.caption !== '' && <span className="caption">{photo.caption} </span>}
          {photo.credit !== '' && <span className="credit">Foto: {photo.credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}

function BodyPhoto({
  figure,
  place,
  photo,
  mediaPath,
}: {
  figure: FigureAttributes;
  place: FigurePlace;
  photo: PublicPhoto | undefined;
  mediaPath: MediaPath;
}) {
  const shown = shownPhoto(photo ?? null);
  if (shown === null) return <WithdrawnPhoto />;
  // The words belong to the place: one photo may stand twice with different ones.
  const alt = figure.decorative ? '' : figure.alt;
  const sizes = place === 'gallery' ? gallerySizes(shown) : figureSizes(shown);
  return <Photo photo={shown} alt={alt} mediaPath={mediaPath} sizes={sizes} />;
}
