import { and, eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { agencies, portals, sections } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { PortalId } from '#lib/ids.ts';
import { processWide } from '#lib/process-wide.ts';
import { readerPath } from '#lib/urls.ts';
import type { PageRole } from './kind-details.ts';
import { articlesIn, lists } from './listing.ts';
import { cardsFor } from './public.ts';
import { bannerOf } from './reader-lines.ts';
import type { PublicBanner, PublicCard, SiteFrame } from './reader-shapes.ts';

/** A frame holds for one generation: whatever of it changes raises that. */
type Held = { generation: number; frame: Omit<SiteFrame, 'banner'>; banners: PublicCard[] };

const held = () => processWide('site-frames', () => new Map<PortalId, Held>()).value;

/** What header and footer of every page need: read once after each change, since every page asks. */
export async function siteFrame(portal: PortalId): Promise<SiteFrame> {
  const [row] = await database().select({ generation: portals.generation }).from(portals).where(eq(portals.id, portal));
  const generation = row?.generation ?? 0;
  const known = held().get(portal);
  const current = known?.generation === generation ? known : { generation, ...(await readFrame(portal)) };
  held().set(portal, current);
  return { ...current.frame, banner: shownBanner(current.banners) };
}

async function readFrame(portal: PortalId): Promise<Omit<Held, 'generation'>> {
  const newest = (list: string, limit: number) => articlesIn(database(), portal, list, { limit });
  const [sectionRows, agencyRows, bannerIds, ...pageIds] = await Promise.all([
    database()
      .select({ slug: sections.slug, name: sections.name })
      .from(sections)
      .where(and(eq(sections.portalId, portal), eq(sections.isActive, true)))
      .orderBy(sections.position, sections.name),
    database()
      .select({ slug: agencies.slug, name: agencies.name, shortName: agencies.shortName })
      .from(agencies)
      .where(and(eq(agencies.portalId, portal), eq(agencies.isActive, true)))
      .orderBy(agencies.name),
    newest(lists.kind('banner'), bannersRead),
    ...footerRoles.map((role) => newest(lists.pageRole(role), 1)),
  ]);
  const cards = await cardsFor([...pageIds.flat(), ...bannerIds]);
  const pages = cards
    .filter(({ kind }) => kind === 'page')
    .map((page) => ({ role: page.details.pageRole ?? 'other', title: page.title, path: readerPath(page) }));
  const frame = { sections: sectionRows, agencies: agencyRows, pages };
  return { frame, banners: cards.filter(({ kind }) => kind === 'banner') };
}

/** Lasting pages that the footer names, in this order; of each role the newest. */
const footerRoles: readonly PageRole[] = ['about', 'editorial_policy', 'privacy', 'accessibility'];

/** Of several banners the newest that still holds is shown. */
const bannersRead = 5;

function shownBanner(banners: readonly PublicCard[]): PublicBanner | null {
  const at = now();
  const shown = banners.find(({ details, isArchived }) => {
    return details.bannerUntil !== undefined && new Date(details.bannerUntil) > at && !isArchived;
  });
  return shown === undefined ? null : bannerOf(shown);
}
