import type { Metadata } from 'next';
import { PlainPage } from '#components/site/plain-page.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { topicDirectory } from '#lib/newsroom/public-lists.ts';
import { siteFrame } from '#lib/newsroom/site-frame.ts';
import { topicPath, topicsPath } from '#lib/urls.ts';
import { requestPortal } from '#lib/web/portal.ts';
import { pageMetadata } from '#lib/web/site-metadata.ts';

export async function generateMetadata(): Promise<Metadata> {
  const portal = await requestPortal();
  return pageMetadata(portal, {
    title: 'Topik',
    description: `Topik yang diikuti ${portal.name}, masing-masing dengan semua artikelnya.`,
    path: topicsPath,
  });
}

export default async function TopicsRoute() {
  const portal = await requestPortal();
  const [frame, topics] = await Promise.all([siteFrame(portal.id), topicDirectory(portal.id)]);
  return (
    <SitePage portal={portal} frame={frame}>
      <PlainPage label={portal.name} title="Topik">
        {topics.length === 0 ? (
          <p className="empty">Belum ada topik yang berisi artikel.</p>
        ) : (
          <ul className="directory">
            {topics.map(({ slug, name }) => (
              <li key={slug}>
                <a href={topicPath(slug)}>{name}</a>
              </li>
            ))}
          </ul>
        )}
      </PlainPage>
    </SitePage>
  );
}
