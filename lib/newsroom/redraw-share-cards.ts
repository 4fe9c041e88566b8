import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { database, isDatabaseAway, transaction } from '#db/client.ts';
import { articles, editions, shareCards } from '#db/schema/index.ts';
import { askForMoreCards, askForShareCard, type Renamed } from '#lib/cards/card-jobs.ts';
import type { ArticleId, EditionId } from '#lib/ids.ts';
import { logBug } from '#lib/log.ts';
import { keepCards, type PaintedCard, paintedCard } from './draw-share-card.ts';

/** Cards drawn in one run, some seconds of work: what is published meanwhile waits no longer for its own. */
export const cardsPerRun = 10;

/**
 * The job after a renaming: draws the cards that show the name anew, the newest articles first, and
 * asks for the next run until all are done. The pages of a run are renewed at once, since every
 * change of what readers see makes all instances look.
 *
 * A card has another address when it looks different, so messengers fetch it; one that looks the
 * same stays. Running twice does no harm.
 *
 * @param before only articles begun before this one; null for the first run
 */
export async function redrawShareCards({ before, ...renamed }: Renamed & { before: ArticleId | null }): Promise<void> {
  const next = await drawnEditions(renamed, before);
  const painted: PaintedCard[] = [];
  const failed: EditionId[] = [];
  for (const { editionId } of next) {
    try {
      const card = await paintedCard(editionId);
      if (card !== undefined) painted.push(card);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      // One photo that cannot be painted must not keep a thousand cards from their new name.
      logBug('redraw_share_cards', error);
      failed.push(editionId);
    }
  }
  const last = next.length < cardsPerRun ? undefined : next.at(-1);
  await transaction(async (tx) => {
    for (const editionId of failed) await askForShareCard(tx, editionId);
    if (last !== undefined) await askForMoreCards(tx, renamed, last.articleId);
    await keepCards(tx, renamed.portalId, painted);
  });
}

/** Live editions with a card, newest first. Ids sort by time, so a walk along them costs the same at a million. */
function drawnEditions({ portalId, agencyId }: Renamed, before: ArticleId | null) {
  return database()
    .select({ editionId: editions.id, articleId: articles.id })
    .from(articles)
    .innerJoin(editions, and(eq(editions.articleId, articles.id), inArray(editions.state, ['published', 'archived'])))
    .innerJoin(shareCards, eq(shareCards.editionId, editions.id))
    .where(
      and(
        eq(articles.portalId, portalId),
        agencyId === null ? undefined : eq(articles.agencyId, agencyId),
        before === null ? undefined : lt(articles.id, before),
      ),
    )
    .orderBy(desc(articles.id))
    .limit(cardsPerRun);
}
