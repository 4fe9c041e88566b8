import { database } from '#db/client.ts';
import { now } from '#lib/clock.ts';
import type { PortalId } from '#lib/ids.ts';
import type { KindDetails } from './kind-details.ts';
import { articlesIn, lists } from './listing.ts';
import { cardRowsOf, cardsFor } from './public.ts';
import { cardsOf } from './reader-cards.ts';
import type { AgendaPage, PublicCard } from './reader-shapes.ts';

const agenda = lists.kind('agenda_event');
const day = 24 * 60 * 60 * 1000;
/** How long an event without an end counts as going on, and how far back one that goes on may have begun. */
const ordinaryLength = 3 * 60 * 60 * 1000;
const longestEvent = 60 * day;
const eventsShown = 60;

/** When an event is over, in milliseconds since 1970. */
function endOf({ details }: { details: KindDetails }): number {
  if (details.endsAt !== undefined) return Date.parse(details.endsAt);
  return details.startsAt === undefined ? 0 : Date.parse(details.startsAt) + ordinaryLength;
}

/** Events that go on or come, soonest first. */
export async function upcomingEvents(portal: PortalId, limit: number): Promise<PublicCard[]> {
  const at = now().getTime();
  const span = { from: new Date(at - longestEvent), to: new Date(at + 400 * day) };
  // What is over stands among them, so more are read than shown.
  const ids = await articlesIn(database(), portal, agenda, { limit: limit + eventsShown, span, isSoonestFirst: true });
  const rows = (await cardRowsOf(database(), ids)).filter(({ edition }) => endOf(edition) >= at);
  return cardsOf(database(), rows.slice(0, limit));
}

/** Events that are over, the last first. */
export async function pastEvents(portal: PortalId, limit: number): Promise<PublicCard[]> {
  const at = now().getTime();
  const ids = await articlesIn(database(), portal, agenda, { limit, span: { from: new Date(0), to: new Date(at) } });
  return (await cardsFor(ids)).filter((event) => endOf(event) < at);
}

/** What comes, and what lately was. */
export async function agendaPage(portal: PortalId): Promise<AgendaPage> {
  const [upcoming, past] = await Promise.all([upcomingEvents(portal, eventsShown), pastEvents(portal, 20)]);
  return { upcoming, past };
}
