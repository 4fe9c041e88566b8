import { notFound } from 'next/navigation';
import { EmbargoPage } from '#components/site/embargo-page.tsx';
import { embargoPage } from '#lib/press/embargo-reading.ts';
import { embargoMediaPath, embargoWordsPath } from '#lib/urls.ts';
import { portalOfEmbargo } from '#lib/web/embargo-portal.ts';

type Props = {
  params: Promise<{ token: string }>;
  /** Delivery's own: the device of whoever asks for the words and not only for the cover. */
  searchParams: Promise<{ perangkat?: string }>;
};

/** An embargoed article for the one person whose link this is. */
export default async function EmbargoLinkPage({ params, searchParams }: Props) {
  const { token } = await params;
  const { perangkat } = await searchParams;
  const page = await embargoPage(token, perangkat === undefined ? null : { device: perangkat });
  if (page === null) notFound();
  return (
    <EmbargoPage
      page={page}
      portal={await portalOfEmbargo(page)}
      wordsPath={embargoWordsPath(token)}
      mediaPath={(key) => embargoMediaPath(token, key)}
    />
  );
}
