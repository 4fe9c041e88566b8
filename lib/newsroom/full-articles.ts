import { database } from '#db/client.ts';
import type { ArticleId, PortalId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { detailsOfAll } from './article-details.ts';
import { heldSignatures, type LiveRow } from './edition-record.ts';
import { articlesIn } from './listing.ts';
import { liveRowsOf } from './public.ts';
import { notesOfAll } from './public-notes.ts';
import { cardsOf } from './reader-cards.ts';
import type { PublicArticle } from './reader-shapes.ts';
import { isSigned, signingOf } from './signed-row.ts';

/** An article with all its words, as feeds and the public API pass it on. */
export type FullArticle = Omit<PublicArticle, 'related'>;

/** The newest articles of a list with all their words, newest first. */
export async function fullArticles(portal: PortalId, list: string, limit: number): Promise<FullArticle[]> {
  return fullArticlesOf(portal, await articlesIn(database(), portal, list, { limit }));
}

/**
 * These articles with all their words, as far as they are public, in the order given. Each is
 * checked as its own page checks it: the hash anew, the seal, the signatures. One that does not
 * hold is left out and alarmed, so that it cannot take a feed down with it.
 */
export async function fullArticlesOf(portal: PortalId, ids: readonly ArticleId[]): Promise<FullArticle[]> {
  const rows = (await liveRowsOf(database(), ids)).filter(({ article }) => article.portalId === portal);
  const held = await heldSignatures(
    database(),
    rows.map(({ edition }) => edition.id),
  );
  const signed = rows.filter((row) => {
    if (isSigned(row, held.get(row.edition.id) ?? [])) return true;
    log('alarm', 'integrity', { what: 'article', editionId: row.edition.id, articleId: row.article.id });
    return false;
  });
  const [cards, details, notes] = await Promise.all([
    cardsOf(database(), signed),
    detailsOfAll(database(), signed),
    notesOfAll(database(), signed),
  ]);
  return signed.flatMap((row: LiveRow, index) => {
    const card = cards.find((candidate) => candidate.articleId === row.article.id);
    const words = details[index];
    if (card === undefined || words === undefined) return [];
    const signing = signingOf(row, held.get(row.edition.id) ?? []);
    return [{ ...card, ...words, ...signing, publicNotes: notes.get(row.article.id) ?? [] }];
  });
}
