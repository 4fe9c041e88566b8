import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  not,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { z } from 'zod';
import { database, type Queryable } from '#db/client.ts';
import { assetKinds, liveStates, photoOrigins, workingStates } from '#db/schema/enums.ts';
import { agencies, articles, assets, editionAssets, editions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { notFound } from '#lib/errors.ts';
import { type AgencyId, type AssetId, agencyId, assetId } from '#lib/ids.ts';
import { keptFrom } from '#lib/media/confidence.ts';
import { photosFor } from '#lib/media/reads.ts';
import { documentKey } from '#lib/media/storage.ts';
import { portalOf } from '#lib/newsroom/newsroom-portal.ts';
import type { PublicPortal } from '#lib/newsroom/reader-shapes.ts';
import { dayIn } from '#lib/time-zone.ts';
import { newsroomMediaPath } from '#lib/urls.ts';
import type { LibraryItem, LibraryPage } from './library-shapes.ts';
import { dayAfter, expiringDays, rightsStateOn } from './rights.ts';

/** Items on one page of the library. */
export const libraryPageSize = 24;

const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/** What the library is asked for, from an address: what cannot be read is left out. */
export const libraryQuery = z.object({
  text: z.string().max(200).catch(''),
  agency: optional(agencyId),
  kind: optional(z.enum(assetKinds)),
  year: optional(z.coerce.number().int().min(1900).max(2200)),
  use: optional(z.enum(['used', 'unused'])),
  rights: optional(z.enum(['expiring', 'expired', 'expired_live'])),
  origin: optional(z.enum(photoOrigins)),
  child: optional(z.literal('ya')),
  shared: optional(z.literal('ya')),
  after: optional(assetId),
});
export type LibraryQuery = z.output<typeof libraryQuery>;

/**
 * The photos and documents this person may use, newest first: those of their agencies and the
 * shared ones; the desk and the auditor see all of the portal.
 *
 * @throws notFound for somebody without a portal
 */
export async function libraryPage(actor: Actor, query: LibraryQuery): Promise<LibraryPage> {
  const portal = await libraryPortal(actor);
  const today = dayIn(now(), portal.timeZone);
  const rows = await database()
    .select(itemColumns)
    .from(assets)
    .innerJoin(agencies, eq(agencies.id, assets.agencyId))
    .where(and(visibleTo(actor, portal), ...conditions(query, portal, today)))
    .orderBy(desc(assets.id))
    .limit(libraryPageSize + 1);
  const shown = rows.slice(0, libraryPageSize);
  const last = rows.length > libraryPageSize ? shown.at(-1) : undefined;
  return { items: await libraryItems(database(), shown, today), next: last?.assetId ?? null };
}

/** The agencies whose photos this person finds in the library, for the filter. */
export async function libraryAgencies(actor: Actor): Promise<{ id: AgencyId; name: string }[]> {
  const portal = await libraryPortal(actor);
  const own = agenciesOf(actor, portal);
  return database()
    .select({ id: agencies.id, name: agencies.shortName })
    .from(agencies)
    .where(
      and(eq(agencies.portalId, portal.id), seesAll(actor, portal) ? undefined : inArray(agencies.id, [...own, none])),
    )
    .orderBy(asc(agencies.shortName));
}

/** The agencies for which this person may upload: their own, for the desk every active one. */
export async function uploadAgencies(actor: Actor): Promise<{ id: AgencyId; name: string }[]> {
  const portal = await libraryPortal(actor);
  const isOfDesk = actor.roles.some(
    ({ role, portalId }) => portalId === portal.id && (role === 'editor' || role === 'managing_editor'),
  );
  const writes = actor.roles.flatMap(({ role, agencyId: agency }) =>
    agency !== null && (role === 'contributor' || role === 'verifier') ? [agency] : [],
  );
  return database()
    .select({ id: agencies.id, name: agencies.shortName })
    .from(agencies)
    .where(
      and(
        eq(agencies.portalId, portal.id),
        eq(agencies.isActive, true),
        isOfDesk ? undefined : inArray(agencies.id, [...writes, none]),
      ),
    )
    .orderBy(asc(agencies.shortName));
}

/** Photos whose right has ended and that readers still see; 0 for everyone but those who see all of the portal. */
export async function expiredInUse(actor: Actor): Promise<number> {
  const portal = await libraryPortal(actor);
  if (!seesAll(actor, portal)) return 0;
  const [found] = await database()
    .select({ photos: count() })
    .from(assets)
    .where(
      and(
        visibleTo(actor, portal),
        ...conditions({ text: '', rights: 'expired_live' }, portal, dayIn(now(), portal.timeZone)),
      ),
    );
  return found?.photos ?? 0;
}

/**
 * The portal whose library a person uses.
 *
 * @throws notFound for somebody without a role that brings one
 */
export async function libraryPortal(actor: Actor): Promise<PublicPortal> {
  const portal = await portalOf(actor);
  if (portal === null || !(seesAll(actor, portal) || agenciesOf(actor, portal).length > 0)) throw notFound('library');
  return portal;
}

export const itemColumns = {
  assetId: assets.id,
  assetHash: assets.hash,
  kind: assets.kind,
  fileName: assets.fileName,
  agencyName: agencies.shortName,
  state: assets.state,
  failure: assets.failure,
  withdrawnAt: assets.withdrawnAt,
  width: assets.width,
  height: assets.height,
  bytes: assets.bytes,
  alt: assets.alt,
  caption: assets.caption,
  credit: assets.credit,
  origin: assets.origin,
  showsChild: assets.showsChild,
  hasConsent: assets.hasConsent,
  rightsUntil: assets.rightsUntil,
  sharedAt: assets.sharedAt,
  focalX: assets.focalX,
  focalY: assets.focalY,
  version: assets.version,
};

type ItemRow = Omit<LibraryItem, 'state' | 'source' | 'rights' | 'isShared' | 'uses' | 'focal'> & {
  state: 'processing' | 'ready' | 'failed';
  withdrawnAt: Date | null;
  sharedAt: Date | null;
  focalX: number;
  focalY: number;
};

/** Rows as the screens show them, with a small picture and the number of articles that name each. */
export async function libraryItems(
  queryable: Queryable,
  rows: readonly ItemRow[],
  today: string,
): Promise<LibraryItem[]> {
  const ids = rows.map(({ assetId: id }) => id);
  const [photos, uses] = await Promise.all([photosFor(queryable, ids), usesOf(queryable, ids)]);
  return rows.map(({ withdrawnAt, sharedAt, focalX, focalY, ...row }) => {
    const thumbnails = photos
      .get(row.assetId)
      ?.renditions.filter(({ shape, format }) => shape === 'full' && format === 'webp');
    const small = thumbnails?.find(({ width }) => width >= 320) ?? thumbnails?.at(-1);
    const key = row.kind === 'document' ? documentKey(row.assetHash) : small?.key;
    return {
      ...row,
      state: withdrawnAt === null ? row.state : 'withdrawn',
      source: key === undefined ? null : newsroomMediaPath(key),
      rights: rightsStateOn(row.rightsUntil, today),
      isShared: sharedAt !== null,
      uses: uses.get(row.assetId) ?? 0,
      focal: { x: focalX, y: focalY },
    };
  });
}

/** Editions in work or live. */
export const inUse = sql`(${inArray(editions.state, [...liveStates])} or (${inArray(editions.state, [...workingStates])}
  and not exists (select 1 from ${articles} where ${articles.id} = ${editions.articleId} and ${articles.isConfidential})))`;

async function usesOf(queryable: Queryable, ids: readonly AssetId[]): Promise<Map<AssetId, number>> {
  if (ids.length === 0) return new Map();
  const rows = await queryable
    .select({ id: editionAssets.assetId, articles: sql<number>`count(distinct ${editions.articleId})::int` })
    .from(editionAssets)
    .innerJoin(editions, eq(editions.id, editionAssets.editionId))
    .where(and(inArray(editionAssets.assetId, [...ids]), inUse))
    .groupBy(editionAssets.assetId);
  return new Map(rows.map(({ id, articles }) => [id, articles]));
}

// An empty list of ids is no list to PostgreSQL; this one names nothing.
const none = agencyId.parse('00000000-0000-7000-8000-000000000000');

function seesAll(actor: Actor, portal: PublicPortal): boolean {
  return actor.roles.some(
    ({ role, portalId }) =>
      portalId === portal.id && (role === 'editor' || role === 'managing_editor' || role === 'auditor'),
  );
}

function agenciesOf(actor: Actor, portal: PublicPortal): AgencyId[] {
  return actor.roles.flatMap(({ portalId, agencyId: agency }) =>
    portalId === portal.id && agency !== null ? [agency] : [],
  );
}

/** `maySeeAsset` as a condition; what could not be decoded, and what was purged, is no part of the library. */
function visibleTo(actor: Actor, portal: PublicPortal): SQL | undefined {
  const ofPortal = and(eq(assets.portalId, portal.id), ne(assets.state, 'failed'));
  if (seesAll(actor, portal)) return and(ofPortal, not(keptFrom(actor)));
  const own = agenciesOf(actor, portal);
  return and(
    ofPortal,
    not(keptFrom(actor)),
    or(inArray(assets.agencyId, [...own, none]), isNotNull(assets.sharedAt), eq(assets.uploadedBy, actor.userId)),
  );
}

function conditions(query: LibraryQuery, portal: PublicPortal, today: string): (SQL | undefined)[] {
  return [
    query.after === undefined ? undefined : lt(assets.id, query.after),
    query.agency === undefined ? undefined : eq(assets.agencyId, query.agency),
    query.kind === undefined ? undefined : eq(assets.kind, query.kind),
    query.year === undefined
      ? undefined
      : sql`extract(year from coalesce(${assets.takenOn}, (${assets.uploadedAt} at time zone ${portal.timeZone})::date)) = ${query.year}`,
    query.origin === undefined ? undefined : eq(assets.origin, query.origin),
    query.child === undefined ? undefined : eq(assets.showsChild, true),
    query.shared === undefined ? undefined : isNotNull(assets.sharedAt),
    query.use === undefined ? undefined : query.use === 'used' ? isUsed : sql`not ${isUsed}`,
    ...rightsConditions(query.rights, today),
    wordsCondition(query.text, portal),
  ];
}

const isUsed = sql`exists (
  select 1 from ${editionAssets} inner join ${editions} on ${editions.id} = ${editionAssets.editionId}
  where ${editionAssets.assetId} = ${assets.id} and ${inUse})`;

const isSeenByReaders = sql`exists (
  select 1 from ${editionAssets} inner join ${editions} on ${editions.id} = ${editionAssets.editionId}
  where ${editionAssets.assetId} = ${assets.id} and ${inArray(editions.state, ['published', 'archived'])})`;

function rightsConditions(rights: LibraryQuery['rights'], today: string): (SQL | undefined)[] {
  switch (rights) {
    case 'expired':
      return [lt(assets.rightsUntil, today)];
    case 'expired_live':
      return [lt(assets.rightsUntil, today), isNull(assets.withdrawnAt), isSeenByReaders];
    case 'expiring':
      return [gte(assets.rightsUntil, today), lte(assets.rightsUntil, dayAfter(today, expiringDays))];
    default:
      return [];
  }
}

const mostWords = 8;

/**
 * Every word, or its beginning, in name, caption, credit or place. Looked up through the index of
 * words on its own: walking the newest first would read the whole library when a word is absent.
 */
function wordsCondition(text: string, portal: PublicPortal): SQL | undefined {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return undefined;
  // Letters and digits only: nothing in it is an operator of the search language.
  const wanted = words
    .slice(0, mostWords)
    .map((word) => `${word}:*`)
    .join(' & ');
  return sql`${assets.id} = any(array(
    select hit.id from assets as hit
    where hit.portal_id = ${portal.id} and hit.search_words @@ to_tsquery('simple', ${wanted})))`;
}
