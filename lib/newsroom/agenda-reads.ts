import { database } from '#db/client.ts';
import { now } from '#lib/clock.ts';
import type { PortalId } from '#lib/ids.ts';
import { type FullArticle, fullArticlesOf } from './full-articles.ts';
import { articlesIn, lists } from './listing.ts';

const dayMs = 86_400_000;
const daysBack = 30;
/** Events further ahead than this are typing mistakes. */
const daysAhead = 3 * 366;
const mostEvents = 500;

/** Events of the last thirty days and all that are coming, latest first, as a calendar subscribes to them. */
export async function agendaOf(portal: PortalId): Promise<FullArticle[]> {
  const at = now().getTime();
  const span = { from: new Date(at - daysBack * dayMs), to: new Date(at + daysAhead * dayMs) };
  const ids = await articlesIn(database(), portal, lists.kind('agenda_event'), { limit: mostEvents, span });
  return fullArticlesOf(portal, ids);
}
