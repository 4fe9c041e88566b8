import { ArticleBody } from '#components/article/article-body.tsx';
import type { PublicArticle, PublicPortal } from '#lib/newsroom/reader-shapes.ts';
import { mediaPath, readerPath } from '#lib/urls.ts';

/** What the editors say of a topic: its introduction, with time line and key numbers where they wrote some. */
export function TopicIntroduction({ page, portal }: { page: PublicArticle; portal: PublicPortal }) {
  return (
    <section className="introduction" aria-label="Pengantar topik">
      <p className="standfirst">{page.lead}</p>
      <div className="article-body">
        <ArticleBody article={page} portal={portal} mediaPath={mediaPath} />
      </div>
      <p className="quiet">
        <a href={readerPath(page)}>Siapa yang menandatangani pengantar ini</a>
      </p>
    </section>
  );
}
