import type { Metadata } from 'next';
import { Authenticity } from '#components/site/authenticity.tsx';
import { CheckForm } from '#components/site/check-form.tsx';
import { PlainPage } from '#components/site/plain-page.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { checkCode } from '#lib/newsroom/authenticity.ts';
import { spokenCode } from '#lib/newsroom/reader-lines.ts';
import { siteFrame } from '#lib/newsroom/site-frame.ts';
import { checkCodePath } from '#lib/urls.ts';
import { requestPortal } from '#lib/web/portal.ts';
import { pageMetadata } from '#lib/web/site-metadata.ts';

type Route = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Route): Promise<Metadata> {
  const { code } = await params;
  return pageMetadata(await requestPortal(), {
    title: `Cek keaslian ${spokenCode(code)}`,
    description: 'Apakah tulisan dengan kode ini asli, sudah berubah, atau ditarik.',
    path: checkCodePath(code),
    isUnlisted: true,
  });
}

/** What a code says of the words that bear it. */
export default async function CheckedRoute({ params }: Route) {
  const { code } = await params;
  const portal = await requestPortal();
  const [frame, found] = await Promise.all([siteFrame(portal.id), checkCode(portal.id, code)]);
  return (
    <SitePage portal={portal} frame={frame}>
      <PlainPage label={`Cek keaslian · ${spokenCode(code)}`} title={headings[found.kind]}>
        <Authenticity found={found} portal={portal} />
        <CheckForm typed="" />
      </PlainPage>
    </SitePage>
  );
}

const headings = {
  current: 'Asli dan terkini',
  superseded: 'Asli, tetapi sudah berubah',
  retracted: 'Pernah terbit, sekarang ditarik',
  unknown: 'Kode ini tidak dikenal',
} as const;
