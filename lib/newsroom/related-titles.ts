import { and, eq, inArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles, editions } from '#db/schema/index.ts';
import type { ArticleId, PortalId } from '#lib/ids.ts';

/** The titles under which live articles of a portal can be named, in the order asked for; others are left out. */
export async function liveTitles(
  portal: PortalId,
  ids: readonly ArticleId[],
): Promise<{ id: ArticleId; title: string }[]> {
  if (ids.length === 0) return [];
  const rows = await database()
    .select({ id: articles.id, title: editions.title })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(
      and(
        eq(articles.portalId, portal),
        inArray(articles.id, [...ids]),
        inArray(editions.state, ['published', 'archived']),
      ),
    );
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}
