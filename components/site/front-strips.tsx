import { PatternCover } from '#components/article/pattern-cover.tsx';
import { Photo, shownPhoto } from '#components/article/photo.tsx';
import { Marks, Moment } from '#components/article/story.tsx';
import type { PublicCard } from '#lib/newsroom/reader-shapes.ts';
import { kindPaths, mediaPath, readerPath } from '#lib/urls.ts';

/** The heading of a strip, which leads to all there is of it. */
export function StripHeading({ id, title, path }: { id: string; title: string; path: string }) {
  return (
    <h2 id={id} className="heading heading-link">
      <a href={path}>{title}</a>
    </h2>
  );
}

/** What people look for by kind: the last few, by title and time. */
export function Strip({
  title,
  path,
  cards,
  timeZone,
}: {
  title: string;
  path: string;
  cards: readonly PublicCard[];
  timeZone: string;
}) {
  if (cards.length === 0) return null;
  const id = title.toLowerCase().replace(' ', '-');
  return (
    <section className="strip" aria-labelledby={id}>
      <StripHeading id={id} title={title} path={path} />
      <ul>
        {cards.map((card) => (
          <li key={card.slug}>
            <a href={readerPath(card)}>{card.title}</a>
            <span className="quiet">
              <Moment at={card.firstPublishedAt} timeZone={timeZone} /> <Marks card={card} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const gallerySizes = '(min-width: 74rem) 18rem, (min-width: 56rem) 24vw, (min-width: 36rem) 45vw, 70vw';

/** Galleries side by side; on a phone they are drawn past with a finger. */
export function GalleryStrip({ cards }: { cards: readonly PublicCard[] }) {
  if (cards.length === 0) return null;
  return (
    <section className="gallery-strip" aria-labelledby="galeri-foto">
      <StripHeading id="galeri-foto" title="Galeri foto" path={kindPaths.gallery} />
      <ul>
        {cards.map((card) => {
          const photo = shownPhoto(card.cover);
          return (
            <li key={card.slug} className="gallery-card">
              <h3 className="story-title">
                <a href={readerPath(card)}>{card.title}</a> <Marks card={card} />
              </h3>
              {photo === null ? (
                <PatternCover articleId={card.articleId} />
              ) : (
                <Photo photo={photo} alt="" mediaPath={mediaPath} sizes={gallerySizes} widest={736} isCropped />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
