import {
  type ApprovalOutcome,
  type EditionState,
  type FastLaneReason,
  type SignatureAct,
  workingStates,
} from '../../db/schema/enums.ts';
import type { UserId } from '../ids.ts';

/** What people and the system can do to an edition. The words are those of the interface (labels.ts). */
export const verbs = [
  'edit',
  'submit',
  'withdraw',
  'verify',
  'claim',
  'release',
  'take_over',
  'return',
  'reject',
  'approve',
  'confirm',
  'publish',
  'schedule',
  'unschedule',
  'publish_due',
  'publish_now',
  'second_review',
  'start_edition',
  'supersede',
  'retract',
  'review_retraction',
  'restore',
  'archive',
  'unarchive',
  'discard',
  'undiscard',
  'place',
] as const;
export type Verb = (typeof verbs)[number];

type Transition = {
  from: readonly EditionState[];
  /** `stays` changes no state; a list means the row decides (see `stateAfter`). */
  to: EditionState | 'stays' | readonly EditionState[];
  /** The act under which the actor signs the current hash. */
  signs?: SignatureAct;
  /** Refused while a blocking issue stands. */
  needsReadiness?: true;
  /** Refused while a finding left to judgement has been neither mended nor let pass with a reason. */
  needsJudgement?: true;
  /** Refused without two signatures on the current hash. */
  needsTwoSignatures?: true;
};

/** Which verb follows which state: the whole table of the design, and the only copy of it. */
export const workflow: Readonly<Record<Verb, Transition>> = {
  edit: { from: ['draft', 'returned', 'in_editing'], to: 'stays' },
  submit: { from: ['draft', 'returned'], to: 'submitted', signs: 'submit', needsReadiness: true },
  withdraw: { from: ['submitted', 'verified'], to: 'draft' },
  verify: { from: ['submitted'], to: 'verified', signs: 'verify' },
  claim: { from: ['submitted', 'verified', 'approved'], to: 'in_editing' },
  release: { from: ['in_editing'], to: ['submitted', 'verified', 'approved'] },
  take_over: { from: ['in_editing'], to: 'stays' },
  return: { from: ['submitted', 'verified', 'approved', 'in_editing'], to: 'returned' },
  reject: { from: ['submitted', 'verified', 'in_editing'], to: 'rejected' },
  approve: { from: ['in_editing'], to: 'approved', signs: 'approve', needsReadiness: true, needsJudgement: true },
  confirm: { from: ['approved'], to: 'stays', signs: 'confirm' },
  publish: { from: ['approved'], to: 'published', needsReadiness: true, needsTwoSignatures: true },
  schedule: { from: ['approved', 'scheduled'], to: 'scheduled', needsReadiness: true, needsTwoSignatures: true },
  unschedule: { from: ['scheduled'], to: 'approved' },
  publish_due: { from: ['scheduled'], to: 'published', needsReadiness: true, needsTwoSignatures: true },
  publish_now: {
    from: ['draft', 'returned', 'submitted', 'verified', 'in_editing', 'approved', 'scheduled'],
    to: 'published',
    signs: 'publish_now',
    needsReadiness: true,
    needsJudgement: true,
  },
  second_review: { from: ['published', 'archived', 'retracted'], to: 'stays', signs: 'second_review' },
  start_edition: { from: ['published', 'archived', 'retracted'], to: 'stays' },
  supersede: { from: ['published', 'archived', 'retracted'], to: 'superseded' },
  retract: { from: ['published', 'archived'], to: 'retracted' },
  review_retraction: { from: ['retracted'], to: 'stays' },
  restore: { from: ['retracted'], to: ['published', 'archived'] },
  archive: { from: ['published'], to: 'archived' },
  unarchive: { from: ['archived'], to: 'published' },
  discard: { from: ['draft', 'returned'], to: 'discarded' },
  undiscard: { from: ['discarded'], to: 'draft' },
  place: { from: ['published', 'archived', 'retracted'], to: 'stays' },
};

/** Whether an edition may still come to readers and has not: what somebody may be asked to look at beforehand. */
export function isBeforeReaders(state: EditionState): boolean {
  return workingStates.some((working) => working === state);
}

/** Minutes without a keystroke after which any editor may take an edition over. */
export const takeOverAfterMinutes = 30;
/** Hours within which a fast-lane item is reviewed by a second person, and a retraction by a managing editor. */
export const secondReviewHours = 2;
/** Days a discarded edition can be brought back. */
export const undiscardDays = 30;

const minute = 60_000;
const hour = 60 * minute;

/** The columns of an edition that verbs read and change; its words are elsewhere. */
export type Road = {
  state: EditionState;
  submittedBy: UserId | null;
  submittedAt: Date | null;
  /** Until when the agency's verifier is waited for; null when there was nobody to wait for. */
  verifyDueAt: Date | null;
  claimableAtOnce: boolean;
  claimedBy: UserId | null;
  claimedAt: Date | null;
  claimedFrom: EditionState | null;
  claimedHash: string | null;
  lastTypedAt: Date | null;
  approvedBy: UserId | null;
  approvedAt: Date | null;
  approvalOutcome: ApprovalOutcome | null;
  scheduledFor: Date | null;
  /** The hash two people had signed when it was scheduled: only these words go out. */
  scheduledHash: string | null;
  scheduledBy: UserId | null;
  scheduleFailedAt: Date | null;
  scheduleAttempts: number;
  scheduleFailure: string | null;
  embargoUntil: Date | null;
  fastLaneReason: FastLaneReason | null;
  fastLaneBy: UserId | null;
  secondReviewDueAt: Date | null;
  secondReviewedAt: Date | null;
  publishedAt: Date | null;
  retractedAt: Date | null;
  retractReason: string | null;
  retractHidesTitle: boolean;
  retractReviewDueAt: Date | null;
  retractReviewedAt: Date | null;
  retractedFrom: EditionState | null;
  discardedAt: Date | null;
};

/** What a verb needs to be told beyond who and when. */
export type VerbInput = {
  /** approve: what follows two signatures; schedule: when. */
  outcome?: ApprovalOutcome;
  scheduledFor?: Date;
  /** publish_now. */
  fastLaneReason?: FastLaneReason;
  /** claim past a verifier, retract, reject, return: why, in words. */
  reason?: string;
  hidesTitle?: boolean;
  /** retract: nobody needs to look at it again, since a managing editor did it. */
  isOwnReview?: boolean;
};

/** Whether the table lets this verb work from this state. */
export function canFollow(verb: Verb, state: EditionState): boolean {
  return workflow[verb].from.includes(state);
}

const noClaim = { claimedBy: null, claimedAt: null, claimedFrom: null, claimedHash: null } as const;
const noFailure = { scheduleFailedAt: null, scheduleAttempts: 0, scheduleFailure: null } as const;
const noSchedule = { scheduledFor: null, scheduledHash: null, scheduledBy: null, ...noFailure } as const;
const noApproval = { approvedBy: null, approvedAt: null, approvalOutcome: null, scheduledFor: null } as const;

/**
 * The state a verb leads to.
 *
 * @param currentHash the content hash at this moment; `release` goes back only with unchanged words
 */
export function stateAfter(verb: Verb, road: Road, currentHash: string): EditionState {
  if (verb === 'release') {
    return road.claimedHash === currentHash && road.claimedFrom !== null ? road.claimedFrom : 'submitted';
  }
  if (verb === 'restore') return road.retractedFrom ?? 'published';
  const { to } = workflow[verb];
  return typeof to === 'string' && to !== 'stays' ? to : road.state;
}

/**
 * What a verb changes in the road: the pure half of every transition. The caller has
 * asked the policy, the table and the signatures before.
 *
 * @param twoSignatures whether, the actor's own included, two signatures hold on `currentHash`
 * @param verifyDueAt submit: until when the agency's verifier is waited for, if there is one
 */
export function changesOf(
  verb: Verb,
  road: Road,
  act: {
    by: UserId | null;
    at: Date;
    currentHash: string;
    twoSignatures: boolean;
    input: VerbInput;
    verifyDueAt?: Date | null;
  },
): Partial<Road> {
  const { by, at, currentHash, input } = act;
  const state = stateAfter(verb, road, currentHash);
  switch (verb) {
    case 'edit':
      return { lastTypedAt: at };
    case 'submit':
      return { state, submittedBy: by, submittedAt: at, claimableAtOnce: false, verifyDueAt: act.verifyDueAt ?? null };
    case 'claim':
      return {
        state,
        claimedBy: by,
        claimedAt: at,
        claimedFrom: road.state,
        claimedHash: currentHash,
        lastTypedAt: null,
      };
    case 'take_over':
      return { claimedBy: by, claimedAt: at, lastTypedAt: null };
    case 'release': {
      const unchanged = road.claimedHash === currentHash;
      return unchanged ? { ...noClaim, state } : { ...noClaim, ...noApproval, state, claimableAtOnce: true };
    }
    case 'withdraw':
    case 'return':
      return { ...noClaim, ...noApproval, state, claimableAtOnce: false };
    case 'reject':
      return { ...noClaim, ...noApproval, state };
    case 'approve':
      return {
        ...noClaim,
        state,
        approvedBy: by,
        approvedAt: at,
        approvalOutcome: input.outcome ?? 'wait',
        scheduledFor: input.scheduledFor ?? null,
      };
    case 'schedule':
      return {
        ...noFailure,
        state,
        scheduledFor: input.scheduledFor ?? road.scheduledFor,
        scheduledHash: currentHash,
        // The system carries out what the approver asked for.
        scheduledBy: by ?? road.approvedBy,
      };
    case 'unschedule':
      return { ...noSchedule, state, approvalOutcome: 'wait' };
    case 'publish':
      return { state, publishedAt: at };
    case 'publish_due':
      return { ...noFailure, state, publishedAt: at };
    case 'publish_now':
      return {
        ...noClaim,
        ...noSchedule,
        state,
        publishedAt: at,
        fastLaneReason: input.fastLaneReason ?? null,
        fastLaneBy: by,
        // Somebody else may have signed these very bytes before: then nothing is owed.
        secondReviewDueAt: act.twoSignatures ? null : new Date(at.getTime() + secondReviewHours * hour),
        secondReviewedAt: act.twoSignatures ? at : null,
      };
    case 'second_review':
      return { secondReviewedAt: at };
    case 'retract':
      return {
        state,
        retractedAt: at,
        retractReason: input.reason ?? '',
        retractHidesTitle: input.hidesTitle ?? false,
        retractReviewDueAt: input.isOwnReview === true ? null : new Date(at.getTime() + secondReviewHours * hour),
        retractReviewedAt: null,
        retractedFrom: road.state,
      };
    case 'review_retraction':
      return { retractReviewedAt: at };
    case 'restore':
      return {
        state,
        retractedAt: null,
        retractReason: null,
        retractHidesTitle: false,
        retractReviewDueAt: null,
        retractReviewedAt: null,
        retractedFrom: null,
      };
    case 'discard':
      return { state, discardedAt: at };
    case 'undiscard':
      return { state, discardedAt: null };
    case 'verify':
    case 'supersede':
    case 'archive':
    case 'unarchive':
      return { state };
    case 'confirm':
    case 'start_edition':
    case 'place':
      return {};
  }
}

/** Whether the verifier's time has passed, or there was none to wait for, so that the desk may go on. */
export function verifierIsLate(road: Road, at: Date): boolean {
  return road.submittedAt !== null && (road.verifyDueAt === null || at >= road.verifyDueAt);
}

/** Whether the claimer has been still long enough for any editor to take over. */
export function claimerIsIdle(road: Road, at: Date): boolean {
  const last = Math.max(road.lastTypedAt?.getTime() ?? 0, road.claimedAt?.getTime() ?? 0);
  return last > 0 && at.getTime() - last >= takeOverAfterMinutes * minute;
}

/** Until when an edition that was discarded then can be brought back; after it, its words are purged. */
export function undiscardableUntil(discardedAt: Date): Date {
  return new Date(discardedAt.getTime() + undiscardDays * 24 * hour);
}

/** Whether a discarded edition can still be brought back. */
export function canStillUndiscard(road: Pick<Road, 'discardedAt'>, at: Date): boolean {
  return road.discardedAt !== null && at < undiscardableUntil(road.discardedAt);
}
