import type { Queryable, Transaction } from '#db/client.ts';
import type { AgencyId, ArticleId, EditionId, PortalId } from '#lib/ids.ts';
import { addJob } from '#lib/jobs/queue.ts';

/** Cards are painted one after another, so that a morning of publications never takes all workers. */
const cardQueue = 'cards';
/** Over about an hour: a card that cannot be painted is done without. */
const mostAttempts = 8;

/** Asks, with the transaction that goes live, for the picture shown where the edition's link is shared. */
export async function askForShareCard(tx: Queryable, editionId: EditionId): Promise<void> {
  const options = { queueName: cardQueue, jobKey: `share_card:${editionId}`, maxAttempts: mostAttempts };
  await addJob(tx, 'draw_share_card', { editionId }, options);
}

/** Whose name changed: an agency's, or the portal's, which stands on every card. */
export type Renamed = { portalId: PortalId; agencyId: AgencyId | null };

/**
 * Asks, with the transaction that renames, for all cards that show the former name to be drawn anew.
 * A later renaming begins again from the newest, and takes the place of what was left to do.
 */
export async function askForRenamedCards(tx: Transaction, renamed: Renamed): Promise<void> {
  await addJob(tx, 'redraw_share_cards', { ...renamed, before: null }, redrawing(renamed, 'first'));
}

/** Asks for the rest of a redrawing: articles begun before this one. It waits behind the publications of meanwhile. */
export async function askForMoreCards(tx: Transaction, renamed: Renamed, before: ArticleId): Promise<void> {
  await addJob(tx, 'redraw_share_cards', { ...renamed, before }, redrawing(renamed, 'next'));
}

// Two keys: the rest of an earlier redrawing must not take the place of a new one that waits to begin.
const redrawing = ({ portalId, agencyId }: Renamed, part: 'first' | 'next') => ({
  queueName: cardQueue,
  jobKey: `redraw:${part}:${agencyId ?? portalId}`,
});
