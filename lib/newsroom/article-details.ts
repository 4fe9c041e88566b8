import { and, inArray } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { regencies, topics } from '#db/schema/index.ts';
import type { AssetId } from '#lib/ids.ts';
import { photosFor } from '#lib/media/reads.ts';
import { figuresOf } from '#lib/richtext/document.ts';
import type { LiveRow } from './edition-record.ts';
import { agenciesById, publicPhoto } from './reader-cards.ts';
import type { PublicPhoto } from './reader-shapes.ts';

/**
 * What articles have beyond their cards: words, photos, topics; in the order given, as many
 * queries for thirty as for one. Checks nothing.
 */
export async function detailsOfAll(queryable: Queryable, rows: readonly LiveRow[]) {
  const figures = rows.map(({ edition }) => figuresOf(edition.body));
  const topicIds = [...new Set(rows.flatMap(({ edition }) => edition.topicIds))];
  const codes = [...new Set(rows.flatMap(({ edition }) => edition.regencyCodes))];
  const portalIds = [...new Set(rows.map(({ article }) => article.portalId))];
  const [photoRows, topicRows, regencyRows, agencyById] = await Promise.all([
    photosFor(queryable, [...new Set(figures.flat().map((figure) => figure.assetId))]),
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
  ]);
  return rows.map(({ edition, article }, index) => {
    const photos: Record<AssetId, PublicPhoto> = {};
    for (const figure of figures[index] ?? []) photos[figure.assetId] = publicPhoto(photoRows, figure);
    return {
      body: edition.body,
      photos,
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
