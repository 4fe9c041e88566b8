import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ArticleView } from '#components/article/article-view.tsx';
import { JsonLd } from '#components/json-ld.tsx';
import { SitePage } from '#components/site/site-page.tsx';
import { kindLabels } from '#lib/newsroom/labels.ts';
import { articlePage } from '#lib/newsroom/public-article.ts';
import type { PublicArticle, PublicPortal, SiteFrame } from '#lib/newsroom/reader-shapes.ts';
import { siteFrame } from '#lib/newsroom/site-frame.ts';
import { absolute, kindPaths, listedKinds, mediaPath, readerPath, sectionPath } from '#lib/urls.ts';
import { requestPortal } from '#lib/web/portal.ts';
import { articleMetadata, portalOrigin } from '#lib/web/site-metadata.ts';
import { articleData, breadcrumbData } from '#lib/web/structured-data.ts';

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
  const { slug } = await params;
  const portal = await requestPortal();
  const [{ article }, frame] = await Promise.all([requestedArticle(slug), siteFrame(portal.id)]);
  return (
    <SitePage portal={portal} frame={frame} current={placeOf(article)}>
      <ArticleView
        article={article}
        portal={portal}
        mediaPath={mediaPath}
        address={absolute(portalOrigin(portal), readerPath(article))}
      />
      <JsonLd data={articleData(portal, article, photoTerms(portal, frame))} />
      <JsonLd data={breadcrumbData(portal, wayTo(article))} />
    </SitePage>
  );
}

/** The place in the navigation an article belongs to. */
function placeOf({ section, kind }: PublicArticle): string {
  if (section !== null) return sectionPath(section.slug);
  const listed = listedKinds.find((candidate) => candidate === kind);
  return listed === undefined ? '' : kindPaths[listed];
}

/** The way to an article from the front page. */
function wayTo(article: PublicArticle): { name: string; path: string }[] {
  const { section, kind, title } = article;
  const here = { name: title, path: readerPath(article) };
  const over = placeOf(article);
  return over === '' ? [here] : [{ name: section?.name ?? kindLabels[kind], path: over }, here];
}

/** The page that says how photos may be used, where the site has one. */
function photoTerms(portal: PublicPortal, { pages }: SiteFrame): string | undefined {
  const policy = pages.find(({ role }) => role === 'editorial_policy');
  return policy && absolute(portalOrigin(portal), policy.path);
}

/** The page of an article of any kind: news under `/berita`, a lasting page under `/halaman`. */
export const articleRoute = () => ({ generateMetadata, page });
