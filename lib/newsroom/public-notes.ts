import { and, asc, inArray, ne } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { editions } from '#db/schema/index.ts';
import type { ArticleId } from '#lib/ids.ts';
import { type EditionRow, heldSignatures, type LiveRow } from './edition-record.ts';
import type { PublicNote } from './reader-shapes.ts';
import { isSigned } from './signed-row.ts';

/**
 * The public notes of all published editions of some articles, oldest first, each still as it was signed.
 *
 * @param rows of the newest published editions: a first one changes nothing, and has nothing before it
 */
export function notesOfAll(queryable: Queryable, rows: readonly LiveRow[]): Promise<Map<ArticleId, PublicNote[]>> {
  return notesAround(
    queryable,
    rows.filter(({ edition }) => edition.number > 1),
  );
}

/** The same of articles of which any edition is at hand: those after it are told too. */
export async function notesAround(
  queryable: Queryable,
  rows: readonly LiveRow[],
): Promise<Map<ArticleId, PublicNote[]>> {
  const notes = new Map<ArticleId, PublicNote[]>();
  if (rows.length === 0) return notes;
  const articleById = new Map(rows.map(({ article }) => [article.id, article]));
  const noted = await queryable
    .select()
    .from(editions)
    .where(
      and(
        inArray(editions.articleId, [...articleById.keys()]),
        inArray(editions.state, ['superseded', 'published', 'archived']),
        ne(editions.publicNote, ''),
      ),
    )
    .orderBy(asc(editions.number));
  const held = await heldSignatures(
    queryable,
    noted.map((row) => row.id),
  );
  for (const edition of noted) {
    const article = articleById.get(edition.articleId);
    if (article === undefined || !isSigned({ edition, article }, held.get(edition.id) ?? [])) continue;
    notes.set(article.id, [...(notes.get(article.id) ?? []), ...noteOf(edition)]);
  }
  return notes;
}

function noteOf({ number, changeType, publicNote, publishedAt }: EditionRow): PublicNote[] {
  return changeType === null || publishedAt === null ? [] : [{ number, changeType, note: publicNote, at: publishedAt }];
}
