import { and, eq, inArray } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { agencies, articles, editions, portals, shareCards } from '#db/schema/index.ts';
import { drawings } from '#lib/cards/drawings.ts';
import { patternOf } from '#lib/cards/pattern.ts';
import { type CardWords, shareCard } from '#lib/cards/share-card.ts';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import type { EditionId } from '#lib/ids.ts';
import { type Painting, paintShareCard, type StoredCard } from '#lib/media/painting.ts';
import { photosFor } from '#lib/media/reads.ts';
import { storageKey } from '#lib/media/storage.ts';
import { card } from '#lib/media/table.ts';
import { generationNames, raiseGeneration } from '#lib/record/generation.ts';
import type { AgencyRow, LiveRow } from './edition-record.ts';
import { formatMoment } from './labels.ts';
import { soundRows } from './reader-cards.ts';
import { holds } from './share-cards.ts';
import { sealShareCard } from './signatures.ts';

type PortalRow = typeof portals.$inferSelect;
type Shared = LiveRow & { agency: AgencyRow; portal: PortalRow };

/**
 * Draws the picture that stands where an article's link is shared: a job after publication, so
 * that nobody waits for it and no failure of it stands in the way of words.
 *
 * Runs twice without harm: the same words and photo give the same bytes under the same name. An
 * edition that is live no more, or whose photo was withdrawn, gets none.
 */
export async function drawShareCard(editionId: EditionId): Promise<void> {
  const shared = await sharedEdition(editionId);
  if (shared === undefined) return;
  const painting = await paintingOf(shared);
  if (painting === undefined) return;
  const stored = await paintShareCard(painting);
  if (stored !== null) await keepCard(shared, stored);
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

async function keepCard({ edition, article }: Shared, { key, bytes }: StoredCard): Promise<void> {
  const { contentHash } = edition;
  const { slug } = article;
  if (contentHash === null || slug === null) return;
  await transaction(async (tx) => {
    const [former] = await tx.select().from(shareCards).where(eq(shareCards.editionId, edition.id));
    if (former?.key === key && holds(former, edition)) return;
    const seal = sealShareCard(config().signingKeys, { editionId: edition.id, contentHash, key });
    const drawn = { contentHash, key, bytes, drawnAt: now(), ...seal };
    await tx
      .insert(shareCards)
      .values({ editionId: edition.id, ...drawn })
      .onConflictDoUpdate({ target: shareCards.editionId, set: drawn });
    await raiseGeneration(tx, article.portalId, [generationNames.article(slug)]);
  });
}
