import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EditionState } from '#db/schema/enums.ts';
import { wayOut } from '#lib/testing/duty-roster.ts';
import { isLive, isWorking, type ModelArticle } from '#lib/testing/model-newsroom.ts';
import { anyHappening, anyManner, anyPeople, type Happening, type Manner, walk } from '#lib/testing/model-walks.ts';
import { person } from '#lib/testing/paper-newsroom.ts';
import type { Person } from './policy.ts';

/** Everybody who was there has gone home. Of a confidential article, the contributor and the editor are among the named people. */
const contributor = person(21, 'contributor');
const editor = person(22, 'editor');
const managing = person(23, 'managing_editor');

const finished = ['published', 'rejected', 'discarded'];

type People = Parameters<typeof walk>[0];

/** The first moment of the day at which an edition under way stood in each state. */
function momentsOf(people: People, manner: Manner, happenings: readonly Happening[]): ModelArticle[] {
  const moments = new Map<EditionState | undefined, ModelArticle>();
  walk(people, manner, happenings, ({ after }) => {
    const state = after.editions.find(isWorking)?.road.state;
    if (!moments.has(state)) moments.set(state, after);
  });
  return [...moments.values()];
}

const days = fc.array(anyHappening, { maxLength: 60, size: 'max' });

/** From wherever random days have led, the people on duty find a way to one of the ends. */
function alwaysFind(onDuty: readonly Person[], options: Parameters<typeof wayOut>[2], runs: number): void {
  fc.assert(
    fc.property(anyPeople, anyManner, days, (people, manner, happenings) => {
      const named = { ...manner, namedIds: [...manner.namedIds, contributor.userId, editor.userId] };
      for (const left of momentsOf(people, named, happenings)) {
        const article = { ...left, people: [...left.people, ...onDuty] };
        const way = wayOut(article, onDuty, options);
        expect(way, `no way out of ${article.editions.find(isWorking)?.road.state}`).toBeDefined();
        expect(way?.end.editions.filter(isWorking)).toEqual([]);
      }
    }),
    { numRuns: runs },
  );
}

describe('no state is a dead end', () => {
  test('for a contributor, an editor and a managing editor, at once', () => {
    const onDuty = [contributor, editor, managing];
    alwaysFind(onDuty, { ends: finished }, 200);
  });

  test('for a contributor and one editor, with patience', () => {
    alwaysFind([contributor, editor], { ends: finished, waits: [30, 240] }, 120);
  });

  test('for the three of them to readers with two signatures, without the fast lane', () => {
    const onDuty = [contributor, editor, managing];
    alwaysFind(onDuty, { ends: ['published'], without: ['publish_now'] }, 120);
  });

  test('for a contributor and one editor to readers with two signatures, with patience', () => {
    alwaysFind([contributor, editor], { ends: ['published'], without: ['publish_now'], waits: [30, 240] }, 80);
  });

  test('one editor alone at night has the fast lane, from every state they may see', () => {
    fc.assert(
      fc.property(anyPeople, anyManner, days, (people, manner, happenings) => {
        for (const left of momentsOf(people, { ...manner, isConfidential: false }, happenings)) {
          const article = { ...left, people: [...left.people, editor] };
          const way = wayOut(article, [editor], { ends: ['published'] });
          expect(way?.how.length).toBeLessThanOrEqual(1);
          if (article.editions.some(isWorking)) expect(way?.end.editions.some(isLive)).toBe(true);
        }
      }),
      { numRuns: 80 },
    );
  });
});
