import { database } from '#db/client.ts';
import { portals } from '#db/schema/index.ts';
import type { PortalId } from '#lib/ids.ts';
import { articlesIn, lists } from '#lib/newsroom/listing.ts';
import { cardRowsOf } from '#lib/newsroom/public.ts';
import { readerPath } from '#lib/urls.ts';

/** The pages that are measured. */
export type BenchPages = {
  portalId: PortalId;
  /** Every article, newest first. */
  articles: string[];
  /** Articles with a photo at their head. */
  withCover: string[];
};

/** Reads which articles there are. */
export async function benchPages(most: number): Promise<BenchPages> {
  const [portal] = await database().select({ id: portals.id }).from(portals).limit(1);
  if (portal === undefined) throw new Error('There is no portal.');
  const ids = await articlesIn(database(), portal.id, lists.all, { limit: most });
  const rows = (await cardRowsOf(database(), ids)).flatMap(({ edition, article }) =>
    article.slug === null
      ? []
      : [{ path: readerPath({ kind: edition.kind, slug: article.slug }), hasCover: edition.cover !== null }],
  );
  return {
    portalId: portal.id,
    articles: rows.map(({ path }) => path),
    withCover: rows.filter(({ hasCover }) => hasCover).map(({ path }) => path),
  };
}
