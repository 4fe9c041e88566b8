import { and, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { database, type Queryable, type Transaction } from '#db/client.ts';
import { type ArticleKind, articleKinds } from '#db/schema/enums.ts';
import { articles, editions, listed } from '#db/schema/index.ts';
import type { AgencyId, ArticleId, PortalId, SectionId, TopicId } from '#lib/ids.ts';
import { linkedArticlesOf } from '#lib/richtext/document.ts';
import { plainText } from '#lib/richtext/plain-text.ts';
import { dropEntry, type SearchEntry, writeEntry } from '#lib/search/entries.ts';
import type { Span } from '#lib/time-span.ts';
import type { LiveRow } from './edition-record.ts';
import type { PageRole } from './kind-details.ts';
import { documentIdsOf } from './readiness.ts';

/** The lists of the site. A name says which; `listed` holds who stands in it and when. */
export const lists = {
  /** Every article; no lasting pages, banners or events. */
  all: 'all',
  /** Kinds without a strip of their own on the front page. */
  river: 'river',
  /** Ordered by the end of the pin. */
  pinned: 'pinned',
  kind: (kind: ArticleKind) => `kind:${kind}`,
  section: (id: SectionId) => `section:${id}`,
  agency: (id: AgencyId) => `agency:${id}`,
  agencyKind: (id: AgencyId, kind: ArticleKind) => `agency:${id}:${kind}`,
  /** Articles that bring a document, attached or in their words. */
  documents: 'documents',
  agencyDocuments: (id: AgencyId) => `agency:${id}:documents`,
  topic: (id: TopicId) => `topic:${id}`,
  pageRole: (role: PageRole) => `page:${role}`,
  /** Articles whose words name another one: their pages change with it. */
  naming: (id: ArticleId) => `naming:${id}`,
  topicIntroduction: (id: TopicId) => `topic:${id}:introduction`,
} as const;

/** Kinds that stand apart: they are never among the news of any list. */
const apart: readonly ArticleKind[] = ['page', 'banner', 'agenda_event'];
export const newsKinds: readonly ArticleKind[] = articleKinds.filter((kind) => !apart.includes(kind));

/** Kinds that the front page shows in strips. */
const inStrips: readonly ArticleKind[] = ['hoax_clarification', 'press_release', 'announcement', 'gallery'];

/** The lists an article stands in while it is live. */
function listsOf({ edition, article }: LiveRow): string[] {
  const { kind, sectionId, topicIds, details } = edition;
  const agencyIds = [...new Set([article.agencyId, ...edition.jointAgencyIds])];
  const hasDocuments = documentIdsOf(edition).length > 0;
  const own = [
    lists.kind(kind),
    ...agencyIds.map((id) => lists.agencyKind(id, kind)),
    ...(hasDocuments ? [lists.documents] : []),
    ...linkedArticlesOf(edition.body).map(lists.naming),
  ];
  if (kind === 'page') {
    const role = details.pageRole ?? 'other';
    const introduces = role === 'topic_introduction' ? topicIds.map(lists.topicIntroduction) : [];
    return [...own, lists.pageRole(role), ...introduces];
  }
  if (apart.includes(kind)) return own;
  return [
    ...own,
    lists.all,
    ...(inStrips.includes(kind) ? [] : [lists.river]),
    ...(sectionId === null ? [] : [lists.section(sectionId)]),
    ...agencyIds.map(lists.agency),
    ...(hasDocuments ? agencyIds.map(lists.agencyDocuments) : []),
    ...topicIds.map(lists.topic),
  ];
}

/**
 * Puts an article into the lists and the search as its live edition says, or out of them when
 * readers may not find it there. Inside the transaction that changes what readers see.
 */
export async function refreshListing(tx: Transaction, articleId: ArticleId): Promise<void> {
  await tx.delete(listed).where(eq(listed.articleId, articleId));
  const [row] = await tx
    .select({ edition: editions, article: articles })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(and(eq(articles.id, articleId), inArray(editions.state, ['published', 'archived'])));
  const places = row === undefined ? [] : placesOf(row);
  if (row === undefined || places.length === 0) return dropEntry(tx, articleId);
  await tx.insert(listed).values(places);
  const entry = entryOf(row);
  if (entry === null) await dropEntry(tx, articleId);
  else await writeEntry(tx, entry);
}

/** Where an article stands in the lists while it is live; nowhere while it has no time yet. */
export function placesOf(row: LiveRow): (typeof listed.$inferInsert)[] {
  const at = listingTime(row);
  if (at === null) return [];
  const { portalId, id: articleId } = row.article;
  const { pinnedUntil, kind } = row.edition;
  const isPinned = pinnedUntil !== null && !apart.includes(kind);
  return [
    ...listsOf(row).map((list) => ({ portalId, list, at, articleId })),
    ...(isPinned ? [{ portalId, list: lists.pinned, at: pinnedUntil, articleId }] : []),
  ];
}

/**
 * What the search takes of a live article; null for what is not found. What is not current stays
 * to be found; a page or an event is found as well, a banner is not.
 */
export function entryOf({ edition, article }: LiveRow): SearchEntry | null {
  const at = article.firstPublishedAt;
  if (edition.kind === 'banner' || at === null) return null;
  return {
    articleId: article.id,
    portalId: article.portalId,
    kind: edition.kind,
    sectionId: edition.sectionId,
    agencyIds: [...new Set([article.agencyId, ...edition.jointAgencyIds])],
    regencyCodes: edition.regencyCodes,
    at,
    title: edition.title,
    lead: edition.lead,
    body: plainText(edition.body),
  };
}

/** First publication; the beginning of the event in the agenda. Null for what has no time yet. */
function listingTime({ edition, article }: LiveRow): Date | null {
  const { startsAt } = edition.details;
  return edition.kind === 'agenda_event' && startsAt !== undefined ? new Date(startsAt) : article.firstPublishedAt;
}

function inList(portal: PortalId, list: string, span?: Span): SQL | undefined {
  return and(
    eq(listed.portalId, portal),
    eq(listed.list, list),
    ...(span === undefined ? [] : [gte(listed.at, span.from), lt(listed.at, span.to)]),
  );
}

/** Which part of a list; `isSoonestFirst` walks it from the past on. */
type Walk = { limit: number; offset?: number; span?: Span; isSoonestFirst?: boolean };

/** Articles of a list, newest first. */
export async function articlesIn(
  queryable: Queryable,
  portal: PortalId,
  list: string,
  { limit, offset = 0, span, isSoonestFirst = false }: Walk,
): Promise<ArticleId[]> {
  const rows = await queryable
    .select({ id: listed.articleId })
    .from(listed)
    .where(inList(portal, list, span))
    .orderBy(...(isSoonestFirst ? [listed.at, listed.articleId] : [desc(listed.at), desc(listed.articleId)]))
    .limit(limit)
    .offset(offset);
  return rows.map((row) => row.id);
}

/** How many articles a list has, counted up to `most`: nobody pages further, and counting all of a million takes time. */
export async function countIn(portal: PortalId, list: string, most: number, span?: Span): Promise<number> {
  const some = database()
    .select({ id: listed.articleId })
    .from(listed)
    .where(inList(portal, list, span))
    .limit(most);
  const [row] = await database().select({ total: sql<number>`count(*)::int` }).from(some.as('some'));
  return row?.total ?? 0;
}
