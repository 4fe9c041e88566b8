import type { Metadata } from 'next';
import { ChooseFrontForm } from '#components/newsroom/front/choose-front-form.tsx';
import { FrontPlaces } from '#components/newsroom/front/front-places.tsx';
import { now } from '#lib/clock.ts';
import { frontCandidates, frontDesk, frontDeskPortals } from '#lib/newsroom/front-desk.ts';
import { formatMoment, frontSlotLabels } from '#lib/newsroom/labels.ts';
import { frontDeskPath, frontPath } from '#lib/urls.ts';
import { orNotFound } from '#lib/web/page.ts';
import { requireActor } from '#lib/web/session.ts';
import { chosenPortal, PortalChoice } from '../admin/portal-choice.tsx';
import { chooseFront, clearFront } from './actions.ts';

export const metadata: Metadata = { title: 'Halaman depan' };

type Props = { searchParams: Promise<{ portal?: string | string[]; cari?: string | string[] }> };

export default async function FrontDeskPage({ searchParams }: Props) {
  const actor = await requireActor(frontDeskPath);
  const portals = await orNotFound(frontDeskPortals(actor));
  const { portal: wanted, cari } = await searchParams;
  const portal = chosenPortal(portals, wanted);
  const text = typeof cari === 'string' ? cari : '';
  const [places, candidates] = await Promise.all([
    frontDesk(actor, portal.id),
    frontCandidates(actor, portal.id, text),
  ]);
  const { timeZone } = portal;
  const standsAt = new Map(
    places.flatMap(({ slot, shown }): [string, string][] =>
      shown === null ? [] : [[shown.id, frontSlotLabels[slot].toLowerCase()]],
    ),
  );
  return (
    <div className="page stack">
      <header className="page-head">
        <h1>Halaman depan</h1>
        <a href={frontPath} target="_blank" rel="noopener">
          Lihat di situs
        </a>
      </header>
      <PortalChoice portals={portals} chosen={portal} path={frontDeskPath} />
      <p className="muted">
        Tiga artikel berada di puncak halaman depan. Tempat yang tidak Anda pilih terisi sendiri: yang disematkan lebih
        dulu, lalu yang terbaru.
      </p>
      <FrontPlaces places={places} portalId={portal.id} timeZone={timeZone} clear={clearFront} />
      <section className="stack" aria-labelledby="pilih-artikel">
        <h2 id="pilih-artikel">Pilih artikel</h2>
        <form action={frontDeskPath} className="field">
          {portals.length > 1 && <input type="hidden" name="portal" value={portal.id} />}
          <label htmlFor="cari-artikel">Bagian dari judulnya</label>
          <div className="with-button">
            <input id="cari-artikel" type="search" name="cari" defaultValue={text} maxLength={100} />
            <button type="submit">Cari</button>
          </div>
        </form>
        {candidates.length === 0 ? (
          <p className="empty">
            {text === ''
              ? 'Belum ada artikel yang terbit.'
              : 'Tidak ada judul yang cocok. Coba kata lain dari judulnya.'}
          </p>
        ) : (
          <ul className="rows">
            {candidates.map(({ id, title, agencyName, firstPublishedAt }) => (
              <li key={id} className="edition-row">
                <strong className="edition-title">{title}</strong>
                {standsAt.has(id) && (
                  <p>
                    <span className="badge">Sekarang: {standsAt.get(id)}</span>
                  </p>
                )}
                <p className="muted small">
                  {agencyName}
                  {firstPublishedAt && `, ${formatMoment(firstPublishedAt, timeZone)}`}
                </p>
                <details>
                  <summary>
                    Taruh di halaman depan<span className="visually-hidden">: {title}</span>
                  </summary>
                  <ChooseFrontForm
                    article={{ id, title }}
                    portalId={portal.id}
                    timeZone={timeZone}
                    suggestedEnd={new Date(now().getTime() + 86_400_000)}
                    choose={chooseFront}
                  />
                </details>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
