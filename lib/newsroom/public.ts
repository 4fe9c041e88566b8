import { and, desc, eq, getTableColumns, inArray, or, type SQL, sql } from 'drizzle-orm';
import { database, type Queryable } from '#db/client.ts';
import { articles, editions, portals } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { ArticleId, PortalId } from '#lib/ids.ts';
import type { CardRow, LiveRow } from './edition-record.ts';
import { cardsOf } from './reader-cards.ts';
import type { PublicCard, PublicPortal } from './reader-shapes.ts';

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

/** Every portal, the default one first. */
export async function allPortals(): Promise<PublicPortal[]> {
  const rows = await database().select().from(portals).orderBy(portals.id);
  return rows.map(
    (
      { id, slug, name, tagline, hosts, timeZone, datelineTemplate, contactEmail, contactPhone, address, isDemo },
      index,
    ) => ({
      ...{ id, slug, name, tagline, hosts, timeZone, datelineTemplate },
      ...{ contactEmail, contactPhone, address, isDemo, isDefault: index === 0 },
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

/** The public ones among these articles, in the order given. */
export async function liveRowsOf(queryable: Queryable, ids: readonly ArticleId[]): Promise<LiveRow[]> {
  if (ids.length === 0) return [];
  const rows = await queryable
    .select({ edition: editions, article: articles })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(and(inArray(articles.id, [...ids]), isPublic(now())));
  return ids.flatMap((id) => rows.filter((row) => row.article.id === id));
}

const { body: _body, summary: _summary, credits: _credits, sources: _sources, ...rest } = getTableColumns(editions);
const { attachments: _attachments, ...cardColumns } = rest;

/** The same without the long words, which a list of thirty would read for nothing. */
export async function cardRowsOf(queryable: Queryable, ids: readonly ArticleId[]): Promise<CardRow[]> {
  if (ids.length === 0) return [];
  const rows = await queryable
    .select({ edition: cardColumns, article: articles })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(and(inArray(articles.id, [...ids]), isPublic(now())));
  return ids.flatMap((id) => rows.filter((row) => row.article.id === id));
}

/** The cards of these articles, as far as they are public, in the order given. */
export async function cardsFor(ids: readonly ArticleId[]): Promise<PublicCard[]> {
  return cardsOf(database(), await cardRowsOf(database(), ids));
}
