import { formatDay } from '#lib/newsroom/labels.ts';
import type { PublicCard } from '#lib/newsroom/reader-shapes.ts';

/** Articles of one day, newest first. */
export type RiverDay = { day: string; cards: PublicCard[] };

/** Divides the river by the days of the portal, newest first. */
export function riverDays(cards: readonly PublicCard[], timeZone: string): RiverDay[] {
  const days: RiverDay[] = [];
  for (const card of cards) {
    const day = formatDay(card.firstPublishedAt, timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.cards.push(card);
    else days.push({ day, cards: [card] });
  }
  return days;
}
