import { sectionPage } from '#lib/newsroom/public-lists.ts';
import { sectionPath } from '#lib/urls.ts';
import { listRoute } from '../../list-route.tsx';

const { generateMetadata, page } = listRoute<{ slug: string }>(async (portal, { slug }, page) => {
  const list = await sectionPage(portal.id, slug, page);
  if (list === null) return null;
  const { name } = list.section;
  const path = sectionPath(slug);
  const description = `Berita ${name} dari ${portal.name}.`;
  return { list, label: 'Kanal', title: name, description, path, current: path, hasFeeds: true };
});

export { generateMetadata };
export default page;
