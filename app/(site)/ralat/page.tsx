import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Marks, Moment } from '#components/article/story.tsx';
import { PlainPage } from '#components/site/plain-page.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { amendmentPage } from '#lib/newsroom/amendments.ts';
import { changeTypeLabels } from '#lib/newsroom/labels.ts';
import { siteFrame } from '#lib/newsroom/site-frame.ts';
import { amendmentsPath, changeNotePath, pageOf } from '#lib/urls.ts';
import { listPageNumber } from '#lib/web/list-page-number.ts';
import { requestPortal } from '#lib/web/portal.ts';
import { pageMetadata } from '#lib/web/site-metadata.ts';

type Route = { searchParams: Promise<{ halaman?: string | string[] }> };

const title = 'Ralat dan hak jawab';

const requested = cache(async (page: number | null) => {
  const portal = await requestPortal();
  const register = page === null ? null : await amendmentPage(portal.id, page);
  return register === null ? notFound() : { portal, register };
});

export async function generateMetadata({ searchParams }: Route): Promise<Metadata> {
  const { portal, register } = await requested(listPageNumber((await searchParams).halaman));
  return pageMetadata(portal, {
    title,
    description: `Semua ralat dan hak jawab yang dimuat ${portal.name}, dengan waktu dan isinya.`,
    path: pageOf(amendmentsPath, register.page),
    feedOf: amendmentsPath,
  });
}

/** The register of corrections: what was wrong, since when it is right, and where. */
export default async function AmendmentsRoute({ searchParams }: Route) {
  const { portal, register } = await requested(listPageNumber((await searchParams).halaman));
  return (
    <SitePage portal={portal} frame={await siteFrame(portal.id)}>
      <PlainPage label={portal.name} title={title}>
        <p className="standfirst">
          Kekeliruan diperbaiki terbuka: apa yang berubah dicatat di sini dan di artikelnya, beserta waktunya.
        </p>
        {register.amendments.length === 0 ? (
          <p className="empty">Belum ada ralat atau hak jawab.</p>
        ) : (
          <ol className="amendments">
            {register.amendments.map(({ card, number, changeType, note, at }) => (
              <li key={`${card.articleId}-${number}`}>
                <p className="kicker">{changeTypeLabels[changeType]}</p>
                <h2>
                  <a href={changeNotePath(card, number)}>{card.title}</a>
                </h2>
                <p>{note}</p>
                <p className="story-facts">
                  {card.agency.shortName} · <Moment at={at} timeZone={portal.timeZone} /> <Marks card={card} />
                </p>
              </li>
            ))}
          </ol>
        )}
        {(register.page > 1 || register.hasMore) && (
          <nav className="pages" aria-label="Halaman">
            {register.page > 1 && (
              <a href={pageOf(amendmentsPath, register.page - 1)} rel="prev">
                ‹ Lebih baru
              </a>
            )}
            {register.hasMore && (
              <a href={pageOf(amendmentsPath, register.page + 1)} rel="next">
                Lebih lama ›
              </a>
            )}
          </nav>
        )}
      </PlainPage>
    </SitePage>
  );
}
