import { createHash } from 'node:crypto';
import { and, asc, desc, gt, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '#db/client.ts';
import type { Role } from '#db/schema/enums.ts';
import { articles, events, users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { AgencyId, ArticleId, EditionId, PortalId, UserId } from '#lib/ids.ts';
import { addJob } from '#lib/jobs/queue.ts';
import { announceEvents } from '#lib/live/announce.ts';
import { canonicalJson } from '#lib/richtext/hash.ts';
import type { EventVerb } from './event-labels.ts';

/** One entry of the audit log: who did what to what, in whose name. No words of an article, no secrets. */
export type EventEntry = {
  portalId: PortalId | null;
  /** Null for the system. */
  actorId: UserId | null;
  actorRole: Role | null;
  verb: EventVerb;
  articleId?: ArticleId;
  editionId?: EditionId;
  agencyId?: AgencyId;
  subjectId?: UserId;
  fromState?: string;
  toState?: string;
  detail?: Record<string, unknown>;
};

/** Key of the advisory lock that puts all writers of the chain in one line. */
const chainLock = 4_811_001;
const beginning = '0'.repeat(64);

/** Adds one entry to the audit log inside the caller's transaction, as `recordEvents` does. */
export function recordEvent(tx: Transaction, entry: EventEntry): Promise<void> {
  return recordEvents(tx, [entry]);
}

/**
 * Adds entries to the audit log inside the caller's transaction. People are told of them after the
 * commit (lib/notifications), and open desks hear that something changed (lib/live).
 *
 * The chain has one order, so writers wait for each other until commit: call this late, once for all
 * there is, and do nothing slow after it.
 */
export async function recordEvents(tx: Transaction, entries: readonly EventEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await holdNamed(tx, entries);
  await tx.execute(sql`select pg_advisory_xact_lock(${chainLock})`);
  let [last]: Pick<EventRow, 'seq' | 'hash'>[] = await tx
    .select({ seq: events.seq, hash: events.hash })
    .from(events)
    .orderBy(desc(events.seq))
    .limit(1);
  const at = now();
  const rows = entries.map((entry) => {
    const row = eventAfter(last, entry, at);
    last = row;
    return row;
  });
  await tx.insert(events).values(rows);
  await announceEvents(tx, rows);
  // One job for all that is new: a second one of the same key takes its place.
  await addJob(tx, 'tell_people', {}, { jobKey: 'tell_people' });
}

/**
 * Waits, before the line of writers and not inside it, for whoever changes the address of an article or of a
 * person that entries name: they may be in that line themselves.
 */
async function holdNamed(tx: Transaction, entries: readonly EventEntry[]): Promise<void> {
  const named = entries.flatMap(({ articleId }) => articleId ?? []);
  if (named.length > 0) {
    await tx.select({ id: articles.id }).from(articles).where(inArray(articles.id, named)).for('key share');
  }
  const people = entries.flatMap(({ subjectId }) => subjectId ?? []);
  if (people.length > 0) {
    await tx.select({ id: users.id }).from(users).where(inArray(users.id, people)).for('key share');
  }
}

type EventRow = typeof events.$inferSelect;
/** As rows hold it: an older log may know verbs that are recorded no more. */
type StoredEntry = Omit<EventEntry, 'verb'> & { verb: string };

/** The entry as it stands in the log after the last one there is; undefined before the first. */
export function eventAfter(last: Pick<EventRow, 'seq' | 'hash'> | undefined, entry: StoredEntry, at: Date): EventRow {
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at,
    portalId: entry.portalId,
    actorId: entry.actorId,
    actorRole: entry.actorRole,
    verb: entry.verb,
    articleId: entry.articleId ?? null,
    editionId: entry.editionId ?? null,
    agencyId: entry.agencyId ?? null,
    subjectId: entry.subjectId ?? null,
    fromState: entry.fromState ?? null,
    toState: entry.toState ?? null,
    detail: entry.detail ?? {},
    previousHash: last?.hash ?? beginning,
  };
  return { ...row, hash: hashOf(row) };
}

function hashOf(row: Omit<EventRow, 'hash'>): string {
  const value = { ...row, at: row.at.toISOString() };
  return createHash('sha256')
    .update(`rw1:event\n${canonicalJson(value)}`)
    .digest('hex');
}

/** The state to which the last entry about each edition led; editions without an entry are left out. */
export async function statesInLog(
  queryable: Queryable,
  editionIds: readonly EditionId[],
): Promise<Map<EditionId, string>> {
  if (editionIds.length === 0) return new Map();
  const rows = await queryable
    .selectDistinctOn([events.editionId], { editionId: events.editionId, state: events.toState })
    .from(events)
    .where(and(inArray(events.editionId, [...editionIds]), isNotNull(events.toState)))
    .orderBy(events.editionId, desc(events.seq));
  return new Map(
    rows.flatMap(({ editionId, state }) => (editionId === null || state === null ? [] : [[editionId, state]])),
  );
}

/** A place in the chain up to which it was read: the number of its last entry, and that entry's hash. */
export type ChainPlace = { seq: number; hash: string };

/** Before the first entry. */
export const chainBeginning: ChainPlace = { seq: 0, hash: beginning };

/** What `verifyChain` found. `brokenAt` is the number of the first entry that does not fit. */
export type ChainReport = { checked: number; headHash: string; brokenAt: number | null };

/** Reads the audit log in order and checks numbers, links and hashes: all of it, or up to an entry. */
export async function verifyChain(queryable: Queryable, until?: number): Promise<ChainReport> {
  let place = chainBeginning;
  for (;;) {
    const part = await verifyPart(queryable, place, until);
    place = part.place;
    if (part.brokenAt !== null || part.isEnd) {
      return { checked: place.seq, headHash: place.hash, brokenAt: part.brokenAt };
    }
  }
}

/** Entries that are read and hashed at a time. */
const partLength = 1_000;

/**
 * Checks the next thousand entries after a place that was found sound.
 *
 * @returns how far it is sound now, whether that was the end, and the first entry that does not fit
 */
export async function verifyPart(
  queryable: Queryable,
  after: ChainPlace,
  until = Number.MAX_SAFE_INTEGER,
): Promise<{ place: ChainPlace; isEnd: boolean; brokenAt: number | null }> {
  const rows = await queryable
    .select()
    .from(events)
    .where(and(gt(events.seq, after.seq), lte(events.seq, until)))
    .orderBy(asc(events.seq))
    .limit(partLength);
  let place = after;
  for (const { hash, ...row } of rows) {
    if (row.seq !== place.seq + 1 || row.previousHash !== place.hash || hashOf(row) !== hash) {
      return { place, isEnd: true, brokenAt: place.seq + 1 };
    }
    place = { seq: row.seq, hash };
  }
  return { place, isEnd: rows.length < partLength, brokenAt: null };
}
