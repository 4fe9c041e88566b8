import { and, eq, inArray, ne } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles, editions } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { integrityBroken } from '#lib/errors.ts';
import type { PortalId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { detailsOfAll } from './article-details.ts';
import { heldSignatures, type LiveRow } from './edition-record.ts';
import { isPublic, liveRows } from './public.ts';
import { notesOfAll } from './public-notes.ts';
import { cardsOf } from './reader-cards.ts';
import type { PublicArticle, PublicNote } from './reader-shapes.ts';
import { isSigned, signingOf } from './signed-row.ts';

/**
 * An article as readers see it, after checking that it is what was signed: the hash is
 * computed anew, the card's seal and the signatures' MACs are verified.
 *
 * @returns null when nothing public stands at this address
 * @throws integrity when the words do not fit their signatures; an alarm is logged
 */
export async function articlePage(portal: PortalId, slug: string): Promise<PublicArticle | null> {
  const [row] = await liveRows(
    database(),
    and(eq(articles.portalId, portal), eq(articles.slug, slug), isPublic(now())),
    1,
  );
  if (row === undefined) return null;
  const held = (await heldSignatures(database(), [row.edition.id])).get(row.edition.id) ?? [];
  // The card is asked for first: it comes only when the row is sound.
  const [card] = await cardsOf(database(), [row]);
  if (card === undefined || !isSigned(row, held)) {
    log('alarm', 'integrity', { what: 'article', editionId: row.edition.id, articleId: row.article.id });
    throw integrityBroken(`edition ${row.edition.id}`);
  }
  return { ...card, ...(await detailsOf(row)), ...signingOf(row, held), publicNotes: await notesOf(row) };
}

/** What an article has beyond its card: words, photos, topics, related. Checks nothing. */
export async function detailsOf(row: LiveRow) {
  const [[details], relatedRows] = await Promise.all([detailsOfAll(database(), [row]), relatedTo(row)]);
  if (details === undefined) throw new Error('Every row has its details.');
  return { ...details, related: await cardsOf(database(), relatedRows) };
}

async function notesOf(row: LiveRow): Promise<PublicNote[]> {
  return (await notesOfAll(database(), [row])).get(row.article.id) ?? [];
}

const relatedShown = 4;

/** The editor's picks, filled up with the newest of the same section. */
async function relatedTo({ edition, article }: LiveRow): Promise<LiveRow[]> {
  const elsewhere = and(
    eq(articles.portalId, article.portalId),
    isPublic(now()),
    ne(articles.id, article.id),
    ne(editions.kind, 'page'),
  );
  const picked =
    edition.relatedIds.length === 0
      ? []
      : await liveRows(database(), and(elsewhere, inArray(articles.id, edition.relatedIds)), relatedShown);
  if (picked.length >= relatedShown || edition.sectionId === null) return picked;
  const near = await liveRows(
    database(),
    and(elsewhere, eq(editions.sectionId, edition.sectionId)),
    relatedShown + picked.length,
  );
  const fresh = near.filter((row) => !picked.some((pick) => pick.article.id === row.article.id));
  return [...picked, ...fresh].slice(0, relatedShown);
}
