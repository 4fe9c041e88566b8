import { and, arrayOverlaps, asc, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { agencies, articles, editions, namedPeople, queueEntries } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import type { AgencyId, EditionId } from '#lib/ids.ts';
import { rowViews } from '#lib/newsroom/desk-rows.ts';
import type { EditionRowView } from '#lib/newsroom/desk-shapes.ts';
import { type EditionRecord, readEditions, readEditionsInOrder } from '#lib/newsroom/edition-record.ts';
import { maySee } from '#lib/newsroom/policy.ts';
import { portalById } from '#lib/newsroom/public.ts';
import { spanOf } from '#lib/time-span.ts';
import { dayIn } from '#lib/time-zone.ts';
import { mondayOf } from './days.ts';

/** What a leader sees of their own line on opening the newsroom. They change nothing in it. */
export type LeaderLine = {
  agencies: string[];
  waiting: number;
  late: number;
  publishedThisWeek: number;
  /** What is late first, then what waits longest; what was published last. A few of each. */
  waitingRows: EditionRowView[];
  publishedRows: EditionRowView[];
};

const shownRows = 5;
/** Looked at for the few that are shown: confidential ones of others are left out of them. */
const readRows = 20;

/** The line of whoever leads an agency; null for everybody else. */
export async function leaderLine(actor: Actor, at: Date = now()): Promise<LeaderLine | null> {
  const led = actor.roles.flatMap(({ role, agencyId }) => (role === 'leader' && agencyId !== null ? [agencyId] : []));
  const portal = await leadersPortal(actor);
  if (led.length === 0 || portal === null) return null;
  const monday = spanOf(mondayOf(dayIn(at, portal.timeZone)), portal.timeZone)?.from ?? at;
  const published = and(
    inArray(articles.agencyId, led),
    inArray(editions.state, ['published', 'archived']),
    gte(editions.publishedAt, monday),
  );
  const names = await database()
    .select({ name: agencies.shortName })
    .from(agencies)
    .where(inArray(agencies.id, led))
    .orderBy(agencies.name);
  return {
    agencies: names.map(({ name }) => name),
    waiting: await entries(actor, led),
    late: await entries(actor, led, lt(queueEntries.lateAt, at)),
    publishedThisWeek: await publishedCount(published),
    waitingRows: await lines(actor, await readEditionsInOrder(database(), await longestWaiting(led))),
    publishedRows: await lines(
      actor,
      await readEditions(database(), published, sql`${editions.publishedAt} desc`, readRows),
    ),
  };
}

async function leadersPortal(actor: Actor) {
  const held = actor.roles.find(({ role }) => role === 'leader');
  return held === undefined ? null : portalById(held.portalId);
}

/** How much is under way, without what is limited to people this one is not among. */
async function entries(actor: Actor, led: readonly AgencyId[], narrowed?: SQL): Promise<number> {
  const isNamed = sql`exists (select 1 from ${namedPeople} where ${namedPeople.articleId} = ${queueEntries.articleId} and ${namedPeople.userId} = ${actor.userId})`;
  return database().$count(
    queueEntries,
    and(arrayOverlaps(queueEntries.agencyIds, [...led]), or(eq(queueEntries.isConfidential, false), isNamed), narrowed),
  );
}

async function publishedCount(where: SQL | undefined): Promise<number> {
  const [row] = await database()
    .select({ count: sql<number>`count(*)::int` })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(where);
  return row?.count ?? 0;
}

/** In the narrow rows of the queue: those of an agency are thousands on a bad day. */
async function longestWaiting(led: readonly AgencyId[]): Promise<EditionId[]> {
  const found = await database()
    .select({ id: queueEntries.editionId })
    .from(queueEntries)
    .where(arrayOverlaps(queueEntries.agencyIds, [...led]))
    .orderBy(sql`${queueEntries.lateAt} asc nulls last`, asc(queueEntries.waitingSince))
    .limit(readRows);
  return found.map(({ id }) => id);
}

function lines(actor: Actor, records: readonly EditionRecord[]): Promise<EditionRowView[]> {
  return rowViews(actor, records.filter(({ facts }) => maySee(actor, facts)).slice(0, shownRows));
}
