import { describe, expect, test } from 'vitest';
import {
  edition,
  heldRole,
  homeAgency,
  homePortal,
  minutesAfter,
  noon,
  otherAgency,
  otherPortal,
  person,
  signature,
  userNumber,
} from '#lib/testing/paper-newsroom.ts';
import { mayReadHistory } from './confidence-policy.ts';
import {
  allowedVerbs,
  type EditionFacts,
  isWriter,
  mayCreateIn,
  maySee,
  type Person,
  refusalFor,
  signatureRefusal,
  signingRole,
} from './policy.ts';
import type { Verb, VerbInput } from './workflow.ts';

const writer = person(1, 'contributor');
const verifier = person(3, 'verifier');
const editor = person(6, 'editor');
const otherEditor = person(7, 'editor');
const managing = person(8, 'managing_editor');

function may(who: Person, verb: Verb, facts: EditionFacts, at = noon, input: VerbInput = {}): boolean {
  return maySee(who, facts) && refusalFor(who, verb, facts, at, input) === undefined;
}

const submitted = edition({
  state: 'submitted',
  hasVerification: true,
  verifierIds: [verifier.userId],
  submittedBy: writer.userId,
  submittedAt: noon,
  verifyDueAt: minutesAfter(240),
  authorIds: [writer.userId],
});

describe('verifying', () => {
  test('never by who submitted or wrote these words', () => {
    expect(may(verifier, 'verify', { ...submitted, submittedBy: verifier.userId })).toBe(false);
    expect(may(verifier, 'verify', { ...submitted, authorIds: [writer.userId, verifier.userId] })).toBe(false);
  });

  test('never in an agency without the step', () => {
    expect(may(verifier, 'verify', { ...submitted, hasVerification: false })).toBe(false);
  });
});

describe('the desk passes the verifier', () => {
  test('when the agency has no such step', () => {
    expect(may(editor, 'claim', { ...submitted, hasVerification: false })).toBe(true);
  });

  test.each([
    ['there is none', { verifierIds: [] }],
    ['the only one submitted it', { submittedBy: verifier.userId }],
    ['the only one wrote it', { authorIds: [verifier.userId] }],
    ['the only one may not read it', { isConfidential: true, namedIds: [writer.userId, editor.userId] }],
  ])('when nobody there could verify: %s', (_, changes) => {
    expect(may(editor, 'claim', { ...submitted, ...changes })).toBe(true);
  });

  test('when their time has passed, and not a minute before', () => {
    expect(may(editor, 'claim', submitted, minutesAfter(239))).toBe(false);
    expect(may(editor, 'claim', submitted, minutesAfter(240))).toBe(true);
  });

  test('when a managing editor says why; nobody else may', () => {
    expect(may(managing, 'claim', submitted)).toBe(false);
    expect(may(managing, 'claim', submitted, noon, { reason: '  ' })).toBe(false);
    expect(may(managing, 'claim', submitted, noon, { reason: 'verifikator cuti' })).toBe(true);
    expect(may(editor, 'claim', submitted, noon, { reason: 'verifikator cuti' })).toBe(false);
  });

  test('when an editor gave it back after edits', () => {
    expect(may(editor, 'claim', { ...submitted, claimableAtOnce: true })).toBe(true);
  });
});

describe('the seat', () => {
  const held = edition({ state: 'in_editing', claimedBy: editor.userId, claimedAt: noon, submittedBy: writer.userId });

  test('any editor takes over after thirty silent minutes; nobody from themselves', () => {
    expect(may(otherEditor, 'take_over', held, minutesAfter(29))).toBe(false);
    expect(may(otherEditor, 'take_over', held, minutesAfter(30))).toBe(true);
    expect(may(otherEditor, 'take_over', { ...held, lastTypedAt: minutesAfter(10) }, minutesAfter(30))).toBe(false);
    expect(may(editor, 'take_over', held, minutesAfter(9_999))).toBe(false);
    expect(may(managing, 'take_over', { ...held, claimedBy: managing.userId })).toBe(false);
  });

  test('a claimer who is no editor any more holds nothing', () => {
    const formerly = person(6, 'contributor');
    for (const verb of ['edit', 'approve', 'return', 'release', 'reject'] as const) {
      expect(may(formerly, verb, held)).toBe(false);
    }
  });

  test('approve is never by the submitter, whatever their role', () => {
    for (const role of ['editor', 'managing_editor'] as const) {
      const both = person(6, role, 'contributor');
      expect(may(both, 'approve', held)).toBe(true);
      expect(may(both, 'approve', { ...held, submittedBy: both.userId })).toBe(false);
    }
  });
});

describe('confirming', () => {
  const approve = signature(editor.userId, 'editor', 'approve');
  const approved = edition({ state: 'approved', submittedBy: writer.userId, signatures: [approve] });

  test('never by the first signer', () => {
    expect(may(editor, 'confirm', approved)).toBe(false);
    expect(may(person(6, 'editor', 'contributor', 'verifier'), 'confirm', approved)).toBe(false);
  });

  test('not once two hold, and not when the approval counts no more', () => {
    const second = signature(writer.userId, 'contributor', 'confirm');
    expect(may(otherEditor, 'confirm', { ...approved, signatures: [approve, second] })).toBe(false);
    expect(may(otherEditor, 'confirm', { ...approved, signatures: [] })).toBe(false);
    expect(may(otherEditor, 'confirm', { ...approved, signatures: [{ ...approve, contentHash: 'before' }] })).toBe(
      false,
    );
  });

  test('two signatures without an editor leave room for one', () => {
    const signatures = [
      signature(writer.userId, 'contributor', 'submit'),
      signature(verifier.userId, 'verifier', 'verify'),
    ];
    expect(may(otherEditor, 'confirm', { ...approved, signatures })).toBe(true);
  });

  test('a submitter or co-writer who became auditor or leader confirms nothing', () => {
    for (const role of ['auditor', 'leader'] as const) {
      expect(may(person(1, role), 'confirm', approved)).toBe(false);
      expect(may(person(5, role), 'confirm', { ...approved, coWriterIds: [userNumber(5)] })).toBe(false);
    }
  });
});

describe('after publication', () => {
  const live = edition({
    state: 'published',
    fastLaneBy: editor.userId,
    secondReviewDueAt: minutesAfter(120),
    signatures: [signature(editor.userId, 'editor', 'publish_now')],
  });

  test('the second review is by another, and only while one is owed', () => {
    expect(may(editor, 'second_review', live)).toBe(false);
    expect(may(editor, 'second_review', { ...live, signatures: [] })).toBe(false);
    expect(may(otherEditor, 'second_review', live)).toBe(true);
    expect(may(otherEditor, 'second_review', { ...live, secondReviewedAt: noon })).toBe(false);
    expect(may(otherEditor, 'second_review', { ...live, secondReviewDueAt: null })).toBe(false);
  });

  test('one next edition at a time, also when a discarded one would come back', () => {
    expect(may(editor, 'start_edition', { ...live, hasWorkingEdition: true })).toBe(false);
    const discarded = edition({ state: 'discarded', discardedAt: noon });
    expect(may(writer, 'undiscard', discarded, minutesAfter(5))).toBe(true);
    expect(may(writer, 'undiscard', { ...discarded, hasWorkingEdition: true })).toBe(false);
    expect(may(writer, 'undiscard', discarded, minutesAfter(30 * 24 * 60))).toBe(false);
  });
});

describe('writers', () => {
  test('an editor writes the edition they began, and no other', () => {
    const begun = edition({ createdBy: editor.userId });
    expect(allowedVerbs(editor, begun, noon)).toEqual(['edit', 'submit', 'publish_now', 'discard']);
    expect(allowedVerbs(otherEditor, begun, noon)).toEqual(['publish_now']);
  });

  test('who moved to another agency or lost their role writes nothing they began', () => {
    for (const moved of [person(1, heldRole('contributor', otherAgency)), person(1, 'leader'), person(1)]) {
      expect(isWriter(moved, edition())).toBe(false);
      expect(allowedVerbs(moved, edition(), noon)).toEqual([]);
    }
  });

  test('a co-writer of another agency writes while they hold a writing role in the portal', () => {
    const shared = edition({ coWriterIds: [userNumber(5)] });
    expect(isWriter(person(5, heldRole('contributor', otherAgency)), shared)).toBe(true);
    for (const former of [
      person(5),
      person(5, 'auditor'),
      person(5, heldRole('leader', otherAgency)),
      person(5, heldRole('contributor', otherAgency, otherPortal)),
    ]) {
      expect(isWriter(former, shared)).toBe(false);
    }
  });

  test('articles are begun by contributors and verifiers, each in their agency', () => {
    const creators = [
      writer,
      verifier,
      editor,
      managing,
      person(4, 'leader'),
      person(9, 'admin'),
      person(10, 'auditor'),
    ];
    expect(creators.filter((who) => mayCreateIn(who, homePortal, homeAgency))).toEqual([writer, verifier]);
    expect(mayCreateIn(writer, homePortal, otherAgency)).toBe(false);
    expect(mayCreateIn(writer, otherPortal, homeAgency)).toBe(false);
  });
});

describe('a confidential article', () => {
  const secret = edition({ isConfidential: true, namedIds: [writer.userId] });

  test('is read and written by the named people only; a managing editor sees it once it was sent on', () => {
    expect(may(writer, 'submit', secret)).toBe(true);
    for (const state of ['draft', 'returned', 'discarded'] as const) {
      for (const who of [person(2, 'contributor'), verifier, person(4, 'leader'), editor, managing]) {
        expect(maySee(who, { ...secret, state })).toBe(false);
      }
      expect(maySee(person(10, 'auditor'), { ...secret, state })).toBe(true);
    }
    for (const state of ['submitted', 'verified', 'in_editing', 'approved', 'scheduled', 'rejected'] as const) {
      expect(maySee(editor, { ...secret, state })).toBe(false);
      expect(maySee(managing, { ...secret, state })).toBe(true);
      expect(maySee(editor, { ...secret, state, namedIds: [writer.userId, editor.userId] })).toBe(true);
    }
    expect(maySee(verifier, { ...secret, state: 'submitted' })).toBe(false);
  });

  test('is public like any other once published, its history is not', () => {
    for (const state of ['published', 'archived', 'retracted', 'superseded'] as const) {
      for (const who of [person(2, 'contributor'), verifier, person(4, 'leader'), editor]) {
        expect(maySee(who, { ...secret, state })).toBe(true);
        expect(mayReadHistory(who, { ...secret, state })).toBe(false);
      }
      for (const who of [writer, managing, person(10, 'auditor')]) {
        expect(mayReadHistory(who, { ...secret, state })).toBe(true);
      }
    }
  });

  test('a named person without any role sees nothing any more', () => {
    expect(maySee(person(1), secret)).toBe(false);
  });
});

describe('guards of signatures and times', () => {
  const two = [signature(writer.userId, 'contributor', 'submit'), signature(editor.userId, 'editor', 'approve')];
  const approved = edition({ state: 'approved', signatures: two, scheduledHash: 'words' });

  test.each(['publish', 'schedule', 'publish_due'] as const)('%s needs two signatures on these very words', (verb) => {
    expect(signatureRefusal(verb, approved, noon)).toBeUndefined();
    const changed = { ...approved, currentHash: 'changed', scheduledHash: 'changed' };
    expect(signatureRefusal(verb, changed, noon)?.text).toContain('dua orang');
  });

  test('only the words that were scheduled go out', () => {
    const replaced = { ...approved, scheduledHash: 'others' };
    expect(signatureRefusal('publish_due', replaced, noon)?.text).toContain('tidak sama lagi');
    expect(signatureRefusal('publish', replaced, noon)).toBeUndefined();
  });

  test.each(['publish', 'publish_due', 'publish_now'] as const)('%s waits for the embargo', (verb) => {
    const embargoed = { ...approved, embargoUntil: minutesAfter(60) };
    expect(signatureRefusal(verb, embargoed, noon)?.text).toContain('embargo');
    expect(signatureRefusal(verb, embargoed, minutesAfter(60))).toBeUndefined();
  });

  test('nothing is scheduled before its embargo, nor published before its time', () => {
    const embargoed = { ...approved, embargoUntil: minutesAfter(60) };
    expect(signatureRefusal('schedule', embargoed, noon, { scheduledFor: minutesAfter(59) })?.text).toContain(
      'embargo',
    );
    expect(signatureRefusal('schedule', embargoed, noon, { scheduledFor: minutesAfter(60) })).toBeUndefined();
    const scheduled = { ...approved, state: 'scheduled' as const, scheduledFor: minutesAfter(60) };
    expect(signatureRefusal('publish_due', scheduled, minutesAfter(59))?.text).toContain('belum tiba');
    expect(signatureRefusal('publish_due', scheduled, minutesAfter(60))).toBeUndefined();
  });
});

describe('the role one signs in', () => {
  const both = person(1, 'contributor', 'editor');
  test.each<[string, Person, Verb, Partial<EditionFacts>, string]>([
    ['a writer submits as one', writer, 'submit', {}, 'contributor'],
    ['also when an editor besides', both, 'submit', {}, 'contributor'],
    ['a verifier who writes', verifier, 'submit', {}, 'verifier'],
    ['an editor who began it', editor, 'submit', { createdBy: editor.userId }, 'editor'],
    [
      'a co-writer of another agency',
      person(5, heldRole('verifier', otherAgency)),
      'submit',
      { coWriterIds: [userNumber(5)] },
      'verifier',
    ],
    ['a verifier verifies', person(3, 'verifier', 'contributor'), 'verify', {}, 'verifier'],
    ['an editor approves', editor, 'approve', {}, 'editor'],
    ['the stronger role', person(6, 'editor', 'managing_editor'), 'approve', {}, 'managing_editor'],
    ['the submitter agrees as the writer they were', both, 'confirm', { submittedBy: both.userId }, 'contributor'],
    ['another editor confirms as editor', both, 'confirm', {}, 'editor'],
    ['a verifier confirms', verifier, 'confirm', {}, 'verifier'],
    ['a verifier reviews', verifier, 'second_review', {}, 'verifier'],
    ['an editor publishes at once', both, 'publish_now', {}, 'editor'],
  ])('%s', (_, who, verb, changes, role) => {
    expect(signingRole(who, verb, edition(changes))).toBe(role);
  });
});
