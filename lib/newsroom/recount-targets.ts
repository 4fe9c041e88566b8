import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { agencies, articles, editions } from '#db/schema/index.ts';
import type { EditionId, PortalId } from '#lib/ids.ts';
import { serviceTimeOf } from '#lib/service-hours/read-calendar.ts';
import { afterServiceMinutes } from '#lib/service-hours/service-calendar.ts';
import { type ServiceTime, stageTimes } from '#lib/service-hours/stage-times.ts';
import { stageOf } from './desk-times.ts';

/** States with a target, spelled out, so that the desk's partial index answers. */
export const atTheDesk = sql`${editions.state} in ('submitted','verified','in_editing','approved')`;

/** Editions counted in one transaction. */
const atOnce = 500;

/**
 * Counts the targets of everything at a portal's desk anew, from the moment each began to wait: after a
 * change of hours, days off, targets, zone or an agency's deadline. Whoever was told of a lateness stays told.
 */
export async function recountTargets(portalId: PortalId): Promise<void> {
  const service = await serviceTimeOf(database(), portalId);
  for (let last: EditionId | undefined, more = true; more; ) {
    const rows = await database()
      .select({
        id: editions.id,
        state: editions.state,
        kind: editions.kind,
        waitingSince: editions.waitingSince,
        createdAt: editions.createdAt,
        submittedAt: editions.submittedAt,
        claimableAtOnce: editions.claimableAtOnce,
        verifyDueAt: editions.verifyDueAt,
        openedToDeskAt: editions.openedToDeskAt,
        escalation: editions.escalation,
        hasVerification: agencies.hasVerification,
        verifyWithinMinutes: agencies.verifyWithinMinutes,
      })
      .from(editions)
      .innerJoin(articles, eq(articles.id, editions.articleId))
      .innerJoin(agencies, eq(agencies.id, articles.agencyId))
      .where(and(eq(articles.portalId, portalId), atTheDesk, last === undefined ? undefined : gt(editions.id, last)))
      .orderBy(asc(editions.id))
      .limit(atOnce);
    await keep(
      rows.map((row) => ({ id: row.id, state: row.state, waitingSince: row.waitingSince, ...timesOf(service, row) })),
    );
    more = rows.length === atOnce;
    last = rows.at(-1)?.id;
  }
}

type Waiting = Pick<
  typeof editions.$inferSelect,
  | 'state'
  | 'kind'
  | 'waitingSince'
  | 'createdAt'
  | 'submittedAt'
  | 'claimableAtOnce'
  | 'verifyDueAt'
  | 'openedToDeskAt'
  | 'escalation'
> &
  Pick<typeof agencies.$inferSelect, 'hasVerification' | 'verifyWithinMinutes'>;

function timesOf(service: ServiceTime, row: Waiting) {
  const { state, kind, escalation, submittedAt } = row;
  const since = row.waitingSince ?? submittedAt ?? row.createdAt;
  const awaitsVerifier = row.hasVerification && !row.claimableAtOnce && row.verifyDueAt !== null;
  // What the desk was let past stays open.
  const isPromised = state === 'submitted' && awaitsVerifier && row.openedToDeskAt === null && submittedAt !== null;
  const verifyDueAt = isPromised
    ? afterServiceMinutes(service.calendar, submittedAt, row.verifyWithinMinutes)
    : row.verifyDueAt;
  const stage = stageOf(state, awaitsVerifier);
  return { since, verifyDueAt, ...(stage === null ? {} : stageTimes(service, { kind, stage, since, escalation })) };
}

type Counted = Pick<Waiting, 'state' | 'waitingSince' | 'verifyDueAt'> & {
  id: EditionId;
  since: Date;
  targetAt?: Date;
  escalatesAt?: Date | null;
};

/** An edition that moved on meanwhile was counted by its own verb, and is left alone. */
async function keep(counted: readonly Counted[]): Promise<void> {
  if (counted.length === 0) return;
  const rows = JSON.stringify(counted.map((row) => ({ ...row, waitingSince: row.waitingSince ?? null })));
  await transaction(async (tx) => {
    // In the order of ids, as verbs of one edition each never wait for two of these.
    await tx.execute(sql`
      with counted as (
        select * from json_to_recordset(${rows}::json) as row(
          id uuid, state text, "waitingSince" timestamptz, since timestamptz,
          "targetAt" timestamptz, "escalatesAt" timestamptz, "verifyDueAt" timestamptz
        )
      ), held as (
        select e.id from editions e join counted on counted.id = e.id order by e.id for no key update of e
      )
      update editions e
      set waiting_since = counted.since, target_at = counted."targetAt",
        escalates_at = counted."escalatesAt", verify_due_at = counted."verifyDueAt"
      from counted, held
      where e.id = counted.id and held.id = e.id and e.state::text = counted.state
        and date_trunc('milliseconds', e.waiting_since) is not distinct from counted."waitingSince"`);
  });
}
