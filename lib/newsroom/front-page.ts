import { and, eq, gt } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { frontSlots } from '#db/schema/enums.ts';
import { frontChoices } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { ArticleId, PortalId } from '#lib/ids.ts';
import { upcomingEvents } from './agenda.ts';
import { articlesIn, lists } from './listing.ts';
import { cardsFor } from './public.ts';
import type { FrontPage, PublicCard } from './reader-shapes.ts';

const riverLength = 18;
const stripLength = { clarifications: 3, releases: 4, announcements: 4, agenda: 4, galleries: 4 } as const;

/**
 * The front page: what editors chose for its top while their choice holds, then what is pinned,
 * then by freshness. Kinds that people look for by name have strips of their own.
 */
export async function frontPage(portal: PortalId): Promise<FrontPage> {
  const newest = (list: string, limit: number) => articlesIn(database(), portal, list, { limit });
  const [agenda, chosen, pinned, fresh, clarifications, releases, announcements, galleries] = await Promise.all([
    upcomingEvents(portal, stripLength.agenda),
    chosenArticles(portal),
    pinnedArticles(portal),
    newest(lists.river, frontSlots.length * 2 + riverLength),
    newest(lists.kind('hoax_clarification'), stripLength.clarifications),
    newest(lists.kind('press_release'), stripLength.releases),
    newest(lists.kind('announcement'), stripLength.announcements),
    newest(lists.kind('gallery'), stripLength.galleries),
  ]);
  // One reading of cards for the whole page.
  const forTop = new Set([...chosen.values(), ...pinned, ...fresh]);
  const strips = [clarifications, releases, announcements, galleries];
  const cards = await cardsFor([...new Set([...forTop, ...strips.flat()])]);
  const shown = (ids: Iterable<ArticleId>) =>
    [...ids].flatMap((id) => cards.find((card) => card.articleId === id) ?? []);
  const current = pinnedFirst(shown(forTop), pinned).filter((card) => !card.isArchived);
  const top = fillSlots(chosen, current);
  const river = current.filter((card) => !top.includes(card)).slice(0, riverLength);
  const [lead = null, ...seconds] = top;
  return {
    ...{ lead, seconds, river },
    strips: {
      clarifications: shown(clarifications),
      releases: shown(releases),
      announcements: shown(announcements),
      agenda,
      galleries: shown(galleries),
    },
  };
}

/** What would stand at the top if editors had chosen nothing. */
export async function unchosenTop(portal: PortalId): Promise<PublicCard[]> {
  const [pinned, fresh] = await Promise.all([
    pinnedArticles(portal),
    articlesIn(database(), portal, lists.river, { limit: frontSlots.length * 2 }),
  ]);
  const cards = pinnedFirst(await cardsFor([...new Set([...pinned, ...fresh])]), pinned);
  return cards.filter((card) => !card.isArchived).slice(0, frontSlots.length);
}

/** Slots that editors filled, in their places; the others go to the pinned and the newest, in their order. */
function fillSlots(chosen: ReadonlyMap<string, ArticleId>, current: readonly PublicCard[]): PublicCard[] {
  const byHand = new Set(chosen.values());
  const others = current.filter((card) => !byHand.has(card.articleId));
  return frontSlots.flatMap((slot) => {
    const card = current.find((candidate) => candidate.articleId === chosen.get(slot)) ?? others.shift();
    return card === undefined ? [] : [card];
  });
}

/** What is pinned now. */
function pinnedArticles(portal: PortalId): Promise<ArticleId[]> {
  const span = { from: new Date(now().getTime() + 1), to: endOfTime };
  return articlesIn(database(), portal, lists.pinned, { limit: mostPinned, span });
}

/** The pinned ones before the others; of them, whatever was published last comes first. */
function pinnedFirst(cards: readonly PublicCard[], pinned: readonly ArticleId[]): PublicCard[] {
  const isPinned = ({ articleId }: PublicCard) => pinned.includes(articleId);
  return [
    ...cards.filter(isPinned).sort((one, other) => other.firstPublishedAt.getTime() - one.firstPublishedAt.getTime()),
    ...cards.filter((card) => !isPinned(card)),
  ];
}

const mostPinned = 12;
const endOfTime = new Date('9999-12-31T00:00:00Z');

async function chosenArticles(portal: PortalId): Promise<Map<string, ArticleId>> {
  const rows = await database()
    .select({ slot: frontChoices.slot, articleId: frontChoices.articleId })
    .from(frontChoices)
    .where(and(eq(frontChoices.portalId, portal), gt(frontChoices.until, now())));
  return new Map(rows.map(({ slot, articleId }) => [slot, articleId]));
}
