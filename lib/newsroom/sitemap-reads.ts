import { and, asc, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { agencies, articles, editions, listed, sections } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { PortalId } from '#lib/ids.ts';
import {
  agenciesPath,
  agencyPath,
  amendmentsPath,
  archivePath,
  articlePath,
  frontPath,
  integrityPath,
  kindPaths,
  lastingPagePath,
  listedKinds,
  sectionPath,
  topicPath,
  topicsPath,
} from '#lib/urls.ts';
import { byPublication } from './edition-record.ts';
import { articlesIn, lists } from './listing.ts';
import { cardsFor, isPublic } from './public.ts';
import { cardsIn, topicDirectory } from './public-lists.ts';
import type { PublicCard } from './reader-shapes.ts';

/** An address of the site, and when its words last changed; null where nobody counts that. */
export type SiteAddress = { path: string; changedAt: Date | null };

/** How many articles a month (`2026-01`, UTC) brought, and when one of them last changed. */
export type SitemapMonth = { month: string; articles: number; changedAt: Date };

/**
 * The months in which articles were first published, oldest first. From month to month along the
 * key of the list, since there may be a million: grouping them all would sort them on disk.
 */
export async function sitemapMonths(portal: PortalId): Promise<SitemapMonth[]> {
  const rows = await database().execute<{ month: string; articles: number; newest: string }>(sql`
    with recursive months as (
      select (select ${monthOf(listed.at)} from ${listed} where ${inAll(portal)} order by ${listed.at} limit 1) as month
      union all
      select (
        select ${monthOf(listed.at)} from ${listed}
        where ${inAll(portal)} and ${listed.at} >= months.month + interval '1 month'
        order by ${listed.at} limit 1
      )
      from months where months.month is not null
    )
    select to_char(month at time zone 'UTC', 'YYYY-MM') as month, within.articles, within.newest
    from months cross join lateral (
      select count(*)::int as articles, max(${listed.at}) as newest from ${listed}
      where ${inAll(portal)} and ${listed.at} >= months.month and ${listed.at} < months.month + interval '1 month'
    ) as within
    where month is not null
    order by months.month`);
  const changes = await recentChanges(portal);
  return rows.map(({ month: name, articles: total, newest }) => {
    const first = new Date(newest);
    const changed = changes.get(name);
    return { month: name, articles: total, changedAt: changed !== undefined && changed > first ? changed : first };
  });
}

/** The beginning of a month as a moment, whatever zone the session is in. */
const monthOf = (at: typeof listed.at) => sql`date_trunc('month', ${at}, 'UTC')`;

const changesLookedAt = 2_000;

/**
 * When the words of articles of a month last changed, among the newest changes: whoever comes
 * by at least that often misses none, and nobody walks through a million editions.
 */
async function recentChanges(portal: PortalId): Promise<Map<string, Date>> {
  const newest = database()
    .select({
      firstPublishedAt: articles.firstPublishedAt,
      publishedAt: editions.publishedAt,
      number: editions.number,
      changeType: editions.changeType,
    })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(and(eq(articles.portalId, portal), inArray(editions.state, ['published', 'archived'])))
    .orderBy(byPublication)
    .limit(changesLookedAt);
  const changed = new Map<string, Date>();
  for (const { firstPublishedAt, ...edition } of await newest) {
    const at = wordsChangedAt(edition);
    if (firstPublishedAt === null || at === null) continue;
    const month = firstPublishedAt.toISOString().slice(0, 'YYYY-MM'.length);
    if (!changed.has(month)) changed.set(month, at);
  }
  return changed;
}

type Change = Pick<typeof editions.$inferSelect, 'number' | 'changeType' | 'publishedAt'>;

/** When an edition changed what readers are told; null for a first one and for what is minor. */
function wordsChangedAt({ number, changeType, publishedAt }: Change): Date | null {
  return number > 1 && changeType !== null && changeType !== 'minor' ? publishedAt : null;
}

/**
 * The addresses of one part of a month, oldest first: what is published later comes behind, and
 * former parts stay as they are.
 *
 * @param month `2026-01`
 * @param part counted from 1
 */
export async function sitemapPart(
  portal: PortalId,
  month: string,
  part: number,
  length: number,
): Promise<SiteAddress[]> {
  const from = new Date(`${month}-01T00:00:00Z`);
  const to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1));
  const places = database()
    .select({ at: listed.at, articleId: listed.articleId })
    .from(listed)
    .where(and(inAll(portal), gte(listed.at, from), lt(listed.at, to)))
    .orderBy(asc(listed.at), asc(listed.articleId))
    .limit(length)
    .offset((part - 1) * length)
    .as('places');
  const rows = await database()
    .select({
      at: places.at,
      slug: articles.slug,
      number: editions.number,
      changeType: editions.changeType,
      publishedAt: editions.publishedAt,
    })
    .from(places)
    .innerJoin(articles, eq(articles.id, places.articleId))
    .innerJoin(editions, eq(editions.articleId, places.articleId))
    .where(isPublic(now()))
    .orderBy(asc(places.at), asc(places.articleId));
  return rows.flatMap(({ at, slug, ...edition }) =>
    slug === null ? [] : [{ path: articlePath(slug), changedAt: wordsChangedAt(edition) ?? at }],
  );
}

/** Lists and pages that every portal has. */
export const fixedPaths: readonly string[] = [
  frontPath,
  ...listedKinds.map((kind) => kindPaths[kind]),
  agenciesPath,
  topicsPath,
  archivePath,
  amendmentsPath,
  integrityPath,
];

/** Events and lasting pages are few; this is where a list of them ends nonetheless. */
const mostPages = 2_000;

/** Lists that have something in them, lasting pages and events. */
export async function lastingAddresses(portal: PortalId): Promise<SiteAddress[]> {
  const [sectionRows, agencyRows, topics, pages, events] = await Promise.all([
    database()
      .select({ slug: sections.slug })
      .from(sections)
      .where(and(eq(sections.portalId, portal), eq(sections.isActive, true)))
      .orderBy(sections.position, sections.name),
    database()
      .select({ slug: agencies.slug })
      .from(agencies)
      .where(and(eq(agencies.portalId, portal), eq(agencies.isActive, true)))
      .orderBy(agencies.name),
    topicDirectory(portal),
    cardsIn(portal, lists.kind('page'), mostPages),
    cardsIn(portal, lists.kind('agenda_event'), mostPages),
  ]);
  const unchanged = (path: string): SiteAddress => ({ path, changedAt: null });
  return [
    ...sectionRows.map(({ slug }) => unchanged(sectionPath(slug))),
    ...agencyRows.map(({ slug }) => unchanged(agencyPath(slug))),
    ...topics.map(({ slug }) => unchanged(topicPath(slug))),
    ...pages.map(({ slug, publishedAt }) => ({ path: lastingPagePath(slug), changedAt: publishedAt })),
    ...events.map(({ slug, publishedAt }) => ({ path: articlePath(slug), changedAt: publishedAt })),
  ];
}

/** Articles first published since then, newest first. */
export async function articlesSince(portal: PortalId, since: Date, limit: number): Promise<PublicCard[]> {
  const span = { from: since, to: new Date(now().getTime() + 1) };
  return cardsFor(await articlesIn(database(), portal, lists.all, { limit, span }));
}

const inAll = (portal: PortalId) => and(eq(listed.portalId, portal), eq(listed.list, lists.all));
