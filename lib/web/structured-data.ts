import type { PhotoSource, PublicArticle, PublicPortal } from '#lib/newsroom/reader-shapes.ts';
import { absolute, agencyPath, articlePath, mediaPath, sectionPath } from '#lib/urls.ts';
import { portalOrigin } from './site-metadata.ts';

const isJpeg = (source: PhotoSource) => source.format === 'jpeg';

/** An article in the words of schema.org, for search engines. Sponsored ones are a type of their own there. */
export function articleData(portal: PublicPortal, article: PublicArticle): Record<string, unknown> {
  const origin = portalOrigin(portal);
  const url = absolute(origin, articlePath(article.slug));
  const { cover, agency, section } = article;
  const photos = cover === null || cover.withdrawn ? [] : [cover.card, ...cover.sources.filter(isJpeg)];
  return {
    '@context': 'https://schema.org',
    '@type': article.sponsored ? 'AdvertiserContentArticle' : 'NewsArticle',
    mainEntityOfPage: url,
    headline: article.title,
    description: article.lead,
    inLanguage: 'id',
    isAccessibleForFree: true,
    datePublished: article.firstPublishedAt.toISOString(),
    dateModified: (article.updatedAt ?? article.firstPublishedAt).toISOString(),
    image: photos.flatMap((photo) => (photo === null ? [] : [absolute(origin, mediaPath(photo.key))])),
    author: [
      { '@type': 'GovernmentOrganization', name: agency.name, url: absolute(origin, agencyPath(agency.slug)) },
      ...article.credits
        .filter((credit) => credit.role === 'writer' && credit.name !== '')
        .map((credit) => ({ '@type': 'Person', name: credit.name })),
    ],
    publisher: { '@type': 'GovernmentOrganization', name: portal.name, url: absolute(origin, '/') },
    ...(section !== null && {
      articleSection: section.name,
      isPartOf: { '@type': 'CollectionPage', name: section.name, url: absolute(origin, sectionPath(section.slug)) },
    }),
    ...(article.topics.length > 0 && { keywords: article.topics.map((topic) => topic.name) }),
    ...(article.publicNotes.some((note) => note.changeType === 'correction') && {
      correction: article.publicNotes
        .filter((note) => note.changeType === 'correction')
        .map((note) => ({ '@type': 'CorrectionComment', text: note.note, datePublished: note.at.toISOString() })),
    }),
    // Sites that copy structured data shall not pass the demo on as news.
    ...(portal.isDemo && { creativeWorkStatus: 'Contoh, bukan berita resmi' }),
  };
}
