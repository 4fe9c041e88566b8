import type { Actor } from '#lib/accounts/actor.ts';
import { deskEditors } from '#lib/newsroom/desk-editors.ts';
import type { EditionRecord } from '#lib/newsroom/edition-record.ts';
import { portalOfArticle } from '#lib/newsroom/edition-view.ts';
import { queueRow } from './queue.ts';
import type { DeskPlace } from './queue-shapes.ts';

/**
 * Where an edition stands on the desk, with what arranging it asks for; null where it stands in no queue or
 * where that is not this person's to arrange.
 */
export async function deskPlaceOf(actor: Actor, { edition, article }: EditionRecord): Promise<DeskPlace | null> {
  const row = await queueRow(actor, edition.id);
  if (row === null || !(row.may.assign || row.may.handOver)) return null;
  const [editors, { timeZone }] = await Promise.all([deskEditors(actor, article.portalId), portalOfArticle(article)]);
  return { row, editors, timeZone, userId: actor.userId };
}
