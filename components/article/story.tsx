import type { ReactNode } from 'react';
import { formatMoment, formatTime } from '#lib/newsroom/labels.ts';
import type { PublicCard } from '#lib/newsroom/reader-shapes.ts';
import { articlePath } from '#lib/urls.ts';
import { type MediaPath, Photo, shownPhoto } from './photo.tsx';
import { kickerParts } from './reader-lines.ts';

type Marks = Pick<PublicCard, 'kind' | 'section' | 'sponsored' | 'awaitsSecondReview' | 'isArchived'>;

/** What stands over a headline: section, kind, and what a reader must know before reading. */
export function Kicker({ card, children }: { card: Marks; children?: ReactNode }) {
  return (
    <p className="kicker">
      {children ?? kickerParts(card).join(' · ')}
      {card.sponsored && <span className="mark mark-sponsored">Advertorial</span>}
      {card.awaitsSecondReview && <span className="mark">Menunggu tinjauan kedua</span>}
      {card.isArchived && <span className="mark mark-quiet">Arsip</span>}
    </p>
  );
}

/** A moment readers see. */
export function Moment({ at, timeZone, form = 'full' }: { at: Date; timeZone: string; form?: 'full' | 'time' }) {
  const words = form === 'full' ? formatMoment(at, timeZone) : formatTime(at, timeZone);
  // The zone does not go to the next line without its time.
  return <time dateTime={at.toISOString()}>{words.replace(/ (?=\S+$)/, '\u00a0')}</time>;
}

/**
 * One article in a list: headline, first words, agency and time, with a small photo.
 *
 * @param level of the headline
 * @param when the whole moment, or only the time, before the headline, where a heading names the day
 * @param isShort without the first words
 */
export function StoryRow({
  card,
  timeZone,
  mediaPath,
  level,
  when = 'full',
  isShort = false,
}: {
  card: PublicCard;
  timeZone: string;
  mediaPath: MediaPath;
  level: 2 | 3 | 4;
  when?: 'full' | 'time';
  isShort?: boolean;
}) {
  const Headline = `h${level}` as const;
  const photo = shownPhoto(card.cover);
  return (
    <article className={photo === null ? 'story' : 'story story-pictured'}>
      {when === 'time' && (
        <p className="story-time">
          <Moment at={card.firstPublishedAt} timeZone={timeZone} form="time" />
        </p>
      )}
      <Kicker card={card} />
      <Headline className="story-title">
        <a href={articlePath(card.slug)}>{card.title}</a>
      </Headline>
      {!isShort && <p className="story-lead">{card.lead}</p>}
      <p className="story-facts">
        {card.agency.shortName}
        {when === 'full' && (
          <>
            {' · '}
            <Moment at={card.firstPublishedAt} timeZone={timeZone} />
          </>
        )}
      </p>
      {photo !== null && <Photo photo={photo} alt="" mediaPath={mediaPath} sizes="9rem" isCropped />}
    </article>
  );
}
