import { isDeepStrictEqual } from 'node:util';
import { and, eq, inArray } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import { agencies, articles, editions, portals, shareCards } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { askForShareCard } from '#lib/cards/card-jobs.ts';
import { drawings } from '#lib/cards/drawings.ts';
import { patternOf } from '#lib/cards/pattern.ts';
import { type CardWords, shareCard } from '#lib/cards/share-card.ts';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import type { ArticleId, EditionId, PortalId } from '#lib/ids.ts';
import { type Painting, paintCardPreview, paintShareCard, type StoredCard } from '#lib/media/painting.ts';
import { photosFor } from '#lib/media/reads.ts';
import { storageKey } from '#lib/media/storage.ts';
import { card } from '#lib/media/table.ts';
import { generationNames, raiseGenerationInUpkeep } from '#lib/record/generation.ts';
import type { AgencyRow, LiveRow } from './edition-record.ts';
import { recordForActor } from './edition-view.ts';
import { formatMoment } from './labels.ts';
import { soundRows } from './reader-cards.ts';
import { holds } from './share-cards.ts';
import { sealShareCard } from './signatures.ts';

type PortalRow = typeof portals.$inferSelect;
type Shared = LiveRow & { agency: AgencyRow; portal: PortalRow };

/** A card that was painted and stored, and what it was painted from. */
export type PaintedCard = { shared: Shared; stored: StoredCard };

/**
 * Draws the picture that stands where an article's link is shared: a job after publication, so
 * that nobody waits for it and no failure of it stands in the way of words.
 *
 * Runs twice without harm: the same words and photo give the same bytes under the same name. An
 * edition that is live no more, or whose photo was withdrawn, gets none.
 */
export async function drawShareCard(editionId: EditionId): Promise<void> {
  const painted = await paintedCard(editionId);
  if (painted === undefined) return;
  await transaction((tx) => keepCards(tx, painted.shared.portal.id, [painted]));
}

/** Paints the card of a live edition and stores its bytes; undefined where there is none to paint. */
export async function paintedCard(editionId: EditionId): Promise<PaintedCard | undefined> {
  const shared = await sharedEdition(editionId);
  const painting = shared === undefined ? undefined : await paintingOf(shared);
  if (shared === undefined || painting === undefined) return undefined;
  const stored = await paintShareCard(painting);
  return stored === null ? undefined : { shared, stored };
}

/**
 * The card that a link to this edition will show once it is published, as JPEG; null where there is none.
 *
 * @throws not_found when the actor may not see the edition
 */
export async function cardPreview(actor: Actor, id: ArticleId, number?: number): Promise<Buffer | null> {
  const { edition, article, agency, words } = await recordForActor(actor, id, number);
  const [portal] = await database().select().from(portals).where(eq(portals.id, article.portalId));
  if (portal === undefined || edition.kind === 'banner') return null;
  const painting = await paintingOf({ edition: { ...edition, ...words }, article, agency, portal });
  return painting === undefined ? null : paintCardPreview(painting);
}

/**
 * Puts painted cards of one portal where readers find them, and renews the pages that name them.
 * What was renamed while it was painted is asked for once more: the renaming may have looked
 * for cards before this one was there.
 */
export async function keepCards(tx: Transaction, portal: PortalId, painted: readonly PaintedCard[]): Promise<void> {
  const isCurrent = await holdNames(tx, portal, painted);
  const renewed: string[] = [];
  for (const card of painted) {
    if (!isCurrent(card)) await askForShareCard(tx, card.shared.edition.id);
    else if (await keepCard(tx, card)) renewed.push(generationNames.article(card.shared.article.slug ?? ''));
  }
  if (renewed.length > 0) await raiseGenerationInUpkeep(tx, portal, renewed);
}

/** Keeps agencies and portal from being renamed until the end, and tells which cards show the names they have. */
async function holdNames(tx: Transaction, portal: PortalId, painted: readonly PaintedCard[]) {
  const ids = [...new Set(painted.map(({ shared }) => shared.agency.id))];
  // First the agencies, then the portal, as whoever renames an agency takes them.
  const held =
    ids.length === 0
      ? []
      : await tx.select().from(agencies).where(inArray(agencies.id, ids)).orderBy(agencies.id).for('share');
  const [of] = await tx.select().from(portals).where(eq(portals.id, portal)).for('no key update');
  return ({ shared }: PaintedCard): boolean => {
    const agency = held.find(({ id }) => id === shared.agency.id);
    if (agency === undefined || of === undefined) return false;
    return isDeepStrictEqual(wordsOf(shared), wordsOf({ ...shared, agency, portal: of }));
  };
}

async function sharedEdition(id: EditionId): Promise<Shared | undefined> {
  const [row] = await database()
    .select({ edition: editions, article: articles, agency: agencies, portal: portals })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .innerJoin(agencies, eq(agencies.id, articles.agencyId))
    .innerJoin(portals, eq(portals.id, articles.portalId))
    .where(and(eq(editions.id, id), inArray(editions.state, ['published', 'archived'])));
  // A banner has no page, so no link to it is shared. Words changed behind our back get no picture of ours.
  if (row === undefined || row.edition.kind === 'banner') return undefined;
  return (await soundRows(database(), [row])).length === 0 ? undefined : row;
}

/** What is painted; undefined when the photo was withdrawn. */
async function paintingOf(shared: Shared): Promise<Painting | undefined> {
  const { cover } = shared.edition;
  const photo = cover === null ? undefined : (await photosFor(database(), [cover.assetId])).get(cover.assetId);
  if (photo?.withdrawn) return undefined;
  // Wide enough and no wider; of a small photo the widest there is.
  const pictures = photo?.renditions.filter(({ shape, format }) => shape === 'full' && format === 'webp') ?? [];
  const picture = pictures.find(({ width }) => width >= card.width) ?? pictures.at(-1);
  const pattern = picture === undefined ? patternOf(shared.article.id) : null;
  const { svg, photoHeight } = shareCard(wordsOf(shared), pattern, await drawings());
  if (cover === null || picture === undefined || photoHeight === null) return { svg, photo: null };
  return { svg, photo: { key: storageKey(picture.key), height: photoHeight, focal: cover.focal } };
}

function wordsOf({ edition, article, agency, portal }: Shared): CardWords {
  return {
    title: edition.title,
    agency: { name: agency.name, shortName: agency.shortName },
    moment: formatMoment(article.firstPublishedAt ?? now(), portal.timeZone),
    portal: portal.name,
    labels: [
      ...(portal.isDemo ? ['Portal contoh, bukan berita resmi'] : []),
      ...(edition.sponsored ? ['Advertorial'] : []),
    ],
  };
}

/** @returns whether anything changed */
async function keepCard(tx: Transaction, { shared, stored }: PaintedCard): Promise<boolean> {
  const { edition, article } = shared;
  const { key, bytes } = stored;
  const { contentHash } = edition;
  if (contentHash === null || article.slug === null) return false;
  const [former] = await tx.select().from(shareCards).where(eq(shareCards.editionId, edition.id));
  if (former?.key === key && holds(former, edition)) return false;
  const seal = sealShareCard(config().signingKeys, { editionId: edition.id, contentHash, key });
  const drawn = { contentHash, key, bytes, drawnAt: now(), ...seal };
  await tx
    .insert(shareCards)
    .values({ editionId: edition.id, ...drawn })
    .onConflictDoUpdate({ target: shareCards.editionId, set: drawn });
  return true;
}
