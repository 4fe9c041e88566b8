import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ArticleView } from '#components/article/article-view.tsx';
import { JsonLd } from '#components/json-ld.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { articlePage } from '#lib/newsroom/public-article.ts';
import { siteFrame } from '#lib/newsroom/site-frame.ts';
import { absolute, kindPaths, listedKinds, mediaPath, readerPath, sectionPath } from '#lib/urls.ts';
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

async function generateMetadata({ params }: Route): Promise<Metadata> {
  const { portal, article } = await requestedArticle((await params).slug);
  return articleMetadata(portal, article);
}

async function page({ params }: Route) {
  const { portal, article } = await requestedArticle((await params).slug);
  const frame = await siteFrame(portal.id);
  return (
    <SitePage portal={portal} frame={frame} current={placeOf(article)}>
      <ArticleView
        article={article}
        portal={portal}
        mediaPath={mediaPath}
        address={absolute(portalOrigin(portal), readerPath(article))}
      />
      <JsonLd data={articleData(portal, article)} />
    </SitePage>
  );
}

/** The place in the navigation an article belongs to. */
function placeOf({ section, kind }: Parameters<typeof articleData>[1]): string {
  if (section !== null) return sectionPath(section.slug);
  const listed = listedKinds.find((candidate) => candidate === kind);
  return listed === undefined ? '' : kindPaths[listed];
}

/** The page of an article of any kind: news under `/berita`, a lasting page under `/halaman`. */
export const articleRoute = () => ({ generateMetadata, page });
