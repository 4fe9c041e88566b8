import { and, eq, gte, ne, type SQL, sql } from 'drizzle-orm';
import { database, type Queryable, type Transaction, transaction } from '#db/client.ts';
import {
  articles,
  comments,
  coWriters,
  editions,
  namedPeople,
  presences,
  seats,
  suggestions,
  users,
} from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { notFound } from '#lib/errors.ts';
import type { EditionId, UserId } from '#lib/ids.ts';
import { agencyOfEdition } from './edition-record.ts';
import { isManagingEditor, maySee, mayWrite, type Sight } from './policy.ts';
import type { Beat, SeatView, TogetherView } from './presence-shapes.ts';
import { goneAfterSeconds, mayTakeTurn, type Seat, seatAfterOpening, typingSeconds } from './seat.ts';

/**
 * One sign of life of an open page: kept, and answered with who else is there, whose turn it is
 * and whether words or remarks are newer than what the page has. Nothing of it is recorded.
 *
 * @throws not_found when the actor may not see the edition (any more)
 */
export async function beat(actor: Actor, sign: Beat): Promise<TogetherView> {
  const at = now();
  const seen = await glance(actor, sign.editionId, at);
  if (sign.event === 'leaves') {
    await leave(actor, sign, at);
    return viewOf(actor, seen, at);
  }
  await stay(actor, sign, at);
  if (sign.event !== 'opens' || !seen.hasTurns || !mayWrite(actor, seen.sight)) return viewOf(actor, seen, at);
  await transaction((tx) => openSeat(tx, sign.editionId, actor.userId, at));
  return viewOf(actor, await glance(actor, sign.editionId, at), at);
}

/** The same for a page that is about to be drawn: nothing is kept. */
export async function togetherForActor(actor: Actor, editionId: EditionId): Promise<TogetherView> {
  const at = now();
  return viewOf(actor, await glance(actor, editionId, at), at);
}

/** The seat of an edition as its row stands; undefined before anybody opened it for writing. */
export async function seatIn(queryable: Queryable, editionId: EditionId, lock = false): Promise<Seat | undefined> {
  const query = queryable.select().from(seats).where(eq(seats.editionId, editionId));
  const [row] = lock ? await query.for('update') : await query;
  return row;
}

export async function keepSeat(tx: Transaction, editionId: EditionId, seat: Seat): Promise<void> {
  const { holderId, since, typedAt, seenAt, askedBy, askedAt } = seat;
  const set = { holderId, since, typedAt, seenAt, askedBy, askedAt };
  await tx
    .insert(seats)
    .values({ editionId, ...set })
    .onConflictDoUpdate({ target: seats.editionId, set });
}

async function openSeat(tx: Transaction, editionId: EditionId, userId: UserId, at: Date): Promise<void> {
  // Two first comers would both find no row to lock: the second finds it after the first has written it.
  await tx.insert(seats).values({ editionId, holderId: userId, since: at, seenAt: at }).onConflictDoNothing();
  await keepSeat(tx, editionId, seatAfterOpening(await seatIn(tx, editionId, true), userId, at));
}

type Glance = {
  sight: Sight;
  version: number;
  mark: string;
  /** Whether turns are taken in this state; else the claim says who writes. */
  hasTurns: boolean;
  seat: Seat | undefined;
  /** The names of the holder and of who asks. */
  names: ReadonlyMap<UserId, string>;
  people: readonly { id: UserId; name: string; typedAt: string | null }[];
};

/** Everything a page is told, in one question; the policy decides before anything of it is told. */
async function glance(actor: Actor, editionId: EditionId, at: Date): Promise<Glance> {
  const alive = gte(presences.seenAt, before(at, goneAfterSeconds));
  const others = and(eq(presences.editionId, editions.id), alive, ne(presences.userId, actor.userId));
  const [row] = await database()
    .select({
      sight: {
        state: editions.state,
        portalId: articles.portalId,
        agencyId: agencyOfEdition,
        articleAgencyId: articles.agencyId,
        jointAgencyIds: editions.jointAgencyIds,
        isConfidential: articles.isConfidential,
        createdBy: editions.createdBy,
        claimedBy: editions.claimedBy,
        namedIds: listOf<UserId>(
          sql`select ${namedPeople.userId} from ${namedPeople} where ${namedPeople.articleId} = ${articles.id}`,
        ),
        coWriterIds: listOf<UserId>(
          sql`select ${coWriters.userId} from ${coWriters} where ${coWriters.editionId} = ${editions.id}`,
        ),
      },
      version: editions.version,
      claimedAt: editions.claimedAt,
      lastTypedAt: editions.lastTypedAt,
      lastTypedBy: editions.lastTypedBy,
      seat: seats,
      named: listOf<{ id: UserId; name: string }>(
        sql`select json_build_object('id', ${users.id}, 'name', ${users.name}) from ${users} where ${users.id} in (${seats.holderId}, ${seats.askedBy}, ${editions.claimedBy})`,
      ),
      people: listOf<{ id: UserId; name: string; typedAt: string | null }>(
        sql`select json_build_object('id', ${users.id}, 'name', ${users.name}, 'typedAt', max(${presences.typedAt})) from ${presences} join ${users} on ${users.id} = ${presences.userId} where ${others} group by ${users.id}, ${users.name} order by ${users.name}`,
      ),
      mark: sql<string>`concat_ws('/',
        (select concat_ws('/', count(*), count(${comments.resolvedAt}), max(${comments.resolvedAt})) from ${comments} where ${comments.articleId} = ${articles.id}),
        (select concat_ws('/', count(*), count(${suggestions.decidedAt})) from ${suggestions} where ${suggestions.articleId} = ${articles.id}))`,
    })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .leftJoin(seats, eq(seats.editionId, editions.id))
    .where(eq(editions.id, editionId));
  if (row === undefined || !maySee(actor, row.sight)) throw notFound('edition');
  const { sight, version, mark, named, people } = row;
  const hasTurns = sight.state === 'draft' || sight.state === 'returned';
  return {
    ...{ sight, version, mark, hasTurns, people },
    seat: hasTurns ? withTyping(row.seat, row.lastTypedBy, row.lastTypedAt) : claimAsSeat(sight, row.claimedAt, at),
    names: new Map(named.map(({ id, name }) => [id, name])),
  };
}

/** A save is a sign of typing too, and may be newer than the last beat. */
function withTyping(seat: Seat | null, by: UserId | null, typedAt: Date | null): Seat | undefined {
  if (seat === null) return undefined;
  if (by !== seat.holderId || typedAt === null || typedAt < seat.since) return seat;
  return { ...seat, typedAt: seat.typedAt !== null && seat.typedAt > typedAt ? seat.typedAt : typedAt };
}

function claimAsSeat({ claimedBy }: Sight, claimedAt: Date | null, at: Date): Seat | undefined {
  if (claimedBy === null || claimedAt === null) return undefined;
  return { holderId: claimedBy, since: claimedAt, typedAt: null, seenAt: at, askedBy: null, askedAt: null };
}

function viewOf(actor: Actor, { sight, version, mark, hasTurns, seat, names, people }: Glance, at: Date): TogetherView {
  const isTyping = (typedAt: string | null) =>
    typedAt !== null && at.getTime() - Date.parse(typedAt) < typingSeconds * 1000;
  const isWriting = mayWrite(actor, sight);
  return {
    people: people.map(({ id, name, typedAt }) => ({ id, name, isTyping: isTyping(typedAt) })),
    seat: seat === undefined ? null : seatView(actor, sight, seat, names, hasTurns && isWriting, at),
    version,
    mark,
    mayWrite: isWriting,
  };
}

function seatView(
  actor: Actor,
  sight: Sight,
  seat: Seat,
  names: Glance['names'],
  takesTurns: boolean,
  at: Date,
): SeatView {
  const who = { userId: actor.userId, isManagingEditor: isManagingEditor(actor, sight.portalId) };
  const nameOf = (id: UserId) => ({ id, name: names.get(id) ?? 'orang lain' });
  return {
    holder: nameOf(seat.holderId),
    isMine: seat.holderId === actor.userId,
    since: seat.since.toISOString(),
    isClaim: sight.state === 'in_editing',
    askedBy: takesTurns && seat.askedBy !== null ? nameOf(seat.askedBy) : null,
    hasAsked: seat.askedBy === actor.userId,
    mayTake: takesTurns && mayTakeTurn(seat, who, at),
  };
}

/** Keeps the sign of life, lets the holder's seat know of it, and sweeps who has gone from this edition. */
async function stay(actor: Actor, { editionId, tab, typedAgo }: Beat, at: Date): Promise<void> {
  const typedAt = typedAgo === null ? null : new Date(at.getTime() - typedAgo);
  const [seenText, typedText] = [at.toISOString(), typedAt?.toISOString() ?? null];
  await database().execute(sql`
    with gone as (
      delete from presences where (edition_id, tab_id) in (
        select edition_id, tab_id from presences
        where edition_id = ${editionId} and tab_id <> ${tab} and seen_at < ${before(at, goneAfterSeconds).toISOString()}
        for update skip locked)
    ), heard as (
      update seats set seen_at = ${seenText}::timestamptz,
        typed_at = case when ${typedText}::timestamptz >= since then greatest(typed_at, ${typedText}::timestamptz) else typed_at end
      where edition_id = ${editionId} and holder_id = ${actor.userId}
    )
    insert into presences (edition_id, tab_id, user_id, typed_at, seen_at)
    values (${editionId}, ${tab}, ${actor.userId}, ${typedText}::timestamptz, ${seenText}::timestamptz)
    on conflict (edition_id, tab_id) do update set typed_at = excluded.typed_at, seen_at = excluded.seen_at
    where presences.user_id = excluded.user_id`);
}

/** The page closes: nobody has to wait until its silence is noticed, unless the same person is there in another tab. */
async function leave(actor: Actor, { editionId, tab }: Beat, at: Date): Promise<void> {
  const mine = and(eq(presences.editionId, editionId), eq(presences.userId, actor.userId));
  await database()
    .delete(presences)
    .where(and(mine, eq(presences.tabId, tab)));
  await database()
    .update(seats)
    .set({ seenAt: before(at, goneAfterSeconds + 1) })
    .where(
      and(
        eq(seats.editionId, editionId),
        eq(seats.holderId, actor.userId),
        sql`not exists (select 1 from ${presences} where ${mine} and ${gte(presences.seenAt, before(at, goneAfterSeconds))})`,
      ),
    );
}

const before = (at: Date, seconds: number): Date => new Date(at.getTime() - seconds * 1000);

/** A list as JSON: the driver knows no arrays of every type. */
function listOf<T>(query: SQL) {
  return sql<T[]>`to_json(array(${query}))`;
}
