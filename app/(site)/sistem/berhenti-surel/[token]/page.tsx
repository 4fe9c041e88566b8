import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { MessagePage } from '#components/site/message-page.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { siteFrame } from '#lib/newsroom/site-frame.ts';
import { unsubscriberOf } from '#lib/notifications/unsubscribe.ts';
import { unsubscribePath } from '#lib/urls.ts';
import { requestPortal } from '#lib/web/portal.ts';
import { pageMetadata } from '#lib/web/site-metadata.ts';

type Props = {
  params: Promise<{ token: string }>;
  /** Delivery's own: whether it has just been done. */
  searchParams: Promise<{ sudah?: string }>;
};

const title = 'Berhenti menerima rangkuman';

export async function generateMetadata(): Promise<Metadata> {
  return pageMetadata(await requestPortal(), { title, description: 'Mengakhiri rangkuman surel harian.', path: null });
}

/** Where the link of a digest leads: one button ends them, without signing in. */
export default async function UnsubscribeRoute({ params, searchParams }: Props) {
  const { token } = await params;
  if ((await unsubscriberOf(token)) === null) notFound();
  const isDone = (await searchParams).sudah === '1';
  const portal = await requestPortal();
  return (
    <SitePage portal={portal} frame={await siteFrame(portal.id)} isPlace={false}>
      <MessagePage label="Surel" title={isDone ? 'Rangkuman dihentikan' : title}>
        {isDone ? (
          <p className="standfirst">
            Anda tidak lagi menerima rangkuman harian. Kabar tetap tampil di ruang redaksi, dan rangkuman dapat
            dinyalakan lagi dalam pengaturan pemberitahuan.
          </p>
        ) : (
          <>
            <p className="standfirst">
              Surel rangkuman harian dari ruang redaksi akan dihentikan. Surel tentang tugas dan alarm tidak berubah.
            </p>
            <form method="post" action={unsubscribePath(token)}>
              <button type="submit">Hentikan rangkuman</button>
            </form>
          </>
        )}
      </MessagePage>
    </SitePage>
  );
}
