import { eq } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client.ts';
import { articles, editions } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { EditionId, PortalId } from '#lib/ids.ts';
import { addJob } from '#lib/jobs/queue.ts';
import { generationNames, raiseGenerationInUpkeep } from '#lib/record/generation.ts';
import type { EditionRow } from './edition-record.ts';

/** A moment at which pages change by themselves, and what they are called. */
type Turn = { what: string; at: Date; names: string[] };

/** What happens to a live edition without anybody doing anything: a pin ends, a banner goes, an event begins. */
function turnsOf(edition: EditionRow, slug: string): Turn[] {
  const { bannerUntil, validUntil, startsAt, endsAt } = edition.details;
  const { kind, pinnedUntil } = edition;
  const own = [generationNames.article(slug), generationNames.kind(kind), generationNames.front];
  return [
    ...(pinnedUntil === null ? [] : [{ what: 'pin', at: pinnedUntil, names: [generationNames.front] }]),
    ...(bannerUntil ? [{ what: 'banner', at: new Date(bannerUntil), names: [generationNames.site] }] : []),
    // Valid through its last day, wherever in the country that ends last.
    ...(validUntil ? [{ what: 'validity', at: new Date(`${validUntil}T17:00:00Z`), names: own }] : []),
    ...(startsAt ? [{ what: 'start', at: new Date(startsAt), names: own }] : []),
    ...(endsAt ? [{ what: 'end', at: new Date(endsAt), names: own }] : []),
  ];
}

/** Plans the renewal of pages for every turn that is still to come; a repeated plan takes the place of the former. */
export async function planRenewals(tx: Transaction, id: EditionId): Promise<void> {
  const [row] = await tx
    .select({ edition: editions, slug: articles.slug, portalId: articles.portalId })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(eq(editions.id, id));
  if (row === undefined || row.slug === null) return;
  const at = now();
  for (const turn of turnsOf(row.edition, row.slug)) {
    if (turn.at <= at) continue;
    await planRenewal(tx, { portalId: row.portalId, names: turn.names, at: turn.at, key: `${turn.what}:${id}` });
  }
}

/**
 * Has the pages of these names made anew at a moment.
 *
 * @param key a plan of the same key that has not come yet is replaced
 */
export async function planRenewal(
  tx: Transaction,
  { portalId, names, at, key }: { portalId: PortalId; names: readonly string[]; at: Date; key: string },
): Promise<void> {
  await addJob(tx, 'renew_pages', { portalId, names: names.join(' ') }, { runAt: at, jobKey: `renew:${key}` });
}

/** The job: raises the portal's generation with these names. Doing it twice does no harm. */
export async function renewPages({ portalId, names }: { portalId: PortalId; names: string }): Promise<void> {
  await transaction(async (tx) => {
    await raiseGenerationInUpkeep(tx, portalId, names.split(' '));
  });
}
