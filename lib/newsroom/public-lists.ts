import { and, eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import type { ArticleKind } from '#db/schema/enums.ts';
import { agencies, sections, topics } from '#db/schema/index.ts';
import type { AgencyId, PortalId } from '#lib/ids.ts';
import type { Span } from '#lib/time-span.ts';
import type { CardRow } from './edition-record.ts';
import { articlesIn, countIn, lists } from './listing.ts';
import { cardRowsOf, cardsFor } from './public.ts';
import { articlePage } from './public-article.ts';
import { cardsOf } from './reader-cards.ts';
import {
  type AgencyPage,
  type CardPage,
  cardsPerPage,
  type DocumentPage,
  lastListPage,
  type PublicArticle,
  type PublicCard,
  type PublicSection,
  type SectionPage,
  type TopicPage,
} from './reader-shapes.ts';

/** The newest of a list. */
export async function cardsIn(portal: PortalId, list: string, limit: number): Promise<PublicCard[]> {
  return cardsFor(await articlesIn(database(), portal, list, { limit }));
}

/** One page of a list; null for a page that is not there. */
export async function listPage(portal: PortalId, list: string, page: number, span?: Span): Promise<CardPage | null> {
  const read = await rowsOfPage(portal, list, page, span);
  return read === null ? null : { ...read.paging, cards: await cardsOf(database(), read.rows) };
}

/** What can be paged through; counting ends there, so that a list of a million takes no longer. */
const mostCounted = lastListPage * cardsPerPage;

type Paging = Omit<CardPage, 'cards'>;

async function rowsOfPage(
  portal: PortalId,
  list: string,
  page: number,
  span?: Span,
): Promise<{ paging: Paging; rows: CardRow[] } | null> {
  const counted = await countIn(portal, list, mostCounted + 1, span);
  const pages = Math.min(lastListPage, Math.max(1, Math.ceil(counted / cardsPerPage)));
  if (page < 1 || page > pages) return null;
  const offset = (page - 1) * cardsPerPage;
  const ids = await articlesIn(database(), portal, list, { limit: cardsPerPage, offset, ...(span && { span }) });
  const isMore = counted > mostCounted;
  return {
    paging: { page, pages, total: isMore ? mostCounted : counted, isMore },
    rows: await cardRowsOf(database(), ids),
  };
}

/** What an agency published, alone or with others; null for an unknown agency or a page that is not there. */
export async function agencyPage(portal: PortalId, slug: string, page: number): Promise<AgencyPage | null> {
  const agency = await agencyBySlug(portal, slug);
  if (agency === undefined) return null;
  const list = await listPage(portal, lists.agency(agency.id), page);
  if (list === null) return null;
  const { id, name, shortName, headName, headTitle, address, phone, email } = agency;
  const isFirst = page === 1;
  const [profile, releases, documents] = await Promise.all([
    isFirst ? profileOf(portal, id) : null,
    isFirst ? cardsIn(portal, lists.agencyKind(id, 'press_release'), releasesShown) : [],
    countIn(portal, lists.agencyDocuments(id), 1),
  ]);
  const contact = { slug, name, shortName, headName, headTitle, address, phone, email };
  return { ...list, agency: contact, profile, releases, hasDocuments: documents > 0 };
}

const releasesShown = 4;

/** The signed page in which an agency says what it is there for. */
async function profileOf(portal: PortalId, id: AgencyId): Promise<PublicCard | null> {
  const pages = await cardsIn(portal, lists.agencyKind(id, 'page'), 5);
  return pages.find((page) => page.details.pageRole === 'agency_profile') ?? null;
}

async function agencyBySlug(portal: PortalId, slug: string) {
  const [agency] = await database()
    .select()
    .from(agencies)
    .where(and(eq(agencies.portalId, portal), eq(agencies.slug, slug)));
  return agency;
}

/** Articles of an agency that bring documents. */
export async function agencyDocuments(portal: PortalId, slug: string, page: number): Promise<DocumentPage | null> {
  const agency = await agencyBySlug(portal, slug);
  const list = agency === undefined ? null : await listPage(portal, lists.agencyDocuments(agency.id), page);
  if (agency === undefined || list === null) return null;
  const { name, shortName } = agency;
  return { ...list, agency: { slug, name, shortName } };
}

/** What stands in a section; null for an unknown section or a page that is not there. */
export async function sectionPage(portal: PortalId, slug: string, page: number): Promise<SectionPage | null> {
  const [section] = await database()
    .select()
    .from(sections)
    .where(and(eq(sections.portalId, portal), eq(sections.slug, slug)));
  const list = section === undefined ? null : await listPage(portal, lists.section(section.id), page);
  return section === undefined || list === null ? null : { ...list, section: { slug, name: section.name } };
}

/** A topic: what the editors say of it, and what was written; null for an unknown one or a page that is not there. */
export async function topicPage(portal: PortalId, slug: string, page: number): Promise<TopicPage | null> {
  const [topic] = await database()
    .select()
    .from(topics)
    .where(and(eq(topics.portalId, portal), eq(topics.slug, slug)));
  if (topic === undefined) return null;
  const list = await listPage(portal, lists.topic(topic.id), page);
  if (list === null) return null;
  const [introduced] = page === 1 ? await cardsIn(portal, lists.topicIntroduction(topic.id), 1) : [];
  const introduction: PublicArticle | null = introduced ? await articlePage(portal, introduced.slug) : null;
  return { ...list, topic: { slug, name: topic.name }, introduction };
}

/** Topics that something was written about, by name. */
export async function topicDirectory(portal: PortalId): Promise<PublicSection[]> {
  const rows = await database()
    .select({ id: topics.id, slug: topics.slug, name: topics.name })
    .from(topics)
    .where(eq(topics.portalId, portal))
    .orderBy(topics.name);
  const used = await Promise.all(rows.map(({ id }) => countIn(portal, lists.topic(id), 1)));
  return rows.filter((_, index) => used[index] === 1).map(({ slug, name }) => ({ slug, name }));
}

/** Everything of one kind. */
export function kindPage(portal: PortalId, kind: ArticleKind, page: number): Promise<CardPage | null> {
  return listPage(portal, lists.kind(kind), page);
}
