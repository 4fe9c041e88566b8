import { expect, test } from 'vitest';
import { aCard } from '#lib/testing/reader-articles.ts';
import { arrangeFront } from './front-arrangement.ts';

const at = (iso: string) => ({ slug: iso, firstPublishedAt: new Date(iso) });

test('the river is divided by the days of the portal, not of UTC', () => {
  const river = [
    aCard(at('2026-01-14T02:00:00Z')),
    aCard(at('2026-01-13T16:30:00Z')), // 00.30 WITA of the 14th
    aCard(at('2026-01-13T15:30:00Z')), // 23.30 WITA of the 13th
  ];
  const { river: days } = arrangeFront({ lead: null, seconds: [], river, agencies: [] }, 'Asia/Makassar');
  expect(days.map(({ day, cards }) => [day, cards.length])).toEqual([
    ['Rabu, 14 Januari 2026', 2],
    ['Selasa, 13 Januari 2026', 1],
  ]);
});

test('clarifications and announcements stand beside the river, each once', () => {
  const river = [
    aCard({ slug: 'a', kind: 'hoax_clarification' }),
    aCard({ slug: 'b' }),
    aCard({ slug: 'c', kind: 'announcement' }),
    aCard({ slug: 'd', kind: 'press_release' }),
  ];
  const front = arrangeFront({ lead: null, seconds: [], river, agencies: [] }, 'Asia/Makassar');
  const slugs = (cards: { slug: string }[]) => cards.map((card) => card.slug);
  expect(slugs(front.clarifications)).toEqual(['a']);
  expect(slugs(front.announcements)).toEqual(['c']);
  expect(front.river.flatMap(({ cards }) => slugs(cards))).toEqual(['b', 'd']);
});
