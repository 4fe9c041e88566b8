import { describe, expect, test } from 'vitest';
import { editionStates } from '#db/schema/enums.ts';
import { minutesAfter, noon, otherAgency, signature } from '#lib/testing/paper-newsroom.ts';
import { cast, usual } from '#lib/testing/usual-edition.ts';
import { allowedVerbs, type EditionFacts, maySee, type Person, refusalFor } from './policy.ts';
import { canFollow, type Verb, verbs } from './workflow.ts';

type Name = keyof typeof cast;

const writers = 'writer colleague verifier coWriter';
const editors = 'claimer editor managing';

/** The row "who" of the design's table, one line for each state where it matters. */
const who: [Verb, EditionFacts['state'], string][] = [
  ['edit', 'draft', writers],
  ['edit', 'returned', writers],
  ['edit', 'in_editing', 'claimer'],
  ['submit', 'draft', writers],
  ['submit', 'returned', writers],
  ['withdraw', 'submitted', writers],
  ['withdraw', 'verified', writers],
  ['verify', 'submitted', 'verifier'],
  ['claim', 'submitted', ''],
  ['claim', 'verified', editors],
  ['claim', 'approved', editors],
  ['release', 'in_editing', 'claimer managing'],
  ['take_over', 'in_editing', 'managing'],
  ['return', 'submitted', `verifier ${editors}`],
  ['return', 'verified', editors],
  ['return', 'approved', editors],
  ['return', 'in_editing', 'claimer'],
  ['reject', 'submitted', editors],
  ['reject', 'verified', editors],
  ['reject', 'in_editing', editors],
  ['approve', 'in_editing', 'claimer'],
  ['confirm', 'approved', 'writer verifier coWriter editor managing'],
  ['publish', 'approved', editors],
  ['schedule', 'approved', editors],
  ['schedule', 'scheduled', editors],
  ['unschedule', 'scheduled', editors],
  ['publish_due', 'scheduled', ''],
  ...(['draft', 'returned', 'submitted', 'verified', 'in_editing', 'approved', 'scheduled'] as const).map(
    (state): [Verb, EditionFacts['state'], string] => ['publish_now', state, editors],
  ),
  ...(['published', 'archived', 'retracted'] as const).flatMap((state): [Verb, EditionFacts['state'], string][] => [
    ['second_review', state, 'verifier editor managing'],
    ['start_edition', state, `${writers} ${editors}`],
    ['supersede', state, ''],
    ['place', state, editors],
  ]),
  ['retract', 'published', editors],
  ['retract', 'archived', editors],
  ['review_retraction', 'retracted', 'managing'],
  ['restore', 'retracted', 'managing'],
  ['archive', 'published', editors],
  ['unarchive', 'archived', editors],
  ['discard', 'draft', writers],
  ['discard', 'returned', writers],
  ['undiscard', 'discarded', writers],
];

const everybody: readonly [string, Person][] = Object.entries(cast);

function allowed(verb: Verb, facts: EditionFacts): string[] {
  return everybody
    .filter(([, who]) => maySee(who, facts) && refusalFor(who, verb, facts, minutesAfter(1)) === undefined)
    .map(([name]) => name);
}

describe('every role and verb', () => {
  test('the table speaks of every verb in every state the workflow gives it', () => {
    const told = who.map(([verb, state]) => `${verb} ${state}`).toSorted();
    const real = verbs.flatMap((verb) =>
      editionStates.filter((state) => canFollow(verb, state)).map((s) => `${verb} ${s}`),
    );
    expect(told).toEqual(real.toSorted());
  });

  test.each(who)('%s a %s edition: %s', (verb, state, names) => {
    expect(allowed(verb, usual(state)).toSorted()).toEqual(names.split(' ').filter(Boolean).toSorted());
  });

  test('every refusal is a sentence for the person', () => {
    for (const [verb, state] of who) {
      for (const [, someone] of everybody) {
        const refused = refusalFor(someone, verb, usual(state), noon);
        if (refused) expect(refused.text).toMatch(/^[A-Z].{15,}\.$/);
      }
    }
  });
});

describe('nobody does anything to what they may not see', () => {
  const strangers: Name[] = [
    'admin',
    'otherContributor',
    'otherVerifier',
    'otherLeader',
    'foreignEditor',
    'foreignManaging',
    'foreignAuditor',
    'nobody',
  ];

  test.each(strangers)('%s', (name) => {
    for (const state of editionStates) {
      const facts = usual(state);
      expect(maySee(cast[name], facts)).toBe(false);
      expect(allowedVerbs(cast[name], facts, noon, { reason: 'apa saja' })).toEqual([]);
    }
  });

  test('everybody else sees it in every state', () => {
    const known = everybody.filter(([name]) => !strangers.some((stranger) => stranger === name));
    expect(known).toHaveLength(everybody.length - strangers.length);
    for (const [, someone] of known) {
      for (const state of editionStates) expect(maySee(someone, usual(state))).toBe(true);
    }
  });

  test('leader and auditor see and change nothing', () => {
    for (const state of editionStates) {
      for (const name of ['leader', 'auditor'] as const) {
        expect(allowedVerbs(cast[name], usual(state), minutesAfter(9_999), { reason: 'apa saja' })).toEqual([]);
      }
    }
  });

  test('an agency that shares the article reads it and changes nothing', () => {
    for (const state of editionStates) {
      const shared = { ...usual(state), jointAgencyIds: [otherAgency] };
      for (const name of ['otherContributor', 'otherVerifier', 'otherLeader'] as const) {
        expect(maySee(cast[name], shared)).toBe(true);
        expect(allowedVerbs(cast[name], shared, noon)).toEqual([]);
      }
    }
  });
});

describe('the buttons', () => {
  test.each(editionStates)('a %s edition offers only verbs that follow its state', (state) => {
    for (const [, someone] of everybody) {
      for (const verb of allowedVerbs(someone, usual(state), noon)) expect(canFollow(verb, state)).toBe(true);
    }
  });

  test('publishing is not offered before two signatures', () => {
    const approved = usual('approved');
    expect(allowedVerbs(cast.editor, approved, noon)).not.toContain('publish');
    const confirmed = {
      ...approved,
      signatures: [...approved.signatures, signature(cast.writer.userId, 'contributor', 'confirm')],
    };
    expect(allowedVerbs(cast.editor, confirmed, noon)).toContain('publish');
    expect(allowedVerbs(cast.editor, confirmed, noon)).not.toContain('confirm');
  });
});
