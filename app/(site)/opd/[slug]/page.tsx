import { JsonLd } from '#components/json-ld.tsx';
import { AgencyAbout } from '#components/site/agency-about.tsx';
import { agencyPage } from '#lib/newsroom/public-lists.ts';
import { agencyPath } from '#lib/urls.ts';
import { agencyData } from '#lib/web/structured-data.ts';
import { listRoute } from '../../list-route.tsx';

const { generateMetadata, page } = listRoute<{ slug: string }>(async (portal, { slug }, page) => {
  const list = await agencyPage(portal.id, slug, page);
  if (list === null) return null;
  const { name } = list.agency;
  return {
    list,
    label: 'Perangkat daerah',
    title: name,
    description: list.profile?.lead ?? `Berita, siaran pers, dokumen, dan kontak ${name}.`,
    path: agencyPath(slug),
    hasFeeds: true,
    ...(page === 1 && {
      children: (
        <>
          <AgencyAbout page={list} timeZone={portal.timeZone} />
          <JsonLd data={agencyData(portal, list.agency)} />
        </>
      ),
    }),
  };
});

export { generateMetadata };
export default page;
