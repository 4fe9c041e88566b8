import type { Metadata } from 'next';
import { MessagePage } from '#components/site/message-page.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { requestPortal } from '#lib/web/portal.ts';
import { pageMetadata } from '#lib/web/site-metadata.ts';

const title = 'Halaman belum dapat ditampilkan';

export async function generateMetadata(): Promise<Metadata> {
  return pageMetadata(await requestPortal(), { title, description: 'Ada gangguan pada situs ini.', path: null });
}

/** The body of a 503 or 500, without sections and agencies: it is rendered ahead and kept for when the database is away. */
export default async function OutageRoute() {
  return (
    <SitePage portal={await requestPortal()} frame={null} isPlace={false}>
      <MessagePage label="Gangguan" title={title}>
        <p className="standfirst">Ada gangguan di pihak kami. Muat ulang halaman ini sebentar lagi.</p>
      </MessagePage>
    </SitePage>
  );
}
