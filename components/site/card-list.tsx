import type { ReactNode } from 'react';
import { StoryRow } from '#components/article/story.tsx';
import type { CardPage } from '#lib/newsroom/reader-shapes.ts';
import { dayIn } from '#lib/time-zone.ts';
import { archiveOfPath, feedPath, mediaPath } from '#lib/urls.ts';
import { Pages } from './pages.tsx';

/** One page of a list of articles under its title. */
export function CardList({
  title,
  label,
  list,
  path,
  timeZone,
  feedOf,
  children,
}: {
  title: string;
  label: string;
  list: CardPage;
  path: string;
  timeZone: string;
  /** The list whose feed is offered. */
  feedOf?: string;
  children?: ReactNode;
}) {
  return (
    <div className="list-page">
      <header className="list-head">
        <p className="kicker">{label}</p>
        <h1>{title}</h1>
        {list.page > 1 && <p className="quiet">Halaman {list.page}</p>}
        {children}
      </header>
      {list.cards.length === 0 ? (
        <p className="empty">Belum ada artikel di sini.</p>
      ) : (
        <div className="list">
          {list.cards.map((card) => (
            <StoryRow key={card.slug} card={card} timeZone={timeZone} mediaPath={mediaPath} place="list" />
          ))}
        </div>
      )}
      <Pages path={path} page={list.page} pages={list.pages} />
      <Onward list={list} timeZone={timeZone} />
      {feedOf !== undefined && (
        <p className="list-feed">
          <a href={feedPath(feedOf, 'rss')}>Langganan RSS: {title}</a>
        </p>
      )}
    </div>
  );
}

/** After the last page that can be paged to, the archive goes on: its addresses stay what they are. */
function Onward({ list, timeZone }: { list: CardPage; timeZone: string }) {
  const last = list.cards.at(-1);
  if (!list.isMore || list.page < list.pages || last === undefined) return null;
  const month = dayIn(last.firstPublishedAt, timeZone).slice(0, 7);
  return (
    <p className="list-onward">
      Yang lebih lama ada di <a href={archiveOfPath(month)}>arsip per bulan</a>.
    </p>
  );
}
