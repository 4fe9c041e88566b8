import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { database } from '#db/client.ts';
import { articles, editions } from '#db/schema/index.ts';
import type { PortalId } from '#lib/ids.ts';
import { byPublication, heldSignatures } from './edition-record.ts';
import { cardsFor } from './public.ts';
import { type AmendmentPage, cardsPerPage, lastListPage, type PublicAmendment } from './reader-shapes.ts';
import { isSigned } from './signed-row.ts';

/**
 * Every correction and right of reply of articles that readers can still read, newest first, each
 * as it was signed. An article that was retracted says so at its own address.
 *
 * @returns null for a page that is not there
 */
export async function amendmentPage(portal: PortalId, page: number): Promise<AmendmentPage | null> {
  const live = alias(editions, 'live');
  const offset = (page - 1) * cardsPerPage;
  if (page < 1 || page > lastListPage) return null;
  const rows = await database()
    .select({ edition: editions, article: articles })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .innerJoin(live, and(eq(live.articleId, articles.id), inArray(live.state, ['published', 'archived'])))
    .where(
      and(
        eq(articles.portalId, portal),
        inArray(editions.changeType, ['correction', 'right_of_reply']),
        isNotNull(editions.publishedAt),
        inArray(editions.state, ['published', 'archived', 'superseded']),
        ne(editions.publicNote, ''),
        ne(live.kind, 'banner'),
      ),
    )
    .orderBy(byPublication)
    .limit(cardsPerPage + 1)
    .offset(offset);
  if (page > 1 && rows.length === 0) return null;
  const shown = rows.slice(0, cardsPerPage);
  const held = await heldSignatures(
    database(),
    shown.map((row) => row.edition.id),
  );
  const cards = await cardsFor([...new Set(shown.map((row) => row.article.id))]);
  const amendments = shown.flatMap((row): PublicAmendment[] => {
    const { edition } = row;
    const card = cards.find((candidate) => candidate.articleId === row.article.id);
    const { changeType, publishedAt } = edition;
    if (card === undefined || publishedAt === null || changeType === null) return [];
    if (!isSigned(row, held.get(edition.id) ?? [])) return [];
    return [{ card, number: edition.number, changeType, note: edition.publicNote, at: publishedAt }];
  });
  return { amendments, page, hasMore: rows.length > cardsPerPage };
}
