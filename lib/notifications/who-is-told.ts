import { guardedRoles, type Role } from '#db/schema/enums.ts';
import type { events } from '#db/schema/index.ts';
import type { UserId } from '#lib/ids.ts';
import type { EditionRecord } from '#lib/newsroom/edition-record.ts';
import { type HeldRole, holds, maySee } from '#lib/newsroom/policy.ts';
import { twoSignaturesHold } from '#lib/newsroom/signatures.ts';
import type { NewsKind } from './kinds.ts';

export type EventRow = typeof events.$inferSelect;

/** Somebody with roles in force, as the table looks at them. */
export type Member = { userId: UserId; roles: readonly HeldRole[] };

/** What the table knows of an event: the edition as it is now, who there is, and what was asked besides. */
export type Happening = {
  event: EventRow;
  record: EditionRecord | undefined;
  members: readonly Member[];
  /** Called by name in the comment of this event. */
  mentioned: readonly UserId[];
  /** Who has spoken in the same thread before. */
  thread: readonly UserId[];
  /** Who had claimed the edition before somebody took it over. */
  formerClaimer: UserId | null;
};

/** One piece of news: which kind, and who is told. */
export type News = { kind: NewsKind; userId: UserId };

type Telling = readonly [kind: NewsKind, whom: (happening: Happening) => readonly (UserId | null)[]];

/**
 * Who is told what of which event: the one table. Events that are not in it are told to nobody;
 * they stand in the history.
 */
const table: Readonly<Record<string, readonly Telling[]>> = {
  submit: [
    ['to_verify', (of) => (waitsForVerifier(of) ? verifiers(of) : [])],
    ['to_edit', (of) => (waitsForVerifier(of) ? [] : editors(of))],
  ],
  verify: [['to_edit', editors]],
  open_to_desk: [['to_edit', editors]],
  claim: [['claimed', authors]],
  take_over: [['taken_over', (of) => [of.formerClaimer]]],
  return: [['returned', writers]],
  reject: [['rejected', writers]],
  approve: [['to_confirm', (of) => (waitsForConfirmation(of) ? [...writers(of), ...verifiers(of)] : [])]],
  confirm: [['confirmed', (of) => [of.record?.edition.approvedBy ?? null]]],
  schedule: [['scheduled', writers]],
  unschedule: [['scheduled', writers]],
  schedule_failed: [['schedule_failed', (of) => [...editors(of), ...managingEditors(of)]]],
  publish: [
    ['published', (of) => [...writers(of), ...signers(of), ...leaders(of)].filter((id) => id !== hasJustSigned(of))],
  ],
  publish_due: [['published', (of) => [...writers(of), ...signers(of), ...leaders(of)]]],
  publish_now: [
    ['fast_lane', managingEditors],
    ['second_review', (of) => [...editors(of), ...verifiers(of)]],
    ['published', (of) => [...writers(of), ...leaders(of)]],
  ],
  remind_second_review: [['second_review', (of) => [...editors(of), ...managingEditors(of), ...verifiers(of)]]],
  second_review_overdue: [['second_review_late', (of) => [...managingEditors(of), ...leaders(of)]]],
  remind_retraction_review: [['second_review', managingEditors]],
  retraction_review_overdue: [['second_review_late', managingEditors]],
  second_review: [['reviewed', (of) => [of.record?.edition.fastLaneBy ?? null]]],
  weekly_fast_lane: [['weekly_fast_lane', managingEditors]],
  start_edition: [['new_edition', authors]],
  retract: [['retracted', (of) => [...authors(of), ...managingEditors(of), ...leaders(of)]]],
  restore: [['restored', authors]],
  discard: [['discarded', writers]],
  merge: [['merged', writers]],
  assign: [['assigned', subject]],
  hand_over: [['assigned', subject]],
  unassign: [['assigned', subject]],
  hand_pass_on: [['assigned', subject]],
  set_priority: [['priority', (of) => [of.record?.edition.assignedTo ?? null, of.record?.edition.claimedBy ?? null]]],
  escalate: [['escalated', carriedTo]],
  agree_joint: [['joint_answer', (of) => [...writers(of), of.record?.edition.claimedBy ?? null]]],
  decline_joint: [['joint_answer', (of) => [...writers(of), of.record?.edition.claimedBy ?? null]]],
  comment: [
    ['mention', (of) => of.mentioned],
    ['comment', (of) => [...writers(of), of.record?.edition.claimedBy ?? null]],
  ],
  reply: [
    ['mention', (of) => of.mentioned],
    ['reply', (of) => of.thread],
  ],
  suggest: [['suggestion', (of) => [...writers(of), of.record?.edition.claimedBy ?? null]]],
  accept_suggestion: [['suggestion_answered', subject]],
  refuse_suggestion: [['suggestion_answered', subject]],
  add_co_writer: [['added', subject]],
  name_person: [['added', subject]],
  raise_alarm: [['alarm', (of) => (isOfSchedule(of) ? managingEditors(of) : [...managingEditors(of), ...admins(of)])]],
  grant_role: [
    ['role_waiting', (of) => (waitsForSecond(of) ? [...managingEditors(of), ...admins(of)] : [])],
    ['role', (of) => (waitsForSecond(of) ? [] : subject(of))],
  ],
  accept_role: [['role', subject]],
  end_role: [['role', subject]],
  delegate_role: [['delegation', subject]],
  end_delegation: [['delegation', subject]],
  new_device: [['new_device', subject]],
  begin_handover: [['handover', subject]],
  finish_handover: [['handover', subject]],
};

/**
 * Who is told of an event, each person of one thing only, the first that fits. Never whoever did it,
 * never somebody who may not see the article.
 */
export function newsOf(happening: Happening): News[] {
  const { event, record, members } = happening;
  if (event.articleId !== null && record === undefined) return [];
  const present = new Map(members.map((member) => [member.userId, member]));
  const told = new Map<UserId, NewsKind>();
  for (const [kind, whom] of table[event.verb] ?? []) {
    for (const id of whom(happening)) {
      if (id === null || id === event.actorId || told.has(id)) continue;
      const member = present.get(id);
      if (member === undefined || (record !== undefined && !maySee(member, record.facts))) continue;
      told.set(id, kind);
    }
  }
  return [...told].map(([id, kind]) => ({ userId: id, kind }));
}

/** Whether anybody is told of events of this verb. */
export function isTold(verb: string): boolean {
  return Object.hasOwn(table, verb);
}

/** Whom the entry itself names: whoever was at work when the lateness was carried on. */
function carriedTo(of: Happening): readonly UserId[] {
  const { to, level } = of.event.detail;
  if (!Array.isArray(to)) return level === 2 ? leaders(of) : managingEditors(of);
  return of.members.map(({ userId }) => userId).filter((userId) => to.includes(userId));
}

function subject({ event }: Happening): (UserId | null)[] {
  return [event.subjectId];
}

/** Who answers for the edition as its writers: who began it, submitted it, or was added. */
function writers({ record }: Happening): (UserId | null)[] {
  return record === undefined ? [] : [record.facts.createdBy, record.edition.submittedBy, ...record.facts.coWriterIds];
}

/** Writers of this edition and of those it took words from. */
function authors(of: Happening): (UserId | null)[] {
  return [...writers(of), ...(of.record?.facts.authorIds ?? [])];
}

function signers({ record }: Happening): UserId[] {
  return record?.facts.signatures.map(({ userId }) => userId) ?? [];
}

/** Whose signature let the system publish at once: they have seen it happen. */
function hasJustSigned({ event, record }: Happening): UserId | undefined {
  const latest = record?.facts.signatures.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1);
  return event.actorId === null ? latest?.userId : undefined;
}

function verifiers({ record }: Happening): readonly UserId[] {
  return record?.facts.verifierIds ?? [];
}

function leaders(of: Happening): UserId[] {
  const { record } = of;
  if (record === undefined) return [];
  const { portalId, agencyId, jointAgencyIds } = record.facts;
  return withRole(of, (member) =>
    [agencyId, ...jointAgencyIds].some((agency) => holds(member, 'leader', portalId, agency)),
  );
}

function editors(of: Happening): UserId[] {
  return [...inPortal(of, 'editor'), ...inPortal(of, 'managing_editor')];
}

function managingEditors(of: Happening): UserId[] {
  return inPortal(of, 'managing_editor');
}

function admins(of: Happening): UserId[] {
  return inPortal(of, 'admin');
}

/** An event without a portal concerns the whole install. */
function inPortal(of: Happening, role: Role): UserId[] {
  const portal = of.event.portalId;
  return withRole(of, ({ roles }) =>
    roles.some((held) => held.role === role && (portal === null || held.portalId === portal)),
  );
}

function withRole({ members }: Happening, fits: (member: Member) => boolean): UserId[] {
  return members.filter(fits).map(({ userId }) => userId);
}

/** Somebody of the agency verifies first, and it was not they who submitted. */
function waitsForVerifier({ event, record }: Happening): boolean {
  if (record === undefined || !record.facts.hasVerification || record.edition.claimableAtOnce) return false;
  return record.facts.verifierIds.some((id) => id !== event.actorId && !record.facts.authorIds.includes(id));
}

/** By the edition as it is now: what was confirmed meanwhile waits for nobody. */
function waitsForConfirmation({ record }: Happening): boolean {
  if (record === undefined || record.edition.state !== 'approved') return false;
  return !twoSignaturesHold(record.facts.signatures, record.facts.currentHash);
}

/** Roles with power need a second admin or managing editor before they count. */
function waitsForSecond({ event }: Happening): boolean {
  return guardedRoles.some((role) => role === event.detail['role']);
}

/** The desk hears of the failure itself; the alarm that follows is for whoever answers for all of it. */
function isOfSchedule({ event }: Happening): boolean {
  return event.detail['kind'] === 'schedule_failed';
}
