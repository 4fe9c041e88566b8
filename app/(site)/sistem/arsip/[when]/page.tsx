import { ArchiveParts } from '#components/site/archive-parts.tsx';
import { archivePage } from '#lib/newsroom/archive.ts';
import { formatSpan } from '#lib/newsroom/labels.ts';
import { archiveOfPath } from '#lib/urls.ts';
import { listRoute } from '../../../list-route.tsx';

const { generateMetadata, page } = listRoute<{ when: string }>(async (portal, { when }, page) => {
  const list = await archivePage(portal, when, page);
  if (list === null) return null;
  const span = formatSpan(when);
  return {
    list,
    label: 'Arsip',
    title: span,
    description: `Semua artikel yang terbit ${when.length === 10 ? 'pada' : 'selama'} ${span}.`,
    path: archiveOfPath(when),
    children: <ArchiveParts when={when} within={list.within} />,
  };
});

export { generateMetadata };
export default page;
