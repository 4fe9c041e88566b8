import { describe, expect, test } from 'vitest';
import { type EditionState, editionStates, liveStates, workingStates } from '#db/schema/enums.ts';
import { designTable } from '#lib/testing/design-table.ts';
import { emptyRoad, minutesAfter, noon, userNumber } from '#lib/testing/paper-newsroom.ts';
import {
  canFollow,
  canStillUndiscard,
  changesOf,
  claimerIsIdle,
  type Road,
  stateAfter,
  type Verb,
  type VerbInput,
  verbs,
  verifierIsLate,
  workflow,
} from './workflow.ts';

const [sari, eko, maya] = [userNumber(1), userNumber(2), userNumber(3)];

function road(changes: Partial<Road>): Road {
  return { ...emptyRoad, ...changes };
}

function changesBy(
  verb: Verb,
  from: Road,
  options: { hash?: string; twoSignatures?: boolean; input?: VerbInput } = {},
) {
  const { hash = 'words', twoSignatures = false, input = {} } = options;
  return changesOf(verb, from, { by: eko, at: noon, currentHash: hash, twoSignatures, input });
}

describe('every state and verb', () => {
  test('the design names every verb, and only these', () => {
    expect([...designTable.keys()].toSorted()).toEqual([...verbs].toSorted());
  });

  test.each(editionStates.flatMap((state) => verbs.map((verb) => ({ state, verb }))))(
    '$state × $verb',
    ({ state, verb }) => {
      const row = designTable.get(verb);
      expect(canFollow(verb, state)).toBe(row?.from.includes(state));
      if (!row?.from.includes(state)) return;
      // As it would be there: claimed from verified with these words, retracted from archived.
      const here = road({ state, claimedFrom: 'verified', claimedHash: 'words', retractedFrom: 'archived' });
      const to = { stays: state, back: 'verified', before: 'archived' }[row.to] ?? row.to;
      expect(stateAfter(verb, here, 'words')).toBe(to);
      expect({ ...here, ...changesBy(verb, here) }.state).toBe(to);
    },
  );

  test('an article is worked on, live, or over', () => {
    const over: EditionState[] = ['superseded', 'rejected', 'discarded'];
    expect([...workingStates, ...liveStates, ...over].toSorted()).toEqual([...editionStates].toSorted());
    expect(verbs.filter((verb) => canFollow(verb, 'superseded') || canFollow(verb, 'rejected'))).toEqual([]);
  });

  test('which verbs sign, ask for readiness, and need two signatures', () => {
    const withMark = (mark: 'signs' | 'needsReadiness' | 'needsTwoSignatures') =>
      verbs.filter((verb) => workflow[verb][mark] !== undefined);
    expect(withMark('signs')).toEqual(['submit', 'verify', 'approve', 'confirm', 'publish_now', 'second_review']);
    expect(withMark('needsReadiness')).toEqual([
      'submit',
      'approve',
      'publish',
      'schedule',
      'publish_due',
      'publish_now',
    ]);
    expect(withMark('needsTwoSignatures')).toEqual(['publish', 'schedule', 'publish_due']);
    for (const verb of verbs) expect(workflow[verb].signs ?? verb).toBe(verb);
  });

  test('every road to readers asks for two signatures, or is the fast lane', () => {
    const roads = verbs.filter((verb) => workflow[verb].to === 'published' && !canFollow(verb, 'archived'));
    expect(roads.filter((verb) => !workflow[verb].needsTwoSignatures)).toEqual(['publish_now']);
  });
});

describe('the desk', () => {
  const claimed = road({
    state: 'in_editing',
    claimedBy: eko,
    claimedAt: noon,
    claimedFrom: 'verified',
    claimedHash: 'words',
  });

  test('claim remembers where the words came from and what they were', () => {
    expect(changesBy('claim', road({ state: 'verified' }))).toEqual({
      state: 'in_editing',
      claimedBy: eko,
      claimedAt: noon,
      claimedFrom: 'verified',
      claimedHash: 'words',
      lastTypedAt: null,
    });
  });

  test('release with other words leads to submitted, free to claim and no longer approved', () => {
    const edited = {
      ...claimed,
      claimedFrom: 'approved' as const,
      approvedBy: maya,
      approvalOutcome: 'publish' as const,
    };
    expect({ ...edited, ...changesBy('release', edited, { hash: 'edited' }) }).toMatchObject({
      state: 'submitted',
      claimableAtOnce: true,
      claimedBy: null,
      approvedBy: null,
      approvalOutcome: null,
    });
    expect({ ...edited, ...changesBy('release', edited) }).toMatchObject({
      state: 'approved',
      claimableAtOnce: false,
      claimedBy: null,
      approvedBy: maya,
      approvalOutcome: 'publish',
    });
  });

  test('taking over keeps where the words came from', () => {
    const taken = { ...claimed, ...changesBy('take_over', { ...claimed, claimedBy: maya }) };
    expect(taken).toMatchObject({ state: 'in_editing', claimedBy: eko, claimedFrom: 'verified', claimedHash: 'words' });
  });

  test.each(['return', 'reject', 'approve', 'publish_now', 'release'] as const)('%s frees the seat', (verb) => {
    expect({ ...claimed, ...changesBy(verb, claimed) }).toMatchObject({
      claimedBy: null,
      claimedAt: null,
      claimedHash: null,
    });
  });

  test.each(['withdraw', 'return'] as const)('after %s the words start over', (verb) => {
    const under = road({ state: 'verified', claimableAtOnce: true, approvedBy: eko, approvalOutcome: 'publish' });
    expect({ ...under, ...changesBy(verb, under) }).toMatchObject({
      claimableAtOnce: false,
      approvedBy: null,
      approvedAt: null,
      approvalOutcome: null,
    });
  });

  test('approve remembers who, when and what follows; without a choice the edition waits', () => {
    expect(changesBy('approve', claimed, { input: { outcome: 'publish' } })).toMatchObject({
      state: 'approved',
      approvedBy: eko,
      approvedAt: noon,
      approvalOutcome: 'publish',
    });
    expect(changesBy('approve', claimed).approvalOutcome).toBe('wait');
  });
});

describe('before readers', () => {
  test('the fast lane owes a review within two hours, unless somebody else signed these words before', () => {
    const input = { fastLaneReason: 'disaster' } as const;
    expect(changesBy('publish_now', road({ state: 'draft' }), { input })).toMatchObject({
      state: 'published',
      publishedAt: noon,
      fastLaneReason: 'disaster',
      fastLaneBy: eko,
      secondReviewDueAt: minutesAfter(120),
      secondReviewedAt: null,
    });
    expect(changesBy('publish_now', road({ state: 'submitted' }), { input, twoSignatures: true })).toMatchObject({
      fastLaneBy: eko,
      secondReviewDueAt: null,
      secondReviewedAt: noon,
    });
  });

  test('retract gives a reason and a time for the managing editor, restore takes all of it away', () => {
    const live = road({ state: 'archived', publishedAt: noon });
    const retracted = {
      ...live,
      ...changesBy('retract', live, { input: { reason: 'Salah data.', hidesTitle: true } }),
    };
    expect(retracted).toMatchObject({
      state: 'retracted',
      retractReason: 'Salah data.',
      retractHidesTitle: true,
      retractReviewDueAt: minutesAfter(120),
      retractedFrom: 'archived',
    });
    expect({ ...retracted, ...changesBy('restore', retracted) }).toEqual(live);
  });

  test('schedule keeps a time, unschedule forgets it and waits', () => {
    const input = { scheduledFor: minutesAfter(60) };
    const scheduled = {
      ...road({ state: 'approved' }),
      ...changesBy('schedule', road({ state: 'approved' }), { input }),
    };
    expect(scheduled).toMatchObject({ state: 'scheduled', scheduledFor: minutesAfter(60), scheduledHash: 'words' });
    const none = { scheduledFor: null, scheduledHash: null, scheduledBy: null };
    expect({ ...scheduled, ...changesBy('unschedule', scheduled) }).toEqual(
      road({ state: 'approved', approvalOutcome: 'wait', ...none }),
    );
  });
});

describe('times', () => {
  test('the verifier is late from the set minute on', () => {
    const submitted = road({ submittedBy: sari, submittedAt: noon, verifyDueAt: minutesAfter(240) });
    expect(verifierIsLate(submitted, minutesAfter(239.99))).toBe(false);
    expect(verifierIsLate(submitted, minutesAfter(240))).toBe(true);
    expect(verifierIsLate(road({}), minutesAfter(9999))).toBe(false);
  });

  test('nobody waits for a verifier who was not there when the words were submitted', () => {
    expect(verifierIsLate(road({ submittedBy: sari, submittedAt: noon }), noon)).toBe(true);
  });

  test('the claimer is idle thirty minutes after the last keystroke, or after claiming', () => {
    const claimed = road({ claimedAt: noon });
    expect(claimerIsIdle(claimed, minutesAfter(29))).toBe(false);
    expect(claimerIsIdle(claimed, minutesAfter(30))).toBe(true);
    expect(claimerIsIdle({ ...claimed, lastTypedAt: minutesAfter(20) }, minutesAfter(30))).toBe(false);
    expect(claimerIsIdle({ ...claimed, lastTypedAt: minutesAfter(20) }, minutesAfter(50))).toBe(true);
    expect(claimerIsIdle(road({}), noon)).toBe(false);
  });

  test('a discarded edition comes back for thirty days', () => {
    const discarded = road({ state: 'discarded', discardedAt: noon });
    const day = 24 * 60;
    expect(canStillUndiscard(discarded, minutesAfter(30 * day - 1))).toBe(true);
    expect(canStillUndiscard(discarded, minutesAfter(30 * day))).toBe(false);
    expect(canStillUndiscard(road({}), noon)).toBe(false);
  });
});
