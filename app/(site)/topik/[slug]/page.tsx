import { TopicIntroduction } from '#components/site/topic-introduction.tsx';
import { topicPage } from '#lib/newsroom/public-lists.ts';
import { topicPath } from '#lib/urls.ts';
import { listRoute } from '../../list-route.tsx';

const { generateMetadata, page } = listRoute<{ slug: string }>(async (portal, { slug }, page) => {
  const list = await topicPage(portal.id, slug, page);
  if (list === null) return null;
  const { introduction, topic } = list;
  return {
    list,
    label: 'Topik',
    title: topic.name,
    description: introduction?.lead ?? `Berita dan informasi tentang ${topic.name}.`,
    path: topicPath(slug),
    hasFeeds: true,
    ...(introduction !== null && { children: <TopicIntroduction page={introduction} portal={portal} /> }),
  };
});

export { generateMetadata };
export default page;
