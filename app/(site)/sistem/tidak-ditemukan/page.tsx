import type { Metadata } from 'next';
import { StoryRow } from '#components/article/story.tsx';
import { MessagePage } from '#components/site/message-page.tsx';
import { SearchForm } from '#components/site/search-form.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { lists } from '#lib/newsroom/listing.ts';
import { cardsIn } from '#lib/newsroom/public-lists.ts';
import { siteFrame } from '#lib/newsroom/site-frame.ts';
import { mediaPath } from '#lib/urls.ts';
import { requestPortal } from '#lib/web/portal.ts';
import { pageMetadata } from '#lib/web/site-metadata.ts';

const title = 'Halaman tidak ditemukan';
const latestShown = 5;

export async function generateMetadata(): Promise<Metadata> {
  return pageMetadata(await requestPortal(), { title, description: 'Tidak ada halaman di alamat ini.', path: null });
}

/** The body of every 404 of the site; delivery sends it with that status. */
export default async function NotFoundRoute() {
  const portal = await requestPortal();
  const [frame, latest] = await Promise.all([siteFrame(portal.id), cardsIn(portal.id, lists.all, latestShown)]);
  return (
    <SitePage portal={portal} frame={frame} isPlace={false}>
      <MessagePage label="404" title={title}>
        <p className="standfirst">
          Tidak ada halaman di alamat ini. Periksa ejaan alamatnya, atau cari isinya di sini.
        </p>
        <SearchForm />
        {latest.length > 0 && (
          <section aria-labelledby="terbaru">
            <h2 id="terbaru" className="heading">
              Terbaru
            </h2>
            {latest.map((card) => (
              <StoryRow key={card.slug} card={card} timeZone={portal.timeZone} mediaPath={mediaPath} place="related" />
            ))}
          </section>
        )}
      </MessagePage>
    </SitePage>
  );
}
