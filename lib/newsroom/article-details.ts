import { and, inArray } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { regencies, topics } from '#db/schema/index.ts';
import type { ArticleId, AssetId, PortalId } from '#lib/ids.ts';
import { type AssetDocument, documentsFor } from '#lib/media/documents.ts';
import { photosFor } from '#lib/media/reads.ts';
import { documentsOf, figuresOf, linkedArticlesOf } from '#lib/richtext/document.ts';
import type { LiveRow } from './edition-record.ts';
import { cardRowsOf } from './public.ts';
import { agenciesById, cardsOf, publicPhoto } from './reader-cards.ts';
import type { PublicCard, PublicDocument, PublicPhoto } from './reader-shapes.ts';
import { shareCardsOf } from './share-cards.ts';

/**
 * What articles have beyond their cards: words, photos, topics; in the order given, as many
 * queries for thirty as for one. Checks nothing.
 */
export async function detailsOfAll(queryable: Queryable, rows: readonly LiveRow[]) {
  const figures = rows.map(({ edition }) => figuresOf(edition.body));
  const documentIds = rows.map(({ edition }) =>
    [...documentsOf(edition.body), ...edition.attachments].map(({ assetId }) => assetId),
  );
  const linkedIds = rows.map(({ edition }) => linkedArticlesOf(edition.body));
  const topicIds = [...new Set(rows.flatMap(({ edition }) => edition.topicIds))];
  const codes = [...new Set(rows.flatMap(({ edition }) => edition.regencyCodes))];
  const portalIds = [...new Set(rows.map(({ article }) => article.portalId))];
  const [photoRows, documentRows, topicRows, regencyRows, agencyById, shareCardById, linkedById] = await Promise.all([
    photosFor(queryable, [...new Set(figures.flat().map((figure) => figure.assetId))]),
    documentsFor(queryable, documentIds.flat()),
    topicIds.length === 0
      ? []
      : queryable
          .select({ id: topics.id, slug: topics.slug, name: topics.name })
          .from(topics)
          .where(inArray(topics.id, topicIds)),
    codes.length === 0
      ? []
      : queryable
          .select()
          .from(regencies)
          .where(and(inArray(regencies.portalId, portalIds), inArray(regencies.code, codes))),
    agenciesById(
      queryable,
      rows.flatMap(({ edition }) => edition.jointAgencyIds),
    ),
    shareCardsOf(queryable, rows),
    linkedCards(queryable, linkedIds.flat()),
  ]);
  return rows.map(({ edition, article }, index) => {
    const photos: Record<AssetId, PublicPhoto> = {};
    for (const figure of figures[index] ?? []) photos[figure.assetId] = publicPhoto(photoRows, figure);
    const documents: Record<AssetId, PublicDocument> = {};
    for (const id of documentIds[index] ?? []) documents[id] = publicDocument(documentRows.get(id));
    const linked: Record<ArticleId, PublicCard> = {};
    for (const id of linkedIds[index] ?? []) {
      const found = linkedById.get(id);
      if (found?.portalId === article.portalId) linked[id] = found.card;
    }
    return {
      body: edition.body,
      photos,
      documents,
      linked,
      shareCard: shareCardById.get(edition.id) ?? null,
      attachments: edition.attachments.map(({ assetId, title }) => ({ assetId, title })),
      summary: edition.summary,
      credits: edition.credits,
      sources: edition.sources,
      jointAgencies: edition.jointAgencyIds.flatMap((id) => agencyById.get(id) ?? []),
      datelinePlace: edition.datelinePlace,
      eventDate: edition.eventDate,
      regencies: regencyRows
        .filter((regency) => regency.portalId === article.portalId && edition.regencyCodes.includes(regency.code))
        .map((regency) => regency.name),
      topics: topicRows
        .filter((topic) => edition.topicIds.includes(topic.id))
        .map(({ slug, name }) => ({ slug, name })),
    };
  });
}

/** What readers may see of the articles that bodies name, each with its portal: no body leads into another one. */
async function linkedCards(
  queryable: Queryable,
  ids: readonly ArticleId[],
): Promise<Map<ArticleId, { portalId: PortalId; card: PublicCard }>> {
  if (ids.length === 0) return new Map();
  const rows = (await cardRowsOf(queryable, [...new Set(ids)])).filter(({ edition }) => edition.kind !== 'banner');
  const cards = new Map((await cardsOf(queryable, rows)).map((card) => [card.articleId, card]));
  return new Map(
    rows.flatMap(({ article }) => {
      const card = cards.get(article.id);
      return card === undefined ? [] : [[article.id, { portalId: article.portalId, card }]];
    }),
  );
}

/** A document that is gone stands like a withdrawn one: a neutral line instead of a dead link. */
function publicDocument(document: AssetDocument | undefined): PublicDocument {
  if (document === undefined) return { bytes: 0, key: '', withdrawn: true };
  const { bytes, key, withdrawn, state } = document;
  return { bytes, key, withdrawn: withdrawn || state !== 'ready' };
}
