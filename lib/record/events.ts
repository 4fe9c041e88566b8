import { createHash } from 'node:crypto';
import { and, asc, desc, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '#db/client.ts';
import type { Role } from '#db/schema/enums.ts';
import { events } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { AgencyId, ArticleId, EditionId, PortalId, UserId } from '#lib/ids.ts';
import { canonicalJson } from '#lib/richtext/hash.ts';

/** One entry of the audit log: who did what to what, in whose name. No words of an article, no secrets. */
export type EventEntry = {
  portalId: PortalId | null;
  /** Null for the system. */
  actorId: UserId | null;
  actorRole: Role | null;
  verb: string;
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

/**
 * Adds one entry to the audit log inside the caller's transaction.
 *
 * The chain has one order, so writers wait for each other until commit: call this late,
 * and do nothing slow after it.
 */
export async function recordEvent(tx: Transaction, entry: EventEntry): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${chainLock})`);
  const [last] = await tx
    .select({ seq: events.seq, hash: events.hash })
    .from(events)
    .orderBy(desc(events.seq))
    .limit(1);
  await tx.insert(events).values(eventAfter(last, entry, now()));
}

type EventRow = typeof events.$inferSelect;

/** The entry as it stands in the log after the last one there is; undefined before the first. */
export function eventAfter(last: Pick<EventRow, 'seq' | 'hash'> | undefined, entry: EventEntry, at: Date): EventRow {
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

/** What `verifyChain` found. `brokenAt` is the number of the first entry that does not fit. */
export type ChainReport = { checked: number; headHash: string; brokenAt: number | null };

/** Reads the whole audit log in order and checks numbers, links and hashes. */
export async function verifyChain(queryable: Queryable): Promise<ChainReport> {
  const page = 1_000;
  let previousHash = beginning;
  let checked = 0;
  for (;;) {
    const rows = await queryable
      .select()
      .from(events)
      .where(gt(events.seq, checked))
      .orderBy(asc(events.seq))
      .limit(page);
    for (const { hash, ...row } of rows) {
      if (row.seq !== checked + 1 || row.previousHash !== previousHash || hashOf(row) !== hash) {
        return { checked, headHash: previousHash, brokenAt: checked + 1 };
      }
      previousHash = hash;
      checked += 1;
    }
    if (rows.length < page) return { checked, headHash: previousHash, brokenAt: null };
  }
}
