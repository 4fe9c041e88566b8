import { and, asc, desc, eq, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import type { EditionState, Role } from '#db/schema/enums.ts';
import { agencies, articles, editions, events, memberships, users } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { notFound } from '#lib/errors.ts';
import { type AgencyId, type ArticleId, articleId, type PortalId, type UserId } from '#lib/ids.ts';
import { namesById } from '#lib/newsroom/desk-rows.ts';
import { hadReaders } from '#lib/newsroom/had-readers.ts';
import { allPortals } from '#lib/newsroom/public.ts';
import { reasonLabels } from '#lib/newsroom/return-reasons.ts';
import { spanOf } from '#lib/time-span.ts';
import { eventLabel } from './event-labels.ts';
import { eventWords } from './event-words.ts';
import type { TrailFilter } from './trail-filter.ts';

/** One entry of the audit log, told to somebody who may read it. */
export type TrailRow = {
  seq: number;
  at: Date;
  by: string;
  role: Role | null;
  label: string;
  /** What it changed. */
  words: string[];
  article: { id: ArticleId; title: string; number: number | null } | null;
  agency: string;
  hash: string;
};

export type TrailPage = {
  portal: { id: PortalId; name: string; timeZone: string };
  /** Portals whose log this person may read. */
  portals: { id: PortalId; name: string }[];
  rows: TrailRow[];
  /** The last entry of this page when there are more. */
  olderThan: number | null;
  /** Whether an article was asked for that is not in this portal. */
  isArticleUnknown: boolean;
  people: { id: UserId; name: string }[];
  agencies: { id: AgencyId; name: string }[];
};

const rowsPerPage = 50;
/** Names in the choice of people. */
const mostPeople = 1_000;

/**
 * A page of the audit log, newest first. An auditor reads everything of their portals; a managing editor
 * everything but what belongs to a confidential article they may not see; an admin everything but confidential
 * articles that were never published, and no title that readers have not had.
 *
 * @throws not_found for everybody else
 */
export async function auditTrail(actor: Actor, filter: TrailFilter): Promise<TrailPage> {
  const reader = await trailReader(actor, filter.portal);
  const article = await articleMeant(reader.portal.id, filter.article);
  const isArticleUnknown = article === undefined;
  const [rows, people, agencyRows] = await Promise.all([
    isArticleUnknown ? [] : entriesOf(reader, filter, article, rowsPerPage + 1),
    peopleOf(reader.portal.id),
    database()
      .select({ id: agencies.id, name: agencies.name })
      .from(agencies)
      .where(eq(agencies.portalId, reader.portal.id))
      .orderBy(asc(agencies.name)),
  ]);
  const shown = rows.slice(0, rowsPerPage);
  return {
    portal: reader.portal,
    portals: reader.portals,
    rows: await told(reader, shown),
    olderThan: rows.length > rowsPerPage ? (shown.at(-1)?.seq ?? null) : null,
    isArticleUnknown,
    people,
    agencies: agencyRows,
  };
}

/** Who reads a portal's log, and how much of it. */
export type TrailReader = {
  actor: Actor;
  portal: { id: PortalId; name: string; timeZone: string };
  portals: { id: PortalId; name: string }[];
  role: 'auditor' | 'managing_editor' | 'admin';
  /** What concerns no portal: people, keys, the chain itself. */
  readsInstall: boolean;
  sight: SQL | undefined;
};

const readingRoles = ['auditor', 'managing_editor', 'admin'] as const;

/** @throws not_found for whoever may not read the log of this portal */
export async function trailReader(actor: Actor, wanted: PortalId | undefined): Promise<TrailReader> {
  const rolesIn = (portal: PortalId) =>
    readingRoles.filter((role) => actor.roles.some((held) => held.role === role && held.portalId === portal));
  const portals = (await allPortals()).filter(({ id }) => rolesIn(id).length > 0);
  const portal = wanted === undefined ? portals[0] : portals.find(({ id }) => id === wanted);
  if (portal === undefined) throw notFound('audit_trail');
  const roles = rolesIn(portal.id);
  const [role = 'admin'] = roles;
  return {
    actor,
    portal: { id: portal.id, name: portal.name, timeZone: portal.timeZone },
    portals: portals.map(({ id, name }) => ({ id, name })),
    role,
    readsInstall: roles.includes('auditor') || roles.includes('admin'),
    sight: sightOf(actor, roles),
  };
}

/** What an entry must not be about: confidential articles that this person may not know of. */
function sightOf(actor: Actor, roles: readonly string[]): SQL | undefined {
  if (roles.includes('auditor')) return undefined;
  const known = [sql`a.first_published_at is not null`];
  if (roles.includes('managing_editor')) {
    known.push(
      sql`exists (select 1 from named_people n where n.article_id = a.id and n.user_id = ${actor.userId})`,
      sql`exists (select 1 from editions e where e.article_id = a.id and e.state not in ('draft','returned','discarded'))`,
    );
  }
  return sql`not exists (
    select 1 from articles a
    where a.id = ${events.articleId} and a.is_confidential and not (${sql.join(known, sql` or `)}))`;
}

/** The article somebody typed; null for none, undefined for one that is not in this portal. */
export async function articleMeant(portal: PortalId, typed: string): Promise<ArticleId | null | undefined> {
  if (typed === '') return null;
  const [id] = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i.exec(typed) ?? [];
  const slug = /([a-z0-9-]{1,120})\/?(?:[?#].*)?$/.exec(typed)?.[1] ?? '';
  const parsed = articleId.safeParse(id?.toLowerCase());
  const [row] = await database()
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.portalId, portal), parsed.success ? eq(articles.id, parsed.data) : eq(articles.slug, slug)))
    .limit(1);
  return row?.id;
}

type EventRow = typeof events.$inferSelect;

/** Entries that fit, newest first. Each road leads along an index from its end. */
export async function entriesOf(
  { portal, readsInstall, sight }: TrailReader,
  filter: TrailFilter,
  article: ArticleId | null,
  limit: number,
): Promise<EventRow[]> {
  const { person, verb, agency, before } = filter;
  const fits = [
    readsInstall ? or(eq(events.portalId, portal.id), isNull(events.portalId)) : eq(events.portalId, portal.id),
    sight,
    verb === undefined ? undefined : eq(events.verb, verb),
    agency === undefined ? undefined : eq(events.agencyId, agency),
    article === null ? undefined : eq(events.articleId, article),
    before === undefined ? undefined : lt(events.seq, before),
    ...periodOf(portal, filter),
  ];
  const roads =
    person === undefined
      ? [undefined]
      : person === 'system'
        ? [isNull(events.actorId)]
        : [eq(events.actorId, person), eq(events.subjectId, person)];
  const found = await Promise.all(
    roads.map((road) =>
      database()
        .select()
        .from(events)
        .where(and(...fits, road))
        .orderBy(desc(events.seq))
        .limit(limit),
    ),
  );
  const bySeq = new Map(found.flat().map((row) => [row.seq, row]));
  return [...bySeq.values()].sort((one, other) => other.seq - one.seq).slice(0, limit);
}

/**
 * The days asked for. Numbers follow the clock but for its corrections: a day's width beside the moments
 * bounds the numbers, so that nobody reads through all that came later.
 */
function periodOf(portal: TrailReader['portal'], { from, until }: TrailFilter): (SQL | undefined)[] {
  const first = from === undefined ? undefined : spanOf(from, portal.timeZone)?.from;
  const last = until === undefined ? undefined : spanOf(until, portal.timeZone)?.to;
  const begin = first && sql`${first.toISOString()}::timestamptz`;
  const end = last && sql`${last.toISOString()}::timestamptz`;
  return [
    begin && sql`${events.at} >= ${begin}`,
    end && sql`${events.at} < ${end}`,
    begin &&
      sql`${events.seq} >= coalesce((select b.seq from events b where b.portal_id = ${portal.id} and b.at < ${begin} - interval '1 day' order by b.at desc limit 1), 0)`,
    end &&
      sql`${events.seq} <= coalesce((select b.seq from events b where b.portal_id = ${portal.id} and b.at >= ${end} + interval '1 day' order by b.at limit 1), 9007199254740991)`,
  ];
}

/** Entries as this reader is told of them. */
export async function told(reader: TrailReader, rows: readonly EventRow[]): Promise<TrailRow[]> {
  const { id: portalId, timeZone } = reader.portal;
  const [name, titleOf, agencyOf, labelOf] = await Promise.all([
    namesById(rows.flatMap((event) => [event.actorId, event.subjectId])),
    titlesOf(reader, rows),
    agenciesOf(rows),
    reasonLabels(database()),
  ]);
  const portalWords = { timeZone, reasonLabel: (code: string) => labelOf(portalId, code) };
  return rows.map((event) => ({
    seq: event.seq,
    at: event.at,
    by: event.detail['guest'] === true ? 'Tamu' : name(event.actorId),
    role: event.actorRole,
    label: eventLabel(event.verb),
    words: eventWords({ ...event, subject: event.subjectId === null ? null : name(event.subjectId) }, portalWords),
    article: titleOf(event),
    agency: event.agencyId === null ? '' : (agencyOf.get(event.agencyId) ?? ''),
    hash: event.hash,
  }));
}

async function titlesOf({ role }: TrailReader, rows: readonly EventRow[]) {
  const ids = [...new Set(rows.flatMap(({ articleId: id }) => id ?? []))];
  const found =
    ids.length === 0
      ? []
      : await database()
          .select({
            id: editions.id,
            articleId: editions.articleId,
            number: editions.number,
            title: editions.title,
            state: editions.state,
            isHidden: editions.retractHidesTitle,
          })
          .from(editions)
          .where(inArray(editions.articleId, ids))
          .orderBy(asc(editions.number));
  const mayRead = (edition: { state: EditionState; isHidden: boolean }) =>
    role !== 'admin' || (hadReaders(edition.state) && !(edition.state === 'retracted' && edition.isHidden));
  return ({ articleId: id, editionId }: EventRow): TrailRow['article'] => {
    if (id === null) return null;
    const own = found.filter((edition) => edition.articleId === id);
    const meant = own.find((edition) => edition.id === editionId) ?? own.at(-1);
    const titled = meant !== undefined && mayRead(meant) ? meant : own.findLast(mayRead);
    return { id, title: titled?.title ?? '', number: own.find((edition) => edition.id === editionId)?.number ?? null };
  };
}

async function agenciesOf(rows: readonly EventRow[]): Promise<Map<AgencyId, string>> {
  const ids = [...new Set(rows.flatMap(({ agencyId: id }) => id ?? []))];
  if (ids.length === 0) return new Map();
  const found = await database()
    .select({ id: agencies.id, name: agencies.shortName })
    .from(agencies)
    .where(inArray(agencies.id, ids));
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** Everybody who holds or held a role there. */
async function peopleOf(portal: PortalId): Promise<{ id: UserId; name: string }[]> {
  return database()
    .selectDistinct({ id: users.id, name: users.name })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(eq(memberships.portalId, portal))
    .orderBy(asc(users.name), asc(users.id))
    .limit(mostPeople);
}
