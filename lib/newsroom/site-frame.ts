import { and, eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { agencies, portals, sections } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { PortalId } from '#lib/ids.ts';
import { processWide } from '#lib/process-wide.ts';
import { readerPath } from '#lib/urls.ts';
import type { PageRole } from './kind-details.ts';
import { lists } from './listing.ts';
import { cardsIn } from './public-lists.ts';
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
  const [sectionRows, agencyRows, pages, banners] = await Promise.all([
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
    sitePages(portal),
    cardsIn(portal, lists.kind('banner'), bannersRead),
  ]);
  const links = pages.map((page) => ({
    role: page.details.pageRole ?? 'other',
    title: page.title,
    path: readerPath(page),
  }));
  return { frame: { sections: sectionRows, agencies: agencyRows, pages: links }, banners };
}

/** Lasting pages that the footer names, in this order; of each role the newest. */
const footerRoles: readonly PageRole[] = ['about', 'editorial_policy', 'privacy', 'accessibility'];

async function sitePages(portal: PortalId): Promise<PublicCard[]> {
  const newest = await Promise.all(footerRoles.map((role) => cardsIn(portal, lists.pageRole(role), 1)));
  return newest.flat();
}

/** Of several banners the newest that still holds is shown. */
const bannersRead = 5;

function shownBanner(banners: readonly PublicCard[]): PublicBanner | null {
  const at = now();
  for (const { title, details, awaitsSecondReview, isArchived } of banners) {
    const until = details.bannerUntil === undefined ? null : new Date(details.bannerUntil);
    if (until !== null && until > at && !isArchived) {
      return { text: title, link: details.link ?? null, until, awaitsSecondReview };
    }
  }
  return null;
}
