import type { EditionFacts, Person } from '#lib/newsroom/policy.ts';
import {
  edition,
  heldRole,
  minutesAfter,
  noon,
  otherAgency,
  otherPortal,
  person,
  signature,
} from './paper-newsroom.ts';

const elsewhere = (role: 'contributor' | 'verifier' | 'leader') => heldRole(role, otherAgency);

/** Everybody an office may meet, each with one role. */
export const cast = {
  writer: person(1, 'contributor'),
  colleague: person(2, 'contributor'),
  verifier: person(3, 'verifier'),
  leader: person(4, 'leader'),
  coWriter: person(5, elsewhere('contributor')),
  claimer: person(6, 'editor'),
  editor: person(7, 'editor'),
  managing: person(8, 'managing_editor'),
  admin: person(9, 'admin'),
  auditor: person(10, 'auditor'),
  otherContributor: person(11, elsewhere('contributor')),
  otherVerifier: person(12, elsewhere('verifier')),
  otherLeader: person(13, elsewhere('leader')),
  foreignEditor: person(14, heldRole('editor', otherAgency, otherPortal)),
  foreignManaging: person(15, heldRole('managing_editor', otherAgency, otherPortal)),
  foreignAuditor: person(16, heldRole('auditor', otherAgency, otherPortal)),
  nobody: person(17),
} satisfies Record<string, Person>;

/** An edition as it usually is in that state: `writer` submitted it, `claimer` holds, approved or published it. */
export function usual(state: EditionFacts['state']): EditionFacts {
  const isLive = state === 'published' || state === 'archived' || state === 'retracted';
  return edition({
    state,
    createdBy: cast.writer.userId,
    authorIds: [cast.writer.userId],
    coWriterIds: [cast.coWriter.userId],
    hasVerification: true,
    verifierIds: [cast.verifier.userId],
    submittedBy: cast.writer.userId,
    submittedAt: noon,
    verifyDueAt: minutesAfter(240),
    claimedBy: state === 'in_editing' ? cast.claimer.userId : null,
    claimedAt: state === 'in_editing' ? noon : null,
    discardedAt: state === 'discarded' ? noon : null,
    signatures: [
      signature(cast.writer.userId, 'contributor', 'submit', 'words before editing'),
      ...(state === 'approved' || state === 'scheduled' ? [signature(cast.claimer.userId, 'editor', 'approve')] : []),
      ...(isLive ? [signature(cast.claimer.userId, 'editor', 'publish_now')] : []),
    ],
    fastLaneBy: isLive ? cast.claimer.userId : null,
    secondReviewDueAt: isLive ? minutesAfter(120) : null,
    retractReviewDueAt: state === 'retracted' ? minutesAfter(120) : null,
  });
}
