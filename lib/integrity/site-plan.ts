import { and, asc, eq, inArray, notInArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles, editions, listed } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { addressesPerPart } from '#lib/feeds/sitemap.ts';
import { linkRegisterOf } from '#lib/newsroom/link-register.ts';
import { articlesIn, lists } from '#lib/newsroom/listing.ts';
import { isPublic } from '#lib/newsroom/public.ts';
import type { PublicPortal } from '#lib/newsroom/reader-shapes.ts';
import { fixedPaths, lastingAddresses, sitemapMonths, sitemapPart } from '#lib/newsroom/sitemap-reads.ts';
import {
  checkPath,
  feedFormats,
  feedPath,
  frontPath,
  integrityPath,
  llmsPath,
  robotsPath,
  searchPath,
  securityTextPath,
  sitemapPath,
} from '#lib/urls.ts';
import { readManifest } from './build-manifest.ts';
import type { Look } from './look-at-site.ts';

/** Articles looked at in a whole round, and in the glance between two. */
const amounts = { whole: { newest: 10, others: 15, ofEach: 3 }, glance: { newest: 3, others: 2, ofEach: 0 } };
type Round = keyof typeof amounts;

/** Paths that gambling gangs put into sites of offices; ours has none of them. */
const strangePaths = [
  '/slot-gacor',
  '/judi-online',
  '/slot88.html',
  '/togel',
  '/wp-content/uploads/slot/index.php',
  '/berita/situs-slot-gacor-maxwin-hari-ini',
];

/** What a round looks at: of everything there is a kind of, and the articles of today and of any day. */
export async function planOf(portal: PublicPortal, origin: URL, round: Round): Promise<Look> {
  const [register, slugs, manifest] = await Promise.all([
    linkRegisterOf(database(), portal.id),
    sampleOf(portal, round),
    readManifest('.', []),
  ]);
  const isWhole = round === 'whole';
  return {
    ...{ origin, portal, register },
    pages: isWhole ? await everyKindOfPage(portal) : [frontPath],
    slugs,
    sitemaps: isWhole ? await sitemapsOf(portal) : [],
    texts: isWhole
      ? [
          ...[robotsPath, llmsPath, ...feedFormats.map((format) => feedPath(frontPath, format))],
          // Without an address to write to there is none, and that is no fault.
          ...(portal.contactEmail === '' ? [] : [securityTextPath]),
        ]
      : [],
    strange: strangePaths.slice(0, isWhole ? strangePaths.length : 1),
    program: manifest.kind === 'list' ? manifest.files : undefined,
  };
}

/** The newest articles, and others at random: whoever alters one cannot know which are looked at next. */
async function sampleOf(portal: PublicPortal, round: Round): Promise<string[]> {
  const { newest, others } = amounts[round];
  const ids = await articlesIn(database(), portal.id, lists.all, { limit: newest });
  const first = await firstPublication(portal);
  for (let drawn = 0; first !== undefined && drawn < others; drawn += 1) {
    const moment = first.getTime() + Math.random() * (now().getTime() - first.getTime());
    const span = { from: first, to: new Date(moment + 1) };
    ids.push(...(await articlesIn(database(), portal.id, lists.all, { limit: 1, span })));
  }
  // Not as cards: of a row that somebody altered there is none, and that is what we look for.
  const rows = await database()
    .select({ id: articles.id, slug: articles.slug })
    .from(articles)
    .innerJoin(editions, eq(editions.articleId, articles.id))
    .where(
      and(inArray(articles.id, [...new Set(ids)]), notInArray(editions.kind, ['page', 'banner']), isPublic(now())),
    );
  return [...new Set(ids)].flatMap((id) => rows.find((row) => row.id === id)?.slug ?? []);
}

async function firstPublication(portal: PublicPortal): Promise<Date | undefined> {
  const [row] = await database()
    .select({ at: listed.at })
    .from(listed)
    .where(and(eq(listed.portalId, portal.id), eq(listed.list, lists.all)))
    .orderBy(asc(listed.at))
    .limit(1);
  return row?.at;
}

/** Every list that has one address, and some of those that have many. */
async function everyKindOfPage(portal: PublicPortal): Promise<string[]> {
  const many = await lastingAddresses(portal.id);
  const some = ['/kanal/', '/opd/', '/topik/', '/halaman/'].flatMap((prefix) => {
    const paths = many.map(({ path }) => path).filter((path) => path.startsWith(prefix));
    const start = Math.floor(Math.random() * paths.length);
    return [...paths.slice(start), ...paths.slice(0, start)].slice(0, amounts.whole.ofEach);
  });
  // The page that tells of these rounds is made anew by them.
  const fixed = fixedPaths.filter((path) => path !== integrityPath);
  return [...fixed, searchPath, checkPath, ...some];
}

async function sitemapsOf(portal: PublicPortal): Promise<Look['sitemaps']> {
  const month = (await sitemapMonths(portal.id)).at(-1)?.month;
  const pages = async () => new Set([...fixedPaths, ...(await lastingAddresses(portal.id)).map(({ path }) => path)]);
  const articlesOfMonth = async () =>
    new Set((await sitemapPart(portal.id, month ?? '', 1, addressesPerPart)).map(({ path }) => path));
  return [
    { path: sitemapPath('halaman'), names: pages },
    ...(month === undefined ? [] : [{ path: sitemapPath(month), names: articlesOfMonth }]),
  ];
}
