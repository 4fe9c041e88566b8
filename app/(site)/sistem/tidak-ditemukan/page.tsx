import type { Metadata } from 'next';
import { MessagePage } from '#components/site/message-page.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { siteFrame } from '#lib/newsroom/site-frame.ts';
import { requestPortal } from '#lib/web/portal.ts';
import { pageMetadata } from '#lib/web/site-metadata.ts';

const title = 'Halaman tidak ditemukan';

export async function generateMetadata(): Promise<Metadata> {
  return pageMetadata(await requestPortal(), { title, description: 'Tidak ada halaman di alamat ini.', path: null });
}

/** The body of every 404 of the site; delivery sends it with that status. */
export default async function NotFoundRoute() {
  const portal = await requestPortal();
  return (
    <SitePage portal={portal} frame={await siteFrame(portal.id)}>
      <MessagePage label="404" title={title}>
        <p className="standfirst">
          Tidak ada halaman di alamat ini. Periksa ejaan alamatnya, atau cari beritanya lewat kanal di atas.
        </p>
      </MessagePage>
    </SitePage>
  );
}
