import { dateFormat } from '#lib/date-format.ts';
import { audienceLabels, formatDay, formatTime } from '#lib/newsroom/labels.ts';
import type { PublicCard } from '#lib/newsroom/reader-shapes.ts';
import { articlePath } from '#lib/urls.ts';
import { Marks } from './story.tsx';

/** One event of the agenda: its day as on a calendar leaf, what, when and where. */
export function EventRow({ card, timeZone, level }: { card: PublicCard; timeZone: string; level: 3 | 4 }) {
  const { startsAt, venue, audience } = card.details;
  const at = new Date(startsAt ?? card.firstPublishedAt);
  const Headline = `h${level}` as const;
  const leaf = dateFormat('id-ID', { timeZone, day: 'numeric', month: 'short' }).formatToParts(at);
  const part = (type: 'day' | 'month') => leaf.find((piece) => piece.type === type)?.value ?? '';
  return (
    <article className="story event">
      <p className="event-leaf" aria-hidden="true">
        <b>{part('day')}</b> {part('month')}
      </p>
      <Headline className="story-title">
        <a href={articlePath(card.slug)}>{card.title}</a>
      </Headline>
      <p className="story-facts">
        <time dateTime={at.toISOString()}>
          {formatDay(at, timeZone)}, {formatTime(at, timeZone)}
        </time>
        {venue !== undefined && ` · ${venue}`}
        {audience !== undefined && audience !== 'public' && ` · ${audienceLabels[audience]}`} <Marks card={card} />
      </p>
    </article>
  );
}
