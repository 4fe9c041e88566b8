import type {
  AdvertiserContentArticle,
  BreadcrumbList,
  CorrectionComment,
  Event,
  GovernmentOrganization,
  ImageObject,
  NewsArticle,
  Person,
  WebPage,
  WebSite,
  WithContext,
} from 'schema-dts';
import { marked } from '#lib/feeds/demo-mark.ts';
import type {
  AgencyPage,
  PhotoSource,
  PublicAgency,
  PublicArticle,
  PublicPortal,
} from '#lib/newsroom/reader-shapes.ts';
import { absolute, agencyPath, frontPath, mediaPath, readerPath, searchPath, sectionPath } from '#lib/urls.ts';
import { portalOrigin } from './site-metadata.ts';

/** What pages say in the words of schema.org. Types from there; escaped where it is put into the page. */

type Told = Omit<PublicArticle, 'related'>;

/**
 * An article: news, an event of the agenda, or a lasting page. Sponsored ones are a type of their own there.
 *
 * @param licence absolute address of the page that says how photos may be used, where there is one
 */
export function articleData(
  portal: PublicPortal,
  article: Told,
  licence?: string,
): WithContext<NewsArticle | AdvertiserContentArticle | Event | WebPage> {
  switch (article.kind) {
    case 'agenda_event':
      return { '@context': 'https://schema.org', ...eventData(portal, article, licence) };
    case 'page':
      return { '@context': 'https://schema.org', ...pageData(portal, article) };
    default:
      return { '@context': 'https://schema.org', ...newsData(portal, article, licence) };
  }
}

function newsData(
  portal: PublicPortal,
  article: Told,
  licence: string | undefined,
): Exclude<NewsArticle | AdvertiserContentArticle, string> {
  const origin = portalOrigin(portal);
  const { section } = article;
  const told = {
    mainEntityOfPage: absolute(origin, readerPath(article)),
    headline: article.title,
    description: article.lead,
    ...times(article),
    image: images(origin, article, licence),
    author: [
      organization(origin, article.agency),
      ...article.jointAgencies.map((agency) => organization(origin, agency)),
      ...writers(article),
    ],
    publisher: publisher(portal, origin),
    ...(section !== null && {
      articleSection: section.name,
      isPartOf: {
        '@type': 'CollectionPage' as const,
        name: section.name,
        url: absolute(origin, sectionPath(section.slug)),
      },
    }),
    ...(article.topics.length > 0 && { keywords: article.topics.map((topic) => topic.name) }),
    ...corrections(article),
    ...demoStatus(portal),
  };
  return article.sponsored
    ? { '@type': 'AdvertiserContentArticle', ...told }
    : { '@type': 'NewsArticle', ...told, ...(article.datelinePlace !== '' && { dateline: article.datelinePlace }) };
}

function eventData(portal: PublicPortal, article: Told, licence: string | undefined): Exclude<Event, string> {
  const origin = portalOrigin(portal);
  const { startsAt, endsAt, venue } = article.details;
  return {
    '@type': 'Event',
    name: marked(portal, article.title),
    description: article.lead,
    url: absolute(origin, readerPath(article)),
    inLanguage: 'id',
    isAccessibleForFree: true,
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    ...(startsAt !== undefined && { startDate: startsAt }),
    ...(endsAt !== undefined && { endDate: endsAt }),
    ...(venue !== undefined && { location: { '@type': 'Place', name: venue, address: venue } }),
    organizer: organization(origin, article.agency),
    image: images(origin, article, licence),
  };
}

function pageData(portal: PublicPortal, article: Told): Exclude<WebPage, string> {
  const origin = portalOrigin(portal);
  const { pageRole } = article.details;
  const told = {
    name: article.title,
    description: article.lead,
    url: absolute(origin, readerPath(article)),
    ...times(article),
    author: organization(origin, article.agency),
    publisher: publisher(portal, origin),
    ...demoStatus(portal),
  };
  return pageRole === 'about' ? { '@type': 'AboutPage', ...told } : { '@type': 'WebPage', ...told };
}

/** An agency with its contact and who leads it. */
export function agencyData(
  portal: PublicPortal,
  agency: AgencyPage['agency'],
): WithContext<Exclude<GovernmentOrganization, string>> {
  const origin = portalOrigin(portal);
  const { headName, headTitle, address, phone, email } = agency;
  return {
    '@context': 'https://schema.org',
    ...organization(origin, agency),
    ...(agency.shortName !== agency.name && { alternateName: agency.shortName }),
    ...(address !== '' && { address }),
    ...(phone !== '' && { telephone: phone }),
    ...(email !== '' && { email }),
    ...(headName !== '' && {
      employee: { '@type': 'Person', name: headName, ...(headTitle !== '' && { jobTitle: headTitle }) },
    }),
    parentOrganization: publisher(portal, origin),
  };
}

/** The site itself and how to search it. */
export function siteData(portal: PublicPortal): WithContext<Exclude<WebSite, string>> {
  const origin = portalOrigin(portal);
  const front = absolute(origin, frontPath);
  // Google reads this property, which schema.org writes with a hyphen and its types do not know.
  const search = {
    '@type': 'SearchAction' as const,
    target: { '@type': 'EntryPoint' as const, urlTemplate: `${absolute(origin, searchPath)}?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    '@id': `${front}#situs`,
    name: marked(portal, portal.name),
    ...(portal.tagline !== '' && { description: portal.tagline }),
    url: front,
    inLanguage: 'id',
    publisher: publisher(portal, origin),
    potentialAction: search,
  };
}

/** The way to a page, from the front page on; the last place is the page itself. */
export function breadcrumbData(
  portal: PublicPortal,
  places: readonly { name: string; path: string }[],
): WithContext<Exclude<BreadcrumbList, string>> {
  const origin = portalOrigin(portal);
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [{ name: portal.name, path: frontPath }, ...places].map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(origin, path),
    })),
  };
}

const times = ({ firstPublishedAt, updatedAt }: Told) => ({
  inLanguage: 'id',
  isAccessibleForFree: true,
  datePublished: firstPublishedAt.toISOString(),
  dateModified: (updatedAt ?? firstPublishedAt).toISOString(),
});

const organization = (origin: string, { slug, name }: PublicAgency) => ({
  '@type': 'GovernmentOrganization' as const,
  name,
  url: absolute(origin, agencyPath(slug)),
});

const publisher = (portal: PublicPortal, origin: string) => ({
  '@type': 'GovernmentOrganization' as const,
  name: portal.name,
  url: absolute(origin, frontPath),
});

const writers = ({ credits }: Told): Exclude<Person, string>[] =>
  credits.filter(({ role, name }) => role === 'writer' && name !== '').map(({ name }) => ({ '@type': 'Person', name }));

const isJpeg = (source: PhotoSource) => source.format === 'jpeg';

/** The cover in the shapes search engines ask for; with its credit, and its terms of use where a page says them. */
function images(origin: string, { cover, agency }: Told, licence: string | undefined): Exclude<ImageObject, string>[] {
  if (cover === null || cover.withdrawn) return [];
  const sources = [...(cover.card === null ? [] : [cover.card]), ...cover.sources.filter(isJpeg)];
  return sources.map(({ key, width, height }) => {
    const url = absolute(origin, mediaPath(key));
    return {
      '@type': 'ImageObject',
      url,
      contentUrl: url,
      width: { '@type': 'QuantitativeValue', value: width, unitCode: 'E37' },
      height: { '@type': 'QuantitativeValue', value: height, unitCode: 'E37' },
      ...(cover.caption !== '' && { caption: cover.caption }),
      ...(cover.credit !== '' && { creditText: cover.credit }),
      ...(cover.origin === 'ai_made' && { digitalSourceType: madeByMachine }),
      creator: organization(origin, agency),
      copyrightNotice: agency.name,
      ...(licence !== undefined && { license: licence, acquireLicensePage: licence }),
    };
  });
}

/** IPTC's name for what a trained model made, as search engines read it. */
const madeByMachine = 'https://schema.org/TrainedAlgorithmicMediaDigitalSource';

function corrections({ publicNotes }: Told): { correction?: Exclude<CorrectionComment, string>[] } {
  const told = publicNotes.filter((note) => note.changeType === 'correction');
  if (told.length === 0) return {};
  return {
    correction: told.map(({ note, at }) => ({
      '@type': 'CorrectionComment',
      text: note,
      datePublished: at.toISOString(),
    })),
  };
}

/** Sites that copy structured data shall not pass the demo on as news. */
const demoStatus = (portal: PublicPortal) =>
  portal.isDemo ? { creativeWorkStatus: 'Contoh, bukan berita resmi' } : {};
