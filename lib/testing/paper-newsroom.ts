import type { Role, SignatureAct } from '#db/schema/enums.ts';
import { agencyRoles } from '#db/schema/enums.ts';
import { type AgencyId, agencyId, type PortalId, portalId, type UserId, userId } from '#lib/ids.ts';
import type { EditionFacts, HeldRole, Person } from '#lib/newsroom/policy.ts';
import type { HeldSignature } from '#lib/newsroom/signatures.ts';
import type { Road } from '#lib/newsroom/workflow.ts';

/** A newsroom on paper, for the pure rules: people, roles and one edition, without a database. */

const numbered = (kind: number, count: number) =>
  `0000000${kind}-0000-4000-8000-${count.toString(16).padStart(12, '0')}`;

export const homePortal: PortalId = portalId.parse(numbered(1, 1));
export const otherPortal: PortalId = portalId.parse(numbered(1, 2));
export const homeAgency: AgencyId = agencyId.parse(numbered(2, 1));
export const otherAgency: AgencyId = agencyId.parse(numbered(2, 2));
export const userNumber = (count: number): UserId => userId.parse(numbered(3, count));

/** A role of the home portal, in the home agency where it belongs to one. */
export function heldRole(role: Role, agency: AgencyId = homeAgency, portal: PortalId = homePortal): HeldRole {
  const isOfAgency = agencyRoles.some((candidate) => candidate === role);
  return { role, portalId: portal, agencyId: isOfAgency ? agency : null };
}

/** Somebody with these roles; a plain role is held at home. */
export function person(id: number, ...roles: (Role | HeldRole)[]): Person {
  return { userId: userNumber(id), roles: roles.map((role) => (typeof role === 'string' ? heldRole(role) : role)) };
}

export const noon = new Date('2026-01-14T04:00:00Z');
export const minutesAfter = (minutes: number, from: Date = noon) => new Date(from.getTime() + minutes * 60_000);

export const emptyRoad: Road = {
  state: 'draft',
  submittedBy: null,
  submittedAt: null,
  verifyDueAt: null,
  claimableAtOnce: false,
  claimedBy: null,
  claimedAt: null,
  claimedFrom: null,
  claimedHash: null,
  lastTypedAt: null,
  approvedBy: null,
  approvedAt: null,
  approvalOutcome: null,
  scheduledFor: null,
  scheduledHash: null,
  scheduledBy: null,
  scheduleFailedAt: null,
  scheduleAttempts: 0,
  scheduleFailure: null,
  embargoUntil: null,
  fastLaneReason: null,
  fastLaneBy: null,
  secondReviewDueAt: null,
  secondReviewedAt: null,
  publishedAt: null,
  retractedAt: null,
  retractReason: null,
  retractHidesTitle: false,
  retractReviewDueAt: null,
  retractReviewedAt: null,
  retractedFrom: null,
  discardedAt: null,
};

/** A draft of the home agency that user 1 began, unless changed. */
export function edition(changes: Partial<EditionFacts> = {}): EditionFacts {
  return {
    ...emptyRoad,
    portalId: homePortal,
    agencyId: homeAgency,
    articleAgencyId: homeAgency,
    jointAgencyIds: [],
    isConfidential: false,
    namedIds: [],
    createdBy: userNumber(1),
    coWriterIds: [],
    authorIds: [],
    hasVerification: false,
    verifierIds: [],
    currentHash: 'words',
    signatures: [],
    hasWorkingEdition: false,
    ...changes,
  };
}

export function signature(
  by: UserId,
  role: Role,
  act: SignatureAct,
  contentHash = 'words',
  at: Date = noon,
): HeldSignature {
  return { userId: by, role, act, contentHash, at };
}
