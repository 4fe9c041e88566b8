import { inArray } from 'drizzle-orm';
import { database, type Queryable } from '#db/client.ts';
import type { PhotoOrigin } from '#db/schema/enums.ts';
import { agencies, sections } from '#db/schema/index.ts';
import type { AgencyId, AssetId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { type AssetPhoto, type PhotoRendition, photosFor } from '#lib/media/reads.ts';
import { statesInLog } from '#lib/record/events.ts';
import type { CardRow } from './edition-record.ts';
import { fitsSeal } from './going-live.ts';
import type { PublicAgency, PublicCard, PublicPhoto } from './reader-shapes.ts';

/**
 * The rows that are exactly what was sealed and stand where the audit log led; tells the operator
 * of the others. An old edition still has its old seal: only the log knows that it was superseded
 * or retracted since.
 */
export async function soundRows<Row extends CardRow>(queryable: Queryable, rows: readonly Row[]): Promise<Row[]> {
  const led = await statesInLog(
    queryable,
    rows.map((row) => row.edition.id),
  );
  return rows.filter(({ edition, article }) => {
    if (fitsSeal(edition, article) && led.get(edition.id) === edition.state) return true;
    log('alarm', 'integrity', { what: 'card', editionId: edition.id, articleId: article.id });
    return false;
  });
}

/**
 * The cards of live editions, in the order given. A row that is not sound is
 * left out and alarmed: one altered row must not take the whole list down.
 */
export async function cardsOf(queryable: Queryable, rows: readonly CardRow[]): Promise<PublicCard[]> {
  const sound = await soundRows(queryable, rows);
  return drawCards(
    queryable,
    sound.flatMap((row) => {
      const { slug, firstPublishedAt } = row.article;
      const { publishedAt } = row.edition;
      return slug === null || firstPublishedAt === null || publishedAt === null
        ? []
        : [{ row, published: { slug, firstPublishedAt, publishedAt } }];
    }),
  );
}

type Published = { slug: string; firstPublishedAt: Date; publishedAt: Date };

/** The card of one edition as it would look if published so: for the newsroom's preview. Checks nothing. */
export async function cardFrom(row: CardRow, published: Published): Promise<PublicCard | undefined> {
  const [card] = await drawCards(database(), [{ row, published }]);
  return card;
}

async function drawCards(
  queryable: Queryable,
  rows: readonly { row: CardRow; published: Published }[],
): Promise<PublicCard[]> {
  const covers = rows.flatMap(({ row }) => (row.edition.cover === null ? [] : [row.edition.cover.assetId]));
  const sectionIds = rows.flatMap(({ row }) => (row.edition.sectionId === null ? [] : [row.edition.sectionId]));
  const [photos, agencyById, sectionRows] = await Promise.all([
    photosFor(queryable, [...new Set(covers)]),
    agenciesById(
      queryable,
      rows.map(({ row }) => row.article.agencyId),
    ),
    sectionIds.length === 0
      ? []
      : queryable
          .select({ id: sections.id, slug: sections.slug, name: sections.name })
          .from(sections)
          .where(inArray(sections.id, [...new Set(sectionIds)])),
  ]);
  return rows.flatMap(({ row: { edition, article }, published }) => {
    const agency = agencyById.get(article.agencyId);
    if (agency === undefined) return [];
    const section = sectionRows.find((candidate) => candidate.id === edition.sectionId);
    return [
      {
        ...published,
        articleId: article.id,
        kind: edition.kind,
        title: edition.title,
        lead: edition.lead,
        sponsored: edition.sponsored,
        details: edition.details,
        section: section === undefined ? null : { slug: section.slug, name: section.name },
        agency,
        cover: edition.cover === null ? null : publicPhoto(photos, edition.cover),
        awaitsSecondReview: edition.secondReviewDueAt !== null && edition.secondReviewedAt === null,
        isArchived: edition.state === 'archived',
      },
    ];
  });
}

/** Names and addresses of agencies, by id. */
export async function agenciesById(
  queryable: Queryable,
  ids: readonly AgencyId[],
): Promise<Map<AgencyId, PublicAgency>> {
  if (ids.length === 0) return new Map();
  const rows = await queryable
    .select({ id: agencies.id, slug: agencies.slug, name: agencies.name, shortName: agencies.shortName })
    .from(agencies)
    .where(inArray(agencies.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, ...agency }) => [id, agency]));
}

type PhotoUse = {
  assetId: AssetId;
  alt: string;
  decorative: boolean;
  caption: string;
  credit: string;
  origin?: PhotoOrigin | undefined;
  focal?: { x: number; y: number };
};

/** A photo where it is used: the words of the place, the renditions of the asset. */
export function publicPhoto(photos: ReadonlyMap<AssetId, AssetPhoto>, use: PhotoUse): PublicPhoto {
  const photo = photos.get(use.assetId);
  if (photo === undefined || photo.withdrawn || photo.renditions.length === 0) return { withdrawn: true };
  const sources = photo.renditions.filter((rendition) => rendition.shape === 'full');
  const card = photo.renditions.find((rendition) => rendition.shape === 'card' && rendition.format === 'jpeg');
  const print = photo.renditions.find((rendition) => rendition.shape === 'print');
  return {
    withdrawn: false,
    alt: use.decorative ? '' : use.alt,
    caption: use.caption,
    credit: use.credit,
    origin: use.origin ?? 'photo',
    focal: use.focal ?? { x: 0.5, y: 0.5 },
    width: photo.width,
    height: photo.height,
    colour: photo.colour,
    sources: sources
      .map(({ format, width, height, key }) => ({ format, width, height, key }))
      .sort((one, other) => other.width - one.width),
    card: card === undefined ? null : { format: card.format, width: card.width, height: card.height, key: card.key },
    print: print === undefined ? null : withBytes(print),
  };
}

function withBytes({ format, width, height, bytes, key }: PhotoRendition) {
  return { format, width, height, bytes, key };
}
