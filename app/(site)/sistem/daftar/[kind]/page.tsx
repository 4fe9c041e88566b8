import { kindListWords } from '#lib/newsroom/kind-lists.ts';
import { kindPage } from '#lib/newsroom/public-lists.ts';
import { kindPaths, listedKinds } from '#lib/urls.ts';
import { listRoute } from '../../../list-route.tsx';

const { generateMetadata, page } = listRoute<{ kind: string }>(async (portal, params, page) => {
  const kind = listedKinds.find((listed) => listed === params.kind);
  const list = kind === undefined ? null : await kindPage(portal.id, kind, page);
  if (kind === undefined || list === null) return null;
  return { list, label: portal.name, ...kindListWords[kind], path: kindPaths[kind], hasFeeds: true };
});

export { generateMetadata };
export default page;
