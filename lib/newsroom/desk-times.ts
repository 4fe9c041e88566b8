import type { Queryable, Transaction } from '#db/client.ts';
import type { EditionState } from '#db/schema/enums.ts';
import type { UserId } from '#lib/ids.ts';
import type { EventEntry } from '#lib/record/events.ts';
import type { StageTargets } from '#lib/service-hours/desk-settings.ts';
import { serviceCalendarOf, serviceTimeOf } from '#lib/service-hours/read-calendar.ts';
import { afterServiceMinutes } from '#lib/service-hours/service-calendar.ts';
import { stageTimes } from '#lib/service-hours/stage-times.ts';
import type { EditionRecord, EditionRow } from './edition-record.ts';
import { verifiersFor } from './policy.ts';
import type { Road } from './workflow.ts';

/** What the desk counts for an edition: since when it waits, until when it may, and who was told that it is late. */
export type DeskTimes = Pick<
  EditionRow,
  'waitingSince' | 'targetAt' | 'escalation' | 'escalatedAt' | 'escalatesAt' | 'escalatedTo' | 'openedToDeskAt'
>;

/** Why the desk was let past the agency's verifier. */
export type OpenedBecause = 'no_verifier' | 'verifier_silent';

/**
 * What an edition in this state waits for, by the names of the targets. A draft and a returned edition
 * wait for their writer, a scheduled one for its time, and none of them for the desk: they have no target.
 *
 * @param awaitsVerifier whether the agency's verifier is asked before the desk
 */
export function stageOf(state: EditionState, awaitsVerifier: boolean): keyof StageTargets | null {
  switch (state) {
    case 'submitted':
      return awaitsVerifier ? 'verify' : 'claim';
    case 'verified':
      return 'claim';
    case 'in_editing':
      return 'edit';
    case 'approved':
      return 'confirm';
    default:
      return null;
  }
}

/**
 * Until when the agency's verifier is waited for if this edition is submitted now, in service time: over
 * holidays and collective leave nobody counts as silent. Null when nobody there could verify.
 */
export async function verifyDeadline(
  queryable: Queryable,
  { facts, agency, article }: EditionRecord,
  submittedBy: UserId | null,
  at: Date,
): Promise<Date | null> {
  if (!agency.hasVerification || verifiersFor(facts, submittedBy).length === 0) return null;
  return afterServiceMinutes(await serviceCalendarOf(queryable, article.portalId), at, agency.verifyWithinMinutes);
}

/** The desk's columns after a verb; none where the state stays. Whatever was late begins anew with each state. */
export async function deskTimesAfter(
  tx: Transaction,
  { edition, article, agency }: EditionRecord,
  changes: Partial<Road>,
  at: Date,
): Promise<Partial<DeskTimes>> {
  const { state = edition.state } = changes;
  if (state === edition.state) return {};
  const verifyDueAt = changes.verifyDueAt === undefined ? edition.verifyDueAt : changes.verifyDueAt;
  const claimableAtOnce = changes.claimableAtOnce ?? edition.claimableAtOnce;
  const awaitsVerifier = agency.hasVerification && !claimableAtOnce && verifyDueAt !== null;
  const isUnverifiable = agency.hasVerification && !claimableAtOnce && verifyDueAt === null;
  const began = {
    waitingSince: at,
    escalation: 0,
    escalatedAt: null,
    escalatedTo: [],
    openedToDeskAt: openedAfter(edition, { ...changes, state }, isUnverifiable, at),
  };
  const stage = stageOf(state, awaitsVerifier);
  if (stage === null) return { ...began, targetAt: null, escalatesAt: null };
  const service = await serviceTimeOf(tx, article.portalId);
  return { ...began, ...stageTimes(service, { kind: edition.kind, stage, since: at, escalation: 0 }) };
}

/** A new submission is opened at once where nobody could verify it; one put back stays as open as it was. */
function openedAfter(edition: EditionRow, { state, submittedAt }: Partial<Road>, isUnverifiable: boolean, at: Date) {
  if (state !== 'submitted') return edition.openedToDeskAt;
  if (submittedAt === undefined) return edition.openedToDeskAt;
  return isUnverifiable ? at : null;
}

/** The entry that the desk may go on without the agency's verifier. */
export function openedToDesk({ edition, article, agency }: EditionRecord, because: OpenedBecause): EventEntry {
  return {
    portalId: article.portalId,
    actorId: null,
    actorRole: null,
    verb: 'open_to_desk',
    articleId: article.id,
    editionId: edition.id,
    agencyId: agency.id,
    detail: { because, verifyDueAt: edition.verifyDueAt?.toISOString() ?? null },
  };
}
