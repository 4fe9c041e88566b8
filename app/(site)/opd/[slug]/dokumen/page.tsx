import { agencyDocuments } from '#lib/newsroom/public-lists.ts';
import { agencyDocumentsPath } from '#lib/urls.ts';
import { listRoute } from '../../../list-route.tsx';

const { generateMetadata, page } = listRoute<{ slug: string }>(async (portal, { slug }, page) => {
  const list = await agencyDocuments(portal.id, slug, page);
  if (list === null) return null;
  const { name } = list.agency;
  const description = `Artikel ${name} yang memuat dokumen untuk diunduh.`;
  return { list, label: name, title: 'Dokumen', description, path: agencyDocumentsPath(slug) };
});

export { generateMetadata };
export default page;
