import type { ReactNode } from 'react';
import { formatMoment, formatTime } from '#lib/newsroom/labels.ts';
import { kickerParts } from '#lib/newsroom/reader-lines.ts';
import type { PublicCard } from '#lib/newsroom/reader-shapes.ts';
import { readerPath } from '#lib/urls.ts';
import { type MediaPath, Photo, shownPhoto } from './photo.tsx';

type Marked = Pick<PublicCard, 'sponsored' | 'awaitsSecondReview' | 'isArchived'>;

/** What a reader must know of an article before reading, wherever it is named. */
export function Marks({ card }: { card: Marked }) {
  return (
    <>
      {card.sponsored && <span className="mark mark-sponsored">Advertorial</span>}
      {card.awaitsSecondReview && <span className="mark">Menunggu tinjauan kedua</span>}
      {card.isArchived && <span className="mark mark-quiet">Arsip</span>}
    </>
  );
}

/** What stands over a headline: section, kind, and the marks. */
export function Kicker({
  card,
  children,
}: {
  card: Marked & Pick<PublicCard, 'kind' | 'section'>;
  children?: ReactNode;
}) {
  return (
    <p className="kicker">
      <span>{children ?? kickerParts(card).join(' · ')}</span>
      <Marks card={card} />
    </p>
  );
}

/** A moment readers see. */
export function Moment({ at, timeZone, form = 'full' }: { at: Date; timeZone: string; form?: 'full' | 'time' }) {
  const words = form === 'full' ? formatMoment(at, timeZone) : formatTime(at, timeZone);
  // The zone does not go to the next line without its time.
  return <time dateTime={at.toISOString()}>{words.replace(/ (?=\S+$)/, '\u00a0')}</time>;
}

/** How a row looks where it stands. In the river the day is named above, so its time goes before it. */
const places = {
  list: { level: 2, sizes: '(min-width: 36rem) 11rem, 6.5rem', widest: 480 },
  river: { level: 4, sizes: '(min-width: 36rem) 11rem, 6.5rem', widest: 480 },
  related: { level: 3, sizes: '(min-width: 62rem) 17rem, (min-width: 36rem) 11rem, 6.5rem', widest: 736 },
} as const;

/** One article in a list: headline, first words, agency and time, with a small photo. */
export function StoryRow({
  card,
  timeZone,
  mediaPath,
  place,
}: {
  card: PublicCard;
  timeZone: string;
  mediaPath: MediaPath;
  place: keyof typeof places;
}) {
  const { level, sizes, widest } = places[place];
  const Headline = `h${level}` as const;
  const photo = shownPhoto(card.cover);
  return (
    <article className={photo === null ? 'story' : 'story story-pictured'}>
      {place === 'river' && (
        <p className="story-time">
          <Moment at={card.firstPublishedAt} timeZone={timeZone} form="time" />
        </p>
      )}
      <Kicker card={card} />
      <Headline className="story-title">
        <a href={readerPath(card)}>{card.title}</a>
      </Headline>
      {place !== 'related' && <p className="story-lead">{card.lead}</p>}
      <p className="story-facts">
        {card.agency.shortName}
        {place !== 'river' && (
          <>
            {' · '}
            <Moment at={card.firstPublishedAt} timeZone={timeZone} />
          </>
        )}
      </p>
      {photo !== null && <Photo photo={photo} alt="" mediaPath={mediaPath} sizes={sizes} widest={widest} isCropped />}
    </article>
  );
}
