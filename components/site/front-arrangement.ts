import { formatDay } from '#lib/newsroom/labels.ts';
import type { FrontPage, PublicCard } from '#lib/newsroom/reader-shapes.ts';

/** Articles of one day, newest first. */
export type RiverDay = { day: string; cards: PublicCard[] };

export type FrontArrangement = {
  lead: PublicCard | null;
  seconds: PublicCard[];
  /** What people look for by kind stands beside the river instead of in it. */
  clarifications: PublicCard[];
  announcements: PublicCard[];
  river: RiverDay[];
};

/** Arranges the front page: clarifications and announcements apart, the rest day by day. */
export function arrangeFront({ lead, seconds, river }: FrontPage, timeZone: string): FrontArrangement {
  const isApart = (card: PublicCard) => card.kind === 'hoax_clarification' || card.kind === 'announcement';
  return {
    lead,
    seconds,
    clarifications: river.filter((card) => card.kind === 'hoax_clarification'),
    announcements: river.filter((card) => card.kind === 'announcement'),
    river: byDay(
      river.filter((card) => !isApart(card)),
      timeZone,
    ),
  };
}

function byDay(cards: readonly PublicCard[], timeZone: string): RiverDay[] {
  const days: RiverDay[] = [];
  for (const card of cards) {
    const day = formatDay(card.firstPublishedAt, timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.cards.push(card);
    else days.push({ day, cards: [card] });
  }
  return days;
}
