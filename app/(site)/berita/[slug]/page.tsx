import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ArticleView } from '#components/article/article-view.tsx';
import { JsonLd } from '#components/json-ld.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { siteFrame } from '#lib/newsroom/public.ts';
import { articlePage } from '#lib/newsroom/public-article.ts';
import { absolute, articlePath, mediaPath, sectionPath } from '#lib/urls.ts';
import { requestPortal } from '#lib/web/portal.ts';
import { articleMetadata, portalOrigin } from '#lib/web/site-metadata.ts';
import { articleData } from '#lib/web/structured-data.ts';

type Route = { params: Promise<{ slug: string }> };

// Head and page ask for the same article: it is read and its signatures are checked once.
const requestedArticle = cache(async (slug: string) => {
  const portal = await requestPortal();
  const article = await articlePage(portal.id, slug);
  return article === null ? notFound() : { portal, article };
});

export async function generateMetadata({ params }: Route): Promise<Metadata> {
  const { portal, article } = await requestedArticle((await params).slug);
  return articleMetadata(portal, article);
}

export default async function ArticleRoute({ params }: Route) {
  const { portal, article } = await requestedArticle((await params).slug);
  const frame = await siteFrame(portal.id);
  const current = article.section === null ? '' : sectionPath(article.section.slug);
  return (
    <SitePage portal={portal} frame={frame} current={current}>
      <ArticleView
        article={article}
        portal={portal}
        mediaPath={mediaPath}
        address={absolute(portalOrigin(portal), articlePath(article.slug))}
      />
      <JsonLd data={articleData(portal, article)} />
    </SitePage>
  );
}
