import { and, asc, eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { agencies, portals, sections } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { PortalId } from '#lib/ids.ts';
import { articlesIn, lists } from '#lib/newsroom/listing.ts';
import { liveRowsOf } from '#lib/newsroom/public.ts';
import { listPage } from '#lib/newsroom/public-lists.ts';
import { plainText } from '#lib/richtext/plain-text.ts';
import { agencyPath, archiveOfPath, pageOf, readerPath, sectionPath } from '#lib/urls.ts';

/** An article to be asked for; its text, to take phrases from. */
export type ScaleArticlePlace = { path: string; text: string };

/** What is measured of an install of any size: addresses of one kind each. */
export type ScalePlaces = {
  portalId: PortalId;
  articles: ScaleArticlePlace[];
  sections: { slug: string; path: string }[];
  /** The sections as far on as one can page: the fiftieth page, or the last there is. */
  sectionEnds: string[];
  agencies: { slug: string; path: string }[];
  months: string[];
};

const wanted = { articles: 50, months: 24 } as const;
const day = 86_400_000;
const span = 12 * 365.25 * day;

/** Finds addresses spread evenly over the twelve years. */
export async function scalePlaces(): Promise<ScalePlaces> {
  const [portal] = await database().select({ id: portals.id }).from(portals).limit(1);
  if (portal === undefined) throw new Error('There is no portal.');
  const sectionRows = await database()
    .select({ id: sections.id, slug: sections.slug })
    .from(sections)
    .where(and(eq(sections.portalId, portal.id), eq(sections.isActive, true)))
    .orderBy(asc(sections.slug));
  const sectionEnds: string[] = [];
  for (const { id, slug } of sectionRows) {
    const first = await listPage(portal.id, lists.section(id), 1);
    sectionEnds.push(pageOf(sectionPath(slug), first?.pages ?? 1));
  }
  const agencyRows = await database()
    .select({ slug: agencies.slug })
    .from(agencies)
    .where(eq(agencies.portalId, portal.id))
    .orderBy(asc(agencies.slug));
  return {
    portalId: portal.id,
    articles: await spreadArticles(portal.id),
    sections: sectionRows.map(({ slug }) => ({ slug, path: sectionPath(slug) })),
    sectionEnds,
    agencies: agencyRows.map(({ slug }) => ({ slug, path: agencyPath(slug) })),
    months: evenly(wanted.months).map((at) => archiveOfPath(at.toISOString().slice(0, 'YYYY-MM'.length))),
  };
}

async function spreadArticles(portal: PortalId): Promise<ScaleArticlePlace[]> {
  const places: ScaleArticlePlace[] = [];
  for (const from of evenly(wanted.articles)) {
    const walk = { limit: 1, span: { from, to: now() }, isSoonestFirst: true };
    const [row] = await liveRowsOf(database(), await articlesIn(database(), portal, lists.all, walk));
    const slug = row?.article.slug;
    if (row === undefined || !slug) continue;
    places.push({ path: readerPath({ kind: row.edition.kind, slug }), text: plainText(row.edition.body) });
  }
  return places;
}

/** Moments from twelve years ago to two months ago: the demo's own articles are younger. */
function evenly(count: number): Date[] {
  const [first, last] = [now().getTime() - span + 31 * day, now().getTime() - 62 * day];
  return Array.from({ length: count }, (_, index) => new Date(first + ((last - first) * index) / (count - 1)));
}
