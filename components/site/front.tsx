import { EventRow } from '#components/article/event-row.tsx';
import { StoryRow } from '#components/article/story.tsx';
import type { FrontPage, PublicAgency, PublicPortal } from '#lib/newsroom/reader-shapes.ts';
import { agenciesPath, agencyPath, agendaPath, kindPaths, mediaPath } from '#lib/urls.ts';
import { GalleryStrip, Strip, StripHeading } from './front-strips.tsx';
import { riverDays } from './river-days.ts';
import { TopStory } from './top-story.tsx';

/** The front page: one lead, two seconds, the river of latest, and what people look for by name. */
export function Front({
  portal,
  front,
  agencies,
}: {
  portal: PublicPortal;
  front: FrontPage;
  agencies: readonly PublicAgency[];
}) {
  const { lead, seconds, river, strips } = front;
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
        <div className="strips strips-first">
          <Strip
            title="Klarifikasi"
            path={kindPaths.hoax_clarification}
            cards={strips.clarifications}
            timeZone={timeZone}
          />
        </div>
        {river.length > 0 && (
          <section className="river" aria-labelledby="terbaru">
            <h2 id="terbaru" className="heading">
              Terbaru
            </h2>
            {riverDays(river, timeZone).map(({ day, cards }) => (
              <div key={day} className="river-day">
                <h3 className="day">{day}</h3>
                {cards.map((card) => (
                  <StoryRow key={card.slug} card={card} timeZone={timeZone} mediaPath={mediaPath} place="river" />
                ))}
              </div>
            ))}
          </section>
        )}
        <div className="strips strips-second">
          {strips.agenda.length > 0 && (
            <section className="strip" aria-labelledby="agenda">
              <StripHeading id="agenda" title="Agenda" path={agendaPath} />
              {strips.agenda.map((card) => (
                <EventRow key={card.slug} card={card} timeZone={timeZone} level={3} />
              ))}
            </section>
          )}
          <Strip title="Pengumuman" path={kindPaths.announcement} cards={strips.announcements} timeZone={timeZone} />
          <Strip title="Siaran pers" path={kindPaths.press_release} cards={strips.releases} timeZone={timeZone} />
          {agencies.length > 0 && (
            <section className="agencies" aria-labelledby="perangkat-daerah">
              <StripHeading id="perangkat-daerah" title="Perangkat daerah" path={agenciesPath} />
              <ul>
                {agencies.map((agency) => (
                  <li key={agency.slug}>
                    <a href={agencyPath(agency.slug)}>{agency.name}</a>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
      <GalleryStrip cards={strips.galleries} />
    </>
  );
}
