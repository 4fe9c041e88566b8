import { Photo, shownPhoto } from '#components/article/photo.tsx';
import { Kicker, Moment, StoryRow } from '#components/article/story.tsx';
import type { FrontPage, PublicCard, PublicPortal } from '#lib/newsroom/reader-shapes.ts';
import { agencyPath, articlePath, mediaPath } from '#lib/urls.ts';
import { arrangeFront } from './front-arrangement.ts';

const leadSizes = '(min-width: 74rem) 45rem, (min-width: 56rem) 62vw, 100vw';
const secondSizes = '(min-width: 74rem) 25rem, (min-width: 56rem) 34vw, (min-width: 36rem) 46vw, 100vw';

/** The front page: one lead, two seconds, what people look for, the river of latest, the agencies. */
export function Front({ portal, front }: { portal: PublicPortal; front: FrontPage }) {
  const { lead, seconds, clarifications, announcements, river } = arrangeFront(front, portal.timeZone);
  const { timeZone } = portal;
  return (
    <>
      <h1 className="unseen">{portal.name}: berita terbaru</h1>
      {lead === null ? (
        <p className="empty">Belum ada berita yang terbit.</p>
      ) : (
        <div className="top">
          <TopStory card={lead} timeZone={timeZone} isLead />
          {seconds.length > 0 && (
            <div className="seconds">
              {seconds.map((card) => (
                <TopStory key={card.slug} card={card} timeZone={timeZone} />
              ))}
            </div>
          )}
        </div>
      )}
      <div className="below">
        {clarifications.length + announcements.length > 0 && (
          <div className="strips">
            <Strip title="Klarifikasi" cards={clarifications} timeZone={timeZone} />
            <Strip title="Pengumuman" cards={announcements} timeZone={timeZone} />
          </div>
        )}
        {river.length > 0 && (
          <section className="river" aria-labelledby="terbaru">
            <h2 id="terbaru" className="heading">
              Terbaru
            </h2>
            {river.map(({ day, cards }) => (
              <div key={day} className="river-day">
                <h3 className="day">{day}</h3>
                {cards.map((card) => (
                  <StoryRow key={card.slug} card={card} timeZone={timeZone} mediaPath={mediaPath} place="river" />
                ))}
              </div>
            ))}
          </section>
        )}
        {front.agencies.length > 0 && (
          <section className="agencies" aria-labelledby="perangkat-daerah">
            <h2 id="perangkat-daerah" className="heading">
              Perangkat daerah
            </h2>
            <ul>
              {front.agencies.map((agency) => (
                <li key={agency.slug}>
                  <a href={agencyPath(agency.slug)}>{agency.name}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}

function TopStory({ card, timeZone, isLead = false }: { card: PublicCard; timeZone: string; isLead?: boolean }) {
  const photo = shownPhoto(card.cover);
  return (
    <article className={isLead ? 'top-story lead-story' : 'top-story'}>
      <Kicker card={card} />
      <h2 className="story-title">
        <a href={articlePath(card.slug)}>{card.title}</a>
      </h2>
      <p className="story-lead">{card.lead}</p>
      <p className="story-facts">
        {card.agency.shortName} · <Moment at={card.firstPublishedAt} timeZone={timeZone} />
      </p>
      {photo !== null && (
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

function Strip({ title, cards, timeZone }: { title: string; cards: readonly PublicCard[]; timeZone: string }) {
  if (cards.length === 0) return null;
  const id = title.toLowerCase();
  return (
    <section className="strip" aria-labelledby={id}>
      <h2 id={id} className="heading">
        {title}
      </h2>
      <ul>
        {cards.map((card) => (
          <li key={card.slug}>
            <a href={articlePath(card.slug)}>{card.title}</a>
            <span className="quiet">
              <Moment at={card.firstPublishedAt} timeZone={timeZone} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
