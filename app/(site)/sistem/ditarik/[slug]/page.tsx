import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SitePage } from '#components/site/site-page.tsx';
import { TombstoneMessage } from '#components/site/tombstone-message.tsx';
import { tombstone } from '#lib/newsroom/addresses.ts';
import { siteFrame } from '#lib/newsroom/site-frame.ts';
import { requestPortal } from '#lib/web/portal.ts';
import { pageMetadata } from '#lib/web/site-metadata.ts';

export async function generateMetadata(): Promise<Metadata> {
  // The title may be the very harm the article was retracted for: the head never repeats it.
  return pageMetadata(await requestPortal(), {
    title: 'Artikel ditarik',
    description: 'Artikel di alamat ini telah ditarik oleh redaksi.',
    path: null,
  });
}

/** What stands at the address of a retracted article; delivery sends it with status 410. */
export default async function TombstoneRoute({ params }: { params: Promise<{ slug: string }> }) {
  const portal = await requestPortal();
  const stone = await tombstone(portal.id, (await params).slug);
  if (stone === null) notFound();
  return (
    <SitePage portal={portal} frame={await siteFrame(portal.id)} isPlace={false}>
      <TombstoneMessage tombstone={stone} timeZone={portal.timeZone} />
    </SitePage>
  );
}
