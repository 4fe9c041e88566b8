import { and, asc, count, eq, ilike, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { database } from '#db/client.ts';
import type { HouseNameState } from '#db/schema/enums.ts';
import {
  agencies,
  figures,
  heldPosts,
  houseNames,
  plainWords,
  portals,
  registeredPeople,
  regulations,
  users,
} from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { notFound } from '#lib/errors.ts';
import type { AgencyId, HeldPostId, HouseNameId, PortalId, RegisteredPersonId } from '#lib/ids.ts';
import { mayDecideNames, mayKeepRegister, mayProposeNames, requireReader } from './register-access.ts';
import { registerLimits } from './register-limits.ts';

/** A portal whose register the person reads, and what they may do to it. */
export type RegisterPortal = {
  id: PortalId;
  name: string;
  timeZone: string;
  mayKeep: boolean;
  mayDecideNames: boolean;
  mayProposeNames: boolean;
};

/** What of a list is wanted. */
export type ListWish = { portalId: PortalId; search: string; page: number };

/** A page of a list; `pages` is at least 1. */
export type RegisterPage<Row> = { rows: Row[]; page: number; pages: number; total: number };

export type PostView = {
  id: HeldPostId;
  version: number;
  title: string;
  agencyId: AgencyId | null;
  agencyName: string;
  isActing: boolean;
  fromDay: string | null;
  untilDay: string | null;
};
export type PersonView = { id: RegisteredPersonId; version: number; name: string; posts: PostView[] };
export type RegulationView = typeof regulations.$inferSelect;
export type FigureView = typeof figures.$inferSelect;
export type PlainWordView = typeof plainWords.$inferSelect;
export type HouseNameView = {
  id: HouseNameId;
  word: string;
  state: HouseNameState;
  proposedBy: string;
  proposedAt: Date;
};

const perPage = 30;

/**
 * The portals whose register this person reads.
 *
 * @throws not_found for somebody without a role
 */
export async function registerPortals(actor: Actor): Promise<[RegisterPortal, ...RegisterPortal[]]> {
  const ids = [...new Set(actor.roles.map((held) => held.portalId))];
  const rows = await database()
    .select({ id: portals.id, name: portals.name, timeZone: portals.timeZone })
    .from(portals)
    .where(inArray(portals.id, ids))
    .orderBy(asc(portals.name));
  const [first, ...others] = rows.map((row) => ({
    ...row,
    mayKeep: mayKeepRegister(actor, row.id),
    mayDecideNames: mayDecideNames(actor, row.id),
    mayProposeNames: mayProposeNames(actor, row.id),
  }));
  if (first === undefined) throw notFound('register');
  return [first, ...others];
}

/** The agencies a post can belong to. */
export function agenciesForPosts(portalId: PortalId): Promise<{ id: AgencyId; name: string }[]> {
  return database()
    .select({ id: agencies.id, name: agencies.name })
    .from(agencies)
    .where(eq(agencies.portalId, portalId))
    .orderBy(asc(agencies.name));
}

/** People by name with their posts, newest post first; the search looks in names and posts. */
export async function registeredPeopleList(actor: Actor, wish: ListWish): Promise<RegisterPage<PersonView>> {
  const { portalId, search } = wish;
  requireReader(actor, portalId);
  const wanted = and(
    eq(registeredPeople.portalId, portalId),
    ...needles(search).map((needle) =>
      or(
        ilike(registeredPeople.name, needle),
        inArray(
          registeredPeople.id,
          database().select({ id: heldPosts.personId }).from(heldPosts).where(ilike(heldPosts.title, needle)),
        ),
      ),
    ),
  );
  const { page, pages, total, offset } = await pageFor(registeredPeople, wanted, wish.page);
  const rows = await database()
    .select()
    .from(registeredPeople)
    .where(wanted)
    .orderBy(asc(sql`lower(${registeredPeople.name})`), asc(registeredPeople.id))
    .limit(perPage)
    .offset(offset);
  const posts = await postsOf(rows.map((row) => row.id));
  return {
    rows: rows.map(({ id, version, name }) => ({ id, version, name, posts: posts.get(id) ?? [] })),
    ...{ page, pages, total },
  };
}

/**
 * One person of the register.
 *
 * @throws not_found outside the person's portals
 */
export async function registeredPerson(
  actor: Actor,
  id: RegisteredPersonId,
): Promise<PersonView & { portalId: PortalId }> {
  const [row] = await database().select().from(registeredPeople).where(eq(registeredPeople.id, id));
  if (row === undefined) throw notFound('person');
  requireReader(actor, row.portalId);
  const posts = await postsOf([id]);
  return { id, portalId: row.portalId, version: row.version, name: row.name, posts: posts.get(id) ?? [] };
}

export function regulationList(actor: Actor, wish: ListWish): Promise<RegisterPage<RegulationView>> {
  const cited = sql`${regulations.kind} || ' Nomor ' || ${regulations.number} || ' Tahun ' || ${regulations.year} || ' ' || ${regulations.subject}`;
  return listOf(actor, wish, regulations, regulations.portalId, cited, (wanted, offset) =>
    database()
      .select()
      .from(regulations)
      .where(wanted)
      .orderBy(sql`${regulations.year} desc`, asc(regulations.kind), asc(regulations.number), asc(regulations.id))
      .limit(perPage)
      .offset(offset),
  );
}

export function figureList(actor: Actor, wish: ListWish): Promise<RegisterPage<FigureView>> {
  const words = sql`${figures.label} || ' ' || ${figures.value} || ' ' || ${figures.source}`;
  return listOf(actor, wish, figures, figures.portalId, words, (wanted, offset) =>
    database()
      .select()
      .from(figures)
      .where(wanted)
      .orderBy(asc(sql`lower(${figures.label})`), asc(figures.id))
      .limit(perPage)
      .offset(offset),
  );
}

export function plainWordList(actor: Actor, wish: ListWish): Promise<RegisterPage<PlainWordView>> {
  const words = sql`${plainWords.expression} || ' ' || ${plainWords.plain}`;
  return listOf(actor, wish, plainWords, plainWords.portalId, words, (wanted, offset) =>
    database()
      .select()
      .from(plainWords)
      .where(wanted)
      .orderBy(asc(sql`lower(${plainWords.expression})`), asc(plainWords.id))
      .limit(perPage)
      .offset(offset),
  );
}

/** Names and words that were approved, by the alphabet. */
export function houseNameList(actor: Actor, wish: ListWish): Promise<RegisterPage<HouseNameView>> {
  return listOf(
    actor,
    wish,
    houseNames,
    houseNames.portalId,
    sql`${houseNames.word}`,
    (wanted, offset) =>
      namesWhere(wanted)
        .orderBy(asc(sql`lower(${houseNames.word})`), asc(houseNames.id))
        .limit(perPage)
        .offset(offset),
    eq(houseNames.state, 'approved'),
  );
}

/** Proposals that wait for an editor, oldest first. */
export async function proposedNames(actor: Actor, portalId: PortalId): Promise<HouseNameView[]> {
  requireReader(actor, portalId);
  const waiting = and(eq(houseNames.portalId, portalId), eq(houseNames.state, 'proposed'));
  return namesWhere(waiting).orderBy(asc(houseNames.id)).limit(200);
}

function namesWhere(wanted: SQL | undefined) {
  return database()
    .select({
      id: houseNames.id,
      word: houseNames.word,
      state: houseNames.state,
      proposedBy: users.name,
      proposedAt: houseNames.proposedAt,
    })
    .from(houseNames)
    .innerJoin(users, eq(users.id, houseNames.proposedBy))
    .where(wanted)
    .$dynamic();
}

async function listOf<Row>(
  actor: Actor,
  { portalId, search, page }: ListWish,
  table: PgTable,
  ofPortal: PgColumn,
  words: SQL,
  read: (wanted: SQL | undefined, offset: number) => PromiseLike<Row[]>,
  further?: SQL,
): Promise<RegisterPage<Row>> {
  requireReader(actor, portalId);
  const wanted = and(
    eq(ofPortal, portalId),
    further,
    ...needles(search).map((needle) => sql`${words} ilike ${needle}`),
  );
  const { offset, ...place } = await pageFor(table, wanted, page);
  return { rows: await read(wanted, offset), ...place };
}

async function pageFor(table: PgTable, wanted: SQL | undefined, page: number) {
  const [counted] = await database().select({ total: count() }).from(table).where(wanted);
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / perPage));
  const current = Math.min(Math.max(1, page), pages);
  return { page: current, pages, total, offset: (current - 1) * perPage };
}

/** Each word of a search, to be found anywhere. */
function needles(search: string): string[] {
  const words = search.slice(0, registerLimits.search).split(/\s+/).filter(Boolean);
  return words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}

async function postsOf(people: readonly RegisteredPersonId[]): Promise<Map<RegisteredPersonId, PostView[]>> {
  const posts = new Map<RegisteredPersonId, PostView[]>();
  if (people.length === 0) return posts;
  const rows = await database()
    .select({ post: heldPosts, agencyName: agencies.shortName })
    .from(heldPosts)
    .leftJoin(agencies, eq(agencies.id, heldPosts.agencyId))
    .where(inArray(heldPosts.personId, [...people]))
    .orderBy(sql`${heldPosts.untilDay} desc nulls first`, sql`${heldPosts.fromDay} desc nulls last`, asc(heldPosts.id));
  for (const { post, agencyName } of rows) {
    const { personId, ...rest } = post;
    posts.set(personId, [...(posts.get(personId) ?? []), { ...rest, agencyName: agencyName ?? '' }]);
  }
  return posts;
}
