import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editionStates } from '#db/schema/enums.ts';
import { designAllows } from '#lib/testing/design-table.ts';
import { designLets } from '#lib/testing/design-who.ts';
import {
  beginArticle,
  factsOf,
  hashOf,
  isLive,
  isWorking,
  type ModelArticle,
  type ModelEdition,
} from '#lib/testing/model-newsroom.ts';
import { anyHappening, anyManner, anyPeople, type Manner, type Moment, walk } from '#lib/testing/model-walks.ts';
import { person } from '#lib/testing/paper-newsroom.ts';
import { maySee, refusalFor } from './policy.ts';
import { verbs } from './workflow.ts';

const days = fc.array(anyHappening, { maxLength: 120, size: 'max' });

/** Follows random days in random newsrooms and looks at every moment. */
function everyMoment(look: (moment: Moment) => void, runs = 200): void {
  fc.assert(
    fc.property(anyPeople, anyManner, days, (people, manner, happenings) => {
      walk(people, manner, happenings, look);
    }),
    { numRuns: runs },
  );
}

/** Two accounts on exactly these words, one as an editor: said again without the code under test. */
function isSignedByTwo(edition: ModelEdition): boolean {
  const here = edition.signatures.filter((one) => one.contentHash === hashOf(edition));
  return new Set(here.map((one) => one.userId)).size > 1 && here.some((one) => /editor$/.test(one.role));
}

const editionOf = (article: ModelArticle, number: number | undefined) =>
  article.editions.find((one) => one.number === number);

describe('whatever people do, in whatever order', () => {
  test('what readers see bears two signatures on its very words, or the fast lane is on record', () => {
    everyMoment(({ after }) => {
      for (const edition of after.editions.filter(isLive)) {
        if (isSignedByTwo(edition)) continue;
        const { fastLaneBy, fastLaneReason, secondReviewDueAt } = edition.road;
        expect(fastLaneBy).not.toBeNull();
        expect(fastLaneReason).not.toBeNull();
        expect(secondReviewDueAt).not.toBeNull();
        const lane = edition.signatures.find((one) => one.act === 'publish_now');
        expect(lane).toMatchObject({ userId: fastLaneBy, contentHash: hashOf(edition) });
        expect(lane?.role).toMatch(/editor$/);
      }
    });
  });

  test('the fast lane always says who, and owes a review unless two had signed', () => {
    everyMoment(({ act, after, done }) => {
      if (act?.verb !== 'publish_now' || !done) return;
      const edition = editionOf(after, act.number);
      expect(edition?.road.fastLaneBy).toBe(act.by === 'system' ? undefined : act.by.userId);
      if (edition && !isSignedByTwo(edition)) expect(edition.road.secondReviewDueAt).not.toBeNull();
    });
  });

  test('no verb works from a state it does not name, and a refused one changes nothing', () => {
    everyMoment(({ act, before, after, done }) => {
      if (act === undefined) return;
      const from = editionOf(before, act.number)?.road.state;
      if (done) expect(from !== undefined && designAllows(act.verb, from)).toBe(true);
      else expect(after).toBe(before);
    });
  });

  test('nobody does what their row of the design does not give, and everybody does what it gives', () => {
    everyMoment(({ act, before, done }) => {
      if (done && act !== undefined && act.by !== 'system') {
        const edition = editionOf(before, act.number);
        const facts = edition && factsOf(before, edition);
        expect(facts && designLets(act.by, act.verb, facts, before.at, act.input ?? {})).toBe(true);
      }
    });
    // The other way round, and for everybody at once, on fewer days.
    everyMoment(({ before }) => {
      for (const edition of before.editions) {
        const facts = factsOf(before, edition);
        for (const one of before.people.filter((candidate) => maySee(candidate, facts))) {
          for (const verb of verbs.filter((candidate) => designAllows(candidate, edition.road.state))) {
            const input = { reason: 'alasan' };
            const isLet = refusalFor(one, verb, facts, before.at, input) === undefined;
            expect([verb, isLet]).toEqual([verb, designLets(one, verb, facts, before.at, input)]);
          }
        }
      }
    }, 25);
  });

  test('at most one edition is under way and one is live, and live words never change', () => {
    everyMoment(({ before, after }) => {
      expect(after.editions.filter(isWorking).length).toBeLessThan(2);
      expect(after.editions.filter(isLive).length).toBeLessThan(2);
      for (const edition of before.editions.filter((one) => !isWorking(one) && one.road.state !== 'discarded')) {
        expect(editionOf(after, edition.number)?.words).toBe(edition.words);
      }
    });
  });

  test('the days that were tried reach every state and use every verb', () => {
    const reached = new Set<string>();
    const used = new Set<string>();
    const days = fc.sample(
      fc.tuple(anyPeople, anyManner, fc.array(anyHappening, { minLength: 120, maxLength: 120, size: 'max' })),
      {
        numRuns: 300,
        seed: 20_260_114,
      },
    );
    for (const [people, manner, happenings] of days) {
      walk(people, manner, happenings, ({ act, after, done }) => {
        for (const edition of after.editions) reached.add(edition.road.state);
        if (act !== undefined && done) used.add(act.verb);
      });
    }
    expect([...reached].toSorted()).toEqual([...editionStates].toSorted());
    expect([...used].toSorted()).toEqual(verbs.filter((verb) => verb !== 'supersede').toSorted());
  });
});

describe('one account alone', () => {
  const plain: Manner = { hasVerification: false, isConfidential: false, namedIds: [] };

  test.each<[string, Manner]>([
    ['anywhere', plain],
    ['where the agency verifies', { ...plain, hasVerification: true }],
    ['in confidence', { ...plain, isConfidential: true, namedIds: [person(1).userId] }],
  ])('brings words to readers by the fast lane or not at all, %s', (_, manner) => {
    const alone = person(1, 'contributor', 'verifier', 'editor', 'managing_editor');
    fc.assert(
      fc.property(fc.array(anyHappening, { maxLength: 100, size: 'max' }), (happenings) => {
        const own = happenings
          .filter((one) => one.kind !== 'roles')
          .map((one) => ('who' in one ? { ...one, who: 0 } : one));
        walk([alone], manner, own, ({ act, before, after }) => {
          const isNew = (edition: ModelEdition) =>
            isLive(edition) && !isLive(editionOf(before, edition.number) ?? edition);
          for (const edition of after.editions.filter(isNew))
            expect([act?.verb, edition.road.state]).toEqual(['publish_now', 'published']);
        });
      }),
      { numRuns: 150 },
    );
    expect(beginArticle([alone], manner).editions).toHaveLength(1);
  });
});
