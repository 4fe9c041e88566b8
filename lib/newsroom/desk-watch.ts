import { and, asc, eq, isNotNull, isNull, lte, notExists, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import { agencies, articles, editions, memberships, users } from '#db/schema/index.ts';
import { notAwayAt } from '#lib/accounts/absences.ts';
import { inForceAt } from '#lib/accounts/role-in-force.ts';
import { now } from '#lib/clock.ts';
import type { EditionId, PortalId, UserId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';
import { serviceTimeOf } from '#lib/service-hours/read-calendar.ts';
import { lastEscalation, nextEscalation } from '#lib/service-hours/stage-times.ts';
import { openedToDesk } from './desk-times.ts';
import { agencyOfEdition, type EditionRecord, lockArticle, readEdition } from './edition-record.ts';
import { onDuty } from './on-duty.ts';
import { verifiersFor } from './policy.ts';
import { atTheDesk, recountTargets } from './recount-targets.ts';
import { verifierIsLate } from './workflow.ts';

/** Editions looked at in one round; what is left waits for the next, a minute later. */
const perRound = 200;

/** The round of the desk: opens what verifiers leave lying, carries lateness on, counts what nobody has counted yet. */
export async function watchDesk(): Promise<void> {
  for (const portalId of await portalsUncounted()) await recountTargets(portalId);
  for (const editionId of await unverified(now())) await openToDesk(editionId);
  for (const editionId of await toEscalate(now())) await escalate(editionId);
}

/** Editions whose verifier is late, and those whose agency has nobody at work who verifies. */
async function unverified(at: Date): Promise<EditionId[]> {
  const waiting = and(
    eq(editions.state, 'submitted'),
    isNotNull(editions.verifyDueAt),
    isNull(editions.openedToDeskAt),
    eq(agencies.hasVerification, true),
    eq(editions.claimableAtOnce, false),
  );
  const anyVerifier = database()
    .select({ one: sql`1` })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.agencyId, agencies.id),
        eq(memberships.role, 'verifier'),
        inForceAt(at),
        isNull(users.suspendedAt),
        notAwayAt(at),
      ),
    );
  const rows = (condition: ReturnType<typeof and>) =>
    database()
      .select({ id: editions.id })
      .from(editions)
      .innerJoin(articles, eq(articles.id, editions.articleId))
      .innerJoin(agencies, eq(agencies.id, agencyOfEdition))
      .where(and(waiting, condition))
      .orderBy(asc(editions.verifyDueAt))
      .limit(perRound);
  const [late, alone] = await Promise.all([rows(lte(editions.verifyDueAt, at)), rows(notExists(anyVerifier))]);
  return [...new Set([...late, ...alone].map(({ id }) => id))];
}

/** Lets the desk past the verifier, once: a second machine finds it done. */
function openToDesk(editionId: EditionId): Promise<void> {
  return transaction(async (tx) => {
    const at = now();
    const record = await underLock(tx, editionId);
    if (record === undefined || record.edition.state !== 'submitted' || record.edition.openedToDeskAt !== null) return;
    const isLate = verifierIsLate(record.facts, at);
    if (!isLate && verifiersFor(record.facts, record.edition.submittedBy).length > 0) return;
    await tx.update(editions).set({ openedToDeskAt: at }).where(eq(editions.id, editionId));
    await recordEvent(tx, openedToDesk(record, isLate ? 'verifier_silent' : 'no_verifier'));
  });
}

async function toEscalate(at: Date): Promise<EditionId[]> {
  const rows = await database()
    .select({ id: editions.id })
    .from(editions)
    .where(lte(editions.escalatesAt, at))
    .orderBy(asc(editions.escalatesAt))
    .limit(perRound);
  return rows.map(({ id }) => id);
}

/** Carries the lateness of an edition one level further, once. */
function escalate(editionId: EditionId): Promise<void> {
  return transaction(async (tx) => {
    const at = now();
    const record = await underLock(tx, editionId);
    if (record === undefined) return;
    const { edition, article, agency } = record;
    const isDue = edition.escalatesAt !== null && edition.escalatesAt <= at && edition.escalation < lastEscalation;
    if (!isDue || edition.targetAt === null) return;
    const level = edition.escalation + 1;
    const to = await recipients(tx, record, level, at);
    const escalatesAt = nextEscalation(await serviceTimeOf(tx, article.portalId), edition.targetAt, level);
    await tx
      .update(editions)
      .set({ escalation: level, escalatedAt: at, escalatedTo: to, escalatesAt })
      .where(eq(editions.id, editionId));
    await recordEvent(tx, {
      portalId: article.portalId,
      actorId: null,
      actorRole: null,
      verb: 'escalate',
      articleId: article.id,
      editionId,
      agencyId: agency.id,
      detail: { level, to, state: edition.state, targetAt: edition.targetAt.toISOString() },
    });
  });
}

/**
 * Who is told: the managing editors at work, then the agency's leaders at work. Where nobody of these is
 * there it goes to the next who can act: the editors, and in place of a leader the managing editors again.
 */
async function recipients(
  tx: Transaction,
  { article, agency, facts }: EditionRecord,
  level: number,
  at: Date,
): Promise<UserId[]> {
  const ofPortal = { portalId: article.portalId, agencyId: null };
  if (level > 1) {
    const leaders = await onDuty(tx, { portalId: article.portalId, agencyId: agency.id, role: 'leader' }, at);
    const mayRead = facts.isConfidential ? leaders.filter((id) => facts.namedIds.includes(id)) : leaders;
    if (mayRead.length > 0) return mayRead;
  }
  const managing = await onDuty(tx, { ...ofPortal, role: 'managing_editor' }, at);
  return managing.length > 0 ? managing : onDuty(tx, { ...ofPortal, role: 'editor' }, at);
}

/** Portals with editions at the desk that have no target yet, such as after an upgrade. */
async function portalsUncounted(): Promise<PortalId[]> {
  const rows = await database()
    .selectDistinct({ portalId: articles.portalId })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(and(atTheDesk, isNull(editions.targetAt)));
  return rows.map(({ portalId }) => portalId);
}

async function underLock(tx: Transaction, editionId: EditionId): Promise<EditionRecord | undefined> {
  await lockArticle(tx, editionId);
  return readEdition(tx, editionId, true);
}
