import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles, editions, regencies, topics } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { integrityBroken } from '#lib/errors.ts';
import type { AssetId, PortalId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { photosFor } from '#lib/media/reads.ts';
import { figuresOf } from '#lib/richtext/document.ts';
import { type EditionRow, hashOfRow, heldSignatures, type LiveRow } from './edition-record.ts';
import { isPublic, liveRows } from './public.ts';
import { agenciesById, cardsOf, publicPhoto } from './reader-cards.ts';
import type { PublicArticle, PublicNote, PublicPhoto } from './reader-shapes.ts';
import { fastLaneHolds, type HeldSignature, twoSignaturesHold } from './signatures.ts';

/**
 * An article as readers see it, after checking that it is what was signed: the hash is
 * computed anew, the card's seal and the signatures' MACs are verified.
 *
 * @returns null when nothing public stands at this address
 * @throws integrity when the words do not fit their signatures; an alarm is logged
 */
export async function articlePage(portal: PortalId, slug: string): Promise<PublicArticle | null> {
  const [row] = await liveRows(
    database(),
    and(eq(articles.portalId, portal), eq(articles.slug, slug), isPublic(now())),
    1,
  );
  if (row === undefined) return null;
  const held = (await heldSignatures(database(), [row.edition.id])).get(row.edition.id) ?? [];
  // The card is asked for first: it comes only when the row is sound.
  const [card] = await cardsOf(database(), [row]);
  if (card === undefined || !isSigned(row, held)) {
    log('alarm', 'integrity', { what: 'article', editionId: row.edition.id, articleId: row.article.id });
    throw integrityBroken(`edition ${row.edition.id}`);
  }
  return { ...card, ...(await detailsOf(row)), ...signingOf(row, held), publicNotes: await publicNotes(row) };
}

/** Whether the words as stored bear two signatures, or one of the fast lane whose second is on record as due. */
export function isSigned({ edition, article }: LiveRow, held: readonly HeldSignature[]): boolean {
  const hash = hashOfRow(edition, article);
  if (edition.contentHash !== hash) return false;
  const isReviewDue = edition.secondReviewDueAt !== null && edition.secondReviewedAt === null;
  return twoSignaturesHold(held, hash) || (isReviewDue && fastLaneHolds(held, hash));
}

function signingOf({ edition }: LiveRow, held: readonly HeldSignature[]) {
  const wordsChanged = edition.number > 1 && edition.changeType !== null && edition.changeType !== 'minor';
  return {
    signedBy: held
      .filter((signature) => signature.contentHash === edition.contentHash)
      .map(({ role, act, at }) => ({ role, act, at })),
    fastLane:
      edition.fastLaneBy === null
        ? null
        : { reason: edition.fastLaneReason, dueAt: edition.secondReviewDueAt, reviewedAt: edition.secondReviewedAt },
    contentHash: edition.contentHash ?? '',
    editionNumber: edition.number,
    updatedAt: wordsChanged ? edition.publishedAt : null,
  };
}

/** What an article has beyond its card: words, photos, topics, related. Checks nothing. */
export async function detailsOf({ edition, article }: LiveRow) {
  const figures = figuresOf(edition.body);
  const [photoRows, topicRows, regencyRows, jointAgencies, relatedRows] = await Promise.all([
    photosFor(database(), [...new Set(figures.map((figure) => figure.assetId))]),
    edition.topicIds.length === 0
      ? []
      : database()
          .select({ slug: topics.slug, name: topics.name })
          .from(topics)
          .where(inArray(topics.id, edition.topicIds)),
    edition.regencyCodes.length === 0
      ? []
      : database()
          .select({ name: regencies.name })
          .from(regencies)
          .where(and(eq(regencies.portalId, article.portalId), inArray(regencies.code, edition.regencyCodes))),
    agenciesById(database(), edition.jointAgencyIds),
    relatedTo({ edition, article }),
  ]);
  const photos: Record<AssetId, PublicPhoto> = {};
  for (const figure of figures) photos[figure.assetId] = publicPhoto(photoRows, figure);
  return {
    body: edition.body,
    photos,
    summary: edition.summary,
    credits: edition.credits,
    sources: edition.sources,
    jointAgencies: [...jointAgencies.values()],
    datelinePlace: edition.datelinePlace,
    eventDate: edition.eventDate,
    regencies: regencyRows.map((regency) => regency.name),
    topics: topicRows,
    related: await cardsOf(database(), relatedRows),
  };
}

const relatedShown = 4;

/** The editor's picks, filled up with the newest of the same section. */
async function relatedTo({ edition, article }: LiveRow): Promise<LiveRow[]> {
  const elsewhere = and(
    eq(articles.portalId, article.portalId),
    isPublic(now()),
    ne(articles.id, article.id),
    ne(editions.kind, 'page'),
  );
  const picked =
    edition.relatedIds.length === 0
      ? []
      : await liveRows(database(), and(elsewhere, inArray(articles.id, edition.relatedIds)), relatedShown);
  if (picked.length >= relatedShown || edition.sectionId === null) return picked;
  const near = await liveRows(
    database(),
    and(elsewhere, eq(editions.sectionId, edition.sectionId)),
    relatedShown + picked.length,
  );
  const fresh = near.filter((row) => !picked.some((pick) => pick.article.id === row.article.id));
  return [...picked, ...fresh].slice(0, relatedShown);
}

/** The public notes of all published editions, oldest first, each still as it was signed. */
async function publicNotes({ article }: LiveRow): Promise<PublicNote[]> {
  const rows = await database()
    .select()
    .from(editions)
    .where(
      and(
        eq(editions.articleId, article.id),
        inArray(editions.state, ['superseded', 'published', 'archived']),
        ne(editions.publicNote, ''),
      ),
    )
    .orderBy(asc(editions.number));
  const held = await heldSignatures(
    database(),
    rows.map((row) => row.id),
  );
  return rows.filter((row) => isSigned({ edition: row, article }, held.get(row.id) ?? [])).flatMap(noteOf);
}

function noteOf({ number, changeType, publicNote, publishedAt }: EditionRow): PublicNote[] {
  return changeType === null || publishedAt === null ? [] : [{ number, changeType, note: publicNote, at: publishedAt }];
}
