import type { Metadata } from 'next';
import { EventRow } from '#components/article/event-row.tsx';
import { PlainPage } from '#components/site/plain-page.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { agendaPage } from '#lib/newsroom/agenda.ts';
import { kindListWords } from '#lib/newsroom/kind-lists.ts';
import { siteFrame } from '#lib/newsroom/site-frame.ts';
import { agendaFilePath, agendaPath } from '#lib/urls.ts';
import { requestPortal } from '#lib/web/portal.ts';
import { pageMetadata } from '#lib/web/site-metadata.ts';

const { title, description } = kindListWords.agenda_event;

export async function generateMetadata(): Promise<Metadata> {
  return pageMetadata(await requestPortal(), { title, description, path: agendaPath, feedOf: agendaPath });
}

export default async function AgendaRoute() {
  const portal = await requestPortal();
  const [frame, agenda] = await Promise.all([siteFrame(portal.id), agendaPage(portal.id)]);
  const groups = [
    { id: 'mendatang', name: 'Mendatang', events: agenda.upcoming },
    { id: 'lalu', name: 'Sudah lewat', events: agenda.past },
  ];
  return (
    <SitePage portal={portal} frame={frame}>
      <PlainPage label={portal.name} title={title}>
        <p className="subscribe">
          <a className="onward" href={agendaFilePath}>
            Langganan kalender (.ics)
          </a>
        </p>
        {agenda.upcoming.length === 0 && <p className="empty">Belum ada acara yang diumumkan.</p>}
        {groups.map(
          ({ id, name, events }) =>
            events.length > 0 && (
              <section key={id} aria-labelledby={id}>
                <h2 id={id} className="heading">
                  {name}
                </h2>
                {events.map((card) => (
                  <EventRow key={card.slug} card={card} timeZone={portal.timeZone} level={3} />
                ))}
              </section>
            ),
        )}
      </PlainPage>
    </SitePage>
  );
}
