import { describe, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { testDatabase } from '#lib/testing/database.ts';
import { type StoryGroup, storyGroups } from '#lib/testing/story-pairs.ts';
import { trigramsOf } from './find-similar.ts';
import { reasonFor, reasonText, type Story } from './likeness.ts';

testDatabase();

const text = ({ title, lead }: Story) => `${title} ${lead}`;

async function isFound(one: Story, other: Story): Promise<boolean> {
  const trigrams = await trigramsOf(database(), text(one), text(other));
  return reasonFor(one, other, trigrams) !== undefined;
}

/** Every pair of the groups: the same story, and not. */
function pairsOf(groups: readonly StoryGroup[]): { one: Story; other: Story; isSame: boolean }[] {
  return groups.flatMap((group) => {
    const strangers = groups.filter((one) => one !== group).flatMap((one) => [one.own, ...one.others, ...one.else]);
    return [
      ...group.others.map((other) => ({ one: group.own, other, isSame: true })),
      ...[...group.else, ...strangers].map((other) => ({ one: group.own, other, isSame: false })),
    ];
  });
}

async function measured(groups: readonly StoryGroup[]) {
  let [found, rightly, same] = [0, 0, 0];
  const wrong: string[] = [];
  for (const { one, other, isSame } of pairsOf(groups)) {
    const says = await isFound(one, other);
    if (says) found += 1;
    if (isSame) same += 1;
    if (says && isSame) rightly += 1;
    if (says !== isSame) wrong.push(`${isSame ? 'missed' : 'false'}: ${one.title} / ${other.title}`);
  }
  return { precision: rightly / found, recall: rightly / same, wrong };
}

describe('which editions tell the same story', () => {
  test.each([
    ['the pairs by which the lines were drawn', true],
    ['pairs that were kept apart', false],
  ])('%s', async (_name, tuned) => {
    const result = await measured(storyGroups.filter((group) => group.tuned === tuned));
    expect(result.wrong).toEqual([]);
    expect(result).toMatchObject({ precision: 1, recall: 1 });
  });

  test('another day or another place is another event, however like the words', async () => {
    const [group] = storyGroups;
    const [other] = group?.others ?? [];
    if (group === undefined || other === undefined) throw new Error('There are groups.');
    const { own } = group;
    expect(reasonFor(own, other, 0.2)?.kind).toBe('same_event');
    expect(reasonFor(own, { ...other, eventDate: '2025-10-09' }, 0.2)?.kind).toBe('same_event');
    expect(reasonFor(own, { ...other, eventDate: '2025-10-10' }, 0.2)).toBeUndefined();
    expect(reasonFor(own, { ...other, datelinePlace: 'Bontang' }, 0.2)).toBeUndefined();
    expect(
      reasonFor({ ...own, regencyCodes: ['64.72'] }, { ...other, datelinePlace: '', regencyCodes: ['64.72'] }, 0.2)
        ?.kind,
    ).toBe('same_event');
    expect(reasonFor({ ...own, eventDate: null }, other, 0.2)).toBeUndefined();
  });

  test('a text without words resembles nothing', () => {
    const empty = { title: '', lead: '', eventDate: '2026-05-12', datelinePlace: 'Samarinda', regencyCodes: [] };
    expect(reasonFor(empty, empty, 0)).toBeUndefined();
  });
});

test('the reason is told in words', () => {
  expect(reasonText({ kind: 'same_event', on: '2026-05-12', place: 'Samarinda', sharedWords: 9 })).toBe(
    'Acara yang sama: Selasa (12/5/2026), Samarinda. 9 kata penting sama.',
  );
  expect(reasonText({ kind: 'same_words', share: 68 })).toBe('Kata-katanya 68 persen sama.');
});
