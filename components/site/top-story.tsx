import { PatternCover } from '#components/article/pattern-cover.tsx';
import { Photo, shownPhoto } from '#components/article/photo.tsx';
import { Kicker, Moment } from '#components/article/story.tsx';
import type { PublicCard } from '#lib/newsroom/reader-shapes.ts';
import { mediaPath, readerPath } from '#lib/urls.ts';

const leadSizes = '(min-width: 74rem) 45rem, (min-width: 56rem) 62vw, 100vw';
const secondSizes = '(min-width: 74rem) 25rem, (min-width: 56rem) 34vw, (min-width: 36rem) 46vw, 100vw';

/** The lead of the front page, or one of its seconds. Where there is no photo, a pattern of the portal stands. */
export function TopStory({ card, timeZone, isLead = false }: { card: PublicCard; timeZone: string; isLead?: boolean }) {
  const photo = shownPhoto(card.cover);
  return (
    <article className={isLead ? 'top-story lead-story' : 'top-story'}>
      <Kicker card={card} />
      <h2 className="story-title">
        <a href={readerPath(card)}>{card.title}</a>
      </h2>
      <p className="story-lead">{card.lead}</p>
      <p className="story-facts">
        {card.agency.shortName} · <Moment at={card.firstPublishedAt} timeZone={timeZone} />
      </p>
      {photo === null ? (
        <PatternCover articleId={card.articleId} />
      ) : (
        <Photo
          photo={photo}
          {...(!isLead && { alt: '' })}
          mediaPath={mediaPath}
          sizes={isLead ? leadSizes : secondSizes}
          {...(!isLead && { widest: 960 })}
          isFirst={isLead}
          isCropped
        />
      )}
    </article>
  );
}
