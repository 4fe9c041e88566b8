import { dateline, linkedWords } from '#lib/newsroom/reader-lines.ts';
import type { PublicArticle, PublicPhoto, PublicPortal } from '#lib/newsroom/reader-shapes.ts';
import type { FigureAttributes } from '#lib/richtext/attributes.ts';
import { figureSizes, gallerySizes } from './column.ts';
import { type MediaPath, Photo, shownPhoto, WithdrawnPhoto } from './photo.tsx';
import type { FigurePlace } from './rich-figure.tsx';
import { RichText } from './rich-text.tsx';

/** The words of an article with their photos and documents, after the dateline. */
export function ArticleBody({
  article,
  portal,
  mediaPath,
}: {
  article: Pick<PublicArticle, 'body' | 'photos' | 'documents' | 'linked' | 'datelinePlace'>;
  portal: Pick<PublicPortal, 'name' | 'timeZone' | 'datelineTemplate'>;
  mediaPath: MediaPath;
}) {
  const place = dateline(article.datelinePlace, portal);
  return (
    <RichText
      document={article.body}
      opening={place === '' ? null : <b className="dateline">{place} </b>}
      figure={(figure, where) => (
        <BodyPhoto figure={figure} place={where} photo={article.photos[figure.assetId]} mediaPath={mediaPath} />
      )}
      linked={(articleId) => {
        const card = article.linked[articleId];
        return card === undefined ? null : linkedWords(card, portal.timeZone);
      }}
      file={(assetId) => {
        const found = article.documents[assetId];
        return found && !found.withdrawn ? { href: mediaPath(found.key), bytes: found.bytes } : null;
      }}
    />
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
