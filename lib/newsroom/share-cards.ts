import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { database, type Queryable } from '#db/client.ts';
import { articles, assets, editions, shareCards } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import type { AssetId, EditionId } from '#lib/ids.ts';
import { card } from '#lib/media/table.ts';
import type { EditionRow, LiveRow } from './edition-record.ts';
import { isPublic } from './public.ts';
import { soundRows } from './reader-cards.ts';
import type { PhotoSource } from './reader-shapes.ts';
import { shareCardHolds } from './signatures.ts';

type ShareCardRow = typeof shareCards.$inferSelect;

/**
 * The pictures for shared links of these editions, by edition: those that we drew ourselves from
 * the words that stand, and whose photo was not withdrawn since.
 */
export async function shareCardsOf(
  queryable: Queryable,
  rows: readonly Pick<LiveRow, 'edition'>[],
): Promise<Map<EditionId, PhotoSource>> {
  if (rows.length === 0) return new Map();
  const drawn = await queryable
    .select()
    .from(shareCards)
    .where(
      inArray(
        shareCards.editionId,
        rows.map(({ edition }) => edition.id),
      ),
    );
  const withdrawn = drawn.length === 0 ? new Set<AssetId>() : await withdrawnCovers(queryable, rows);
  const found = new Map<EditionId, PhotoSource>();
  for (const { edition } of rows) {
    const row = drawn.find((candidate) => candidate.editionId === edition.id);
    if (row === undefined || !holds(row, edition)) continue;
    if (edition.cover !== null && withdrawn.has(edition.cover.assetId)) continue;
    found.set(edition.id, { format: 'jpeg', width: card.width, height: card.height, key: row.key });
  }
  return found;
}

/** Articles of one title, agency and minute may have the same picture; nobody needs to look through more of them. */
const mostAlike = 20;

/** Whether readers may have the card of this key now: an edition is public and sound whose words it shows. */
export async function isPublicShareCard(key: string): Promise<boolean> {
  const rows = await database()
    .select({ edition: editions, article: articles })
    .from(shareCards)
    .innerJoin(editions, eq(editions.id, shareCards.editionId))
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(and(eq(shareCards.key, key), isPublic(now())))
    .limit(mostAlike);
  const shown = await shareCardsOf(database(), await soundRows(database(), rows));
  return shown.values().some((card) => card.key === key);
}

/** Whether a card was drawn by us from the words of this edition as they stand. */
export function holds(row: ShareCardRow, edition: EditionRow): boolean {
  return row.contentHash === edition.contentHash && shareCardHolds(config().signingKeys, row, row);
}

async function withdrawnCovers(queryable: Queryable, rows: readonly Pick<LiveRow, 'edition'>[]): Promise<Set<AssetId>> {
  const covers = rows.flatMap(({ edition }) => (edition.cover === null ? [] : [edition.cover.assetId]));
  if (covers.length === 0) return new Set();
  const found = await queryable
    .select({ id: assets.id })
    .from(assets)
    .where(and(inArray(assets.id, covers), isNotNull(assets.withdrawnAt)));
  return new Set(found.map(({ id }) => id));
}
