import { and, eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import type { ArticleKind } from '#db/schema/enums.ts';
import { articles } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { integrityBroken } from '#lib/errors.ts';
import type { ArticleId, PortalId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { linkedArticlesOf } from '#lib/richtext/document.ts';
import { similarTo } from '#lib/search/similar.ts';
import { detailsOfAll } from './article-details.ts';
import { type CardRow, heldSignatures, type LiveRow } from './edition-record.ts';
import { articlesIn, lists, newsKinds } from './listing.ts';
import { cardRowsOf, isPublic, liveRows } from './public.ts';
import { notesOfAll } from './public-notes.ts';
import { cardsOf } from './reader-cards.ts';
import type { PublicArticle } from './reader-shapes.ts';
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
  // All at once, though most of it is for nothing when the row is not sound: the usual reader waits less.
  const [signed, [card], details, notes] = await Promise.all([
    heldSignatures(database(), [row.edition.id]),
    cardsOf(database(), [row]),
    detailsOf(row),
    notesOfAll(database(), [row]),
  ]);
  const held = signed.get(row.edition.id) ?? [];
  // The card comes only when the row is sound.
  if (card === undefined || !isSigned(row, held)) {
    log('alarm', 'integrity', { what: 'article', editionId: row.edition.id, articleId: row.article.id });
    throw integrityBroken(`edition ${row.edition.id}`);
  }
  return { ...card, ...details, ...signingOf(row, held), publicNotes: notes.get(row.article.id) ?? [] };
}

/** What an article has beyond its card: words, photos, topics, related. Checks nothing. */
export async function detailsOf(row: LiveRow) {
  const [[details], relatedRows] = await Promise.all([detailsOfAll(database(), [row]), relatedTo(row)]);
  if (details === undefined) throw new Error('Every row has its details.');
  return { ...details, related: await cardsOf(database(), relatedRows) };
}

const relatedShown = 4;
/** Nobody reads on in these. */
const isApart = (kind: ArticleKind) => kind === 'page' || kind === 'banner';

/** The editor's picks in the editor's order, then the newest of the same topics, then what reads alike. */
async function relatedTo({ edition, article }: LiveRow): Promise<CardRow[]> {
  const { id, portalId } = article;
  const text = `${edition.title} ${edition.lead}`;
  const sources: (() => Promise<ArticleId[]>)[] = [
    async () => edition.relatedIds,
    ...edition.topicIds.map((topic) => () => {
      return articlesIn(database(), portalId, lists.topic(topic), { limit: relatedShown + 1 });
    }),
    () => similarTo(portalId, text, { exclude: [id], kinds: newsKinds, limit: relatedShown * 2 }),
  ];
  const chosen: CardRow[] = [];
  // What the words name already is not offered once more, unless an editor picked it.
  const named = linkedArticlesOf(edition.body);
  for (const [rank, source] of sources.entries()) {
    if (chosen.length >= relatedShown) break;
    const known = [id, ...(rank === 0 ? [] : named), ...chosen.map((row) => row.article.id)];
    const fresh = (await source()).filter((candidate) => !known.includes(candidate));
    const rows = await cardRowsOf(database(), fresh);
    chosen.push(...rows.filter((row) => row.article.portalId === portalId && !isApart(row.edition.kind)));
  }
  return chosen.slice(0, relatedShown);
}
