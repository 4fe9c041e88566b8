import type { Metadata } from 'next';
import { CheckForm } from '#components/site/check-form.tsx';
import { CheckTextForm } from '#components/site/check-text-form.tsx';
import { PlainPage } from '#components/site/plain-page.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { siteFrame } from '#lib/newsroom/site-frame.ts';
import { checkPath } from '#lib/urls.ts';
import { requestPortal } from '#lib/web/portal.ts';
import { pageMetadata } from '#lib/web/site-metadata.ts';

type Route = { searchParams: Promise<{ kode?: string | string[] }> };

const title = 'Cek keaslian';

export async function generateMetadata(): Promise<Metadata> {
  const portal = await requestPortal();
  const description = `Periksa apakah sebuah tulisan benar diterbitkan ${portal.name}, dan apakah sudah berubah.`;
  return pageMetadata(portal, { title, description, path: checkPath });
}

/** Where people type the code of a text. A code in its right form is led on before it comes here. */
export default async function CheckRoute({ searchParams }: Route) {
  const portal = await requestPortal();
  const { kode } = await searchParams;
  const typed = typeof kode === 'string' ? kode : '';
  return (
    <SitePage portal={portal} frame={await siteFrame(portal.id)}>
      <PlainPage label={portal.name} title={title}>
        <p className="standfirst">
          Menerima tulisan yang mengaku dari {portal.name}? Periksa di sini apakah kami benar menerbitkannya, dan apakah
          sesudah itu diralat atau ditarik.
        </p>
        <CheckForm
          typed={typed}
          {...(typed !== '' && {
            fault: 'Kode ini tidak terbaca. Kode terdiri dari 16 huruf a–f dan angka; tanda spasi boleh dilewati.',
          })}
        />
        <CheckTextForm typed="" />
      </PlainPage>
    </SitePage>
  );
}
