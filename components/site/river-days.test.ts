import { expect, test } from 'vitest';
import { aCard } from '#lib/testing/reader-articles.ts';
import { riverDays } from './river-days.ts';

const at = (iso: string) => aCard({ slug: iso, firstPublishedAt: new Date(iso) });

test('the river is divided by the days of the portal, not of UTC', () => {
  const river = [
    at('2026-01-14T02:00:00Z'),
    at('2026-01-13T16:30:00Z'), // 00.30 WITA of the 14th
    at('2026-01-13T15:30:00Z'), // 23.30 WITA of the 13th
  ];
  expect(riverDays(river, 'Asia/Makassar').map(({ day, cards }) => [day, cards.length])).toEqual([
    ['Rabu, 14 Januari 2026', 2],
    ['Selasa, 13 Januari 2026', 1],
  ]);
});
