import { and, arrayContains, desc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import { database, type Queryable } from '#db/client.ts';
import { agencies, articles, editions, portals, redirects, sections } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { integrityBroken } from '#lib/errors.ts';
import type { PortalId } from '#lib/ids.ts';
import type { LiveRow } from './edition-record.ts';
import { agenciesById, cardsOf, soundRows } from './reader-cards.ts';
import {
  type Address,
  type AgencyPage,
  type CardPage,
  cardsPerPage,
  type FrontPage,
  lastListPage,
  type PublicPortal,
  type SectionPage,
  type SiteFrame,
  type Tombstone,
} from './reader-shapes.ts';

/**
 * What readers may see: the only definition of "public". An edition is public while it is
 * published or archived, its embargo has passed, and its row still fits its seal.
 */
export function isPublic(at: Date): SQL | undefined {
  return and(
    inArray(editions.state, ['published', 'archived']),
    or(sql`${editions.embargoUntil} is null`, sql`${editions.embargoUntil} <= ${at.toISOString()}::timestamptz`),
  );
}

/** Every portal, for the host allow-list. */
export async function allPortals(): Promise<PublicPortal[]> {
  const rows = await database().select().from(portals).orderBy(portals.id);
  return rows.map(
    ({ id, slug, name, tagline, hosts, timeZone, datelineTemplate, contactEmail, contactPhone, address, isDemo }) => ({
      ...{ id, slug, name, tagline, hosts, timeZone, datelineTemplate },
      ...{ contactEmail, contactPhone, address, isDemo },
    }),
  );
}

/** The portal that answers to a host name (without port), or null. */
export async function portalByHost(host: string): Promise<PublicPortal | null> {
  return (await allPortals()).find((portal) => portal.hosts.includes(host)) ?? null;
}

export async function portalById(id: PortalId): Promise<PublicPortal | null> {
  return (await allPortals()).find((portal) => portal.id === id) ?? null;
}

/** What header and footer need. */
export async function siteFrame(portal: PortalId): Promise<SiteFrame> {
  const [sectionRows, agencyRows] = await Promise.all([
    database()
      .select({ slug: sections.slug, name: sections.name })
      .from(sections)
      .where(and(eq(sections.portalId, portal), eq(sections.isActive, true)))
      .orderBy(sections.position, sections.name),
    database()
      .select({ slug: agencies.slug, name: agencies.name, shortName: agencies.shortName })
      .from(agencies)
      .where(and(eq(agencies.portalId, portal), eq(agencies.isActive, true)))
      .orderBy(agencies.name),
  ]);
  return { sections: sectionRows, agencies: agencyRows };
}

/**
 * What stands at `/berita/<slug>`.
 *
 * @throws integrity when the row was changed behind the application's back
 */
export async function addressOf(portal: PortalId, slug: string): Promise<Address> {
  const [held] = await liveRows(
    database(),
    and(
      eq(articles.portalId, portal),
      eq(articles.slug, slug),
      inArray(editions.state, ['published', 'archived', 'retracted']),
    ),
    1,
  );
  if (held !== undefined) {
    await requireSound(held);
    if (held.edition.state === 'retracted') return { kind: 'gone' };
    const isEmbargoed = held.edition.embargoUntil !== null && held.edition.embargoUntil > now();
    return isEmbargoed ? { kind: 'unknown' } : { kind: 'live' };
  }
  const [moved] = await database()
    .select({ slug: articles.slug })
    .from(redirects)
    .innerJoin(articles, eq(articles.id, redirects.articleId))
    .where(and(eq(redirects.portalId, portal), eq(redirects.oldSlug, slug)));
  return moved?.slug ? { kind: 'moved', slug: moved.slug } : { kind: 'unknown' };
}

async function requireSound(row: LiveRow): Promise<void> {
  const [sound] = await soundRows(database(), [row]);
  if (sound === undefined) throw integrityBroken(`card of ${row.edition.id}`);
}

/** What is told of a retracted article; null when nothing stands retracted there. */
export async function tombstone(portal: PortalId, slug: string): Promise<Tombstone | null> {
  const [row] = await liveRows(
    database(),
    and(eq(articles.portalId, portal), eq(articles.slug, slug), eq(editions.state, 'retracted')),
    1,
  );
  if (row === undefined || row.edition.retractedAt === null) return null;
  await requireSound(row);
  const agency = (await agenciesById(database(), [row.article.agencyId])).get(row.article.agencyId);
  if (agency === undefined) return null;
  return {
    title: row.edition.retractHidesTitle ? null : row.edition.title,
    retractedAt: row.edition.retractedAt,
    reason: row.edition.retractReason ?? '',
    agency,
  };
}

/** Rows of live editions, newest first; the caller says which. */
export function liveRows(
  queryable: Queryable,
  where: SQL | undefined,
  limit: number,
  offset = 0,
  first?: SQL,
): Promise<LiveRow[]> {
  const newest = desc(articles.firstPublishedAt);
  return queryable
    .select({ edition: editions, article: articles })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(where)
    .orderBy(...(first === undefined ? [newest] : [first, newest]))
    .limit(limit)
    .offset(offset);
}

const seconds = 2;
const riverLength = 18;

/** The front page: pinned items first, then by freshness. Archived items and lasting pages are not on it. */
export async function frontPage(portal: PortalId): Promise<FrontPage> {
  const at = now();
  const shown = and(
    eq(articles.portalId, portal),
    isPublic(at),
    eq(editions.state, 'published'),
    ne(editions.kind, 'page'),
  );
  const pinnedFirst = sql`coalesce(${editions.pinnedUntil} > ${at.toISOString()}::timestamptz, false) desc`;
  const cards = await cardsOf(database(), await liveRows(database(), shown, 1 + seconds + riverLength, 0, pinnedFirst));
  const frame = await siteFrame(portal);
  return {
    lead: cards[0] ?? null,
    seconds: cards.slice(1, 1 + seconds),
    river: cards.slice(1 + seconds),
    agencies: frame.agencies,
  };
}

/** When the front page next changes by itself: the end of a pin, or null. */
export async function frontPageHoldsUntil(portal: PortalId): Promise<Date | null> {
  const at = now();
  const [row] = await database()
    .select({ until: sql<string | null>`min(${editions.pinnedUntil})` })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(
      and(eq(articles.portalId, portal), isPublic(at), sql`${editions.pinnedUntil} > ${at.toISOString()}::timestamptz`),
    );
  return row?.until ? new Date(row.until) : null;
}

async function cardPage(where: SQL | undefined, page: number): Promise<CardPage | null> {
  const [count] = await database()
    .select({ total: sql<number>`count(*)::int` })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(where);
  const total = count?.total ?? 0;
  const pages = Math.min(lastListPage, Math.max(1, Math.ceil(total / cardsPerPage)));
  if (page < 1 || page > pages) return null;
  const rows = await liveRows(database(), where, cardsPerPage, (page - 1) * cardsPerPage);
  return { cards: await cardsOf(database(), rows), page, pages, total };
}

/** What an agency published, alone or with others; null for an unknown agency or a page that is not there. */
export async function agencyPage(portal: PortalId, slug: string, page: number): Promise<AgencyPage | null> {
  const [agency] = await database()
    .select()
    .from(agencies)
    .where(and(eq(agencies.portalId, portal), eq(agencies.slug, slug)));
  if (agency === undefined) return null;
  const isOfAgency = or(eq(articles.agencyId, agency.id), arrayContains(editions.jointAgencyIds, [agency.id]));
  const list = await cardPage(
    and(eq(articles.portalId, portal), isPublic(now()), ne(editions.kind, 'page'), isOfAgency),
    page,
  );
  if (list === null) return null;
  const { name, shortName, headName, headTitle, address, phone, email } = agency;
  return { ...list, agency: { slug, name, shortName, headName, headTitle, address, phone, email } };
}

/** What stands in a section; null for an unknown section or a page that is not there. */
export async function sectionPage(portal: PortalId, slug: string, page: number): Promise<SectionPage | null> {
  const [section] = await database()
    .select()
    .from(sections)
    .where(and(eq(sections.portalId, portal), eq(sections.slug, slug)));
  if (section === undefined) return null;
  const list = await cardPage(
    and(eq(articles.portalId, portal), isPublic(now()), ne(editions.kind, 'page'), eq(editions.sectionId, section.id)),
    page,
  );
  return list === null ? null : { ...list, section: { slug, name: section.name } };
}
