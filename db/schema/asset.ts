import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AgencyId, AssetId, EditionId, PortalId, UserId } from '../../lib/ids.ts';
import { editions } from './article.ts';
import { idColumn, moment, tsvector } from './columns.ts';
import { assetKinds, assetStates, photoOrigins, renditionFormats, renditionShapes } from './enums.ts';
import { users } from './person.ts';
import { agencies, portals } from './portal.ts';

export const assetState = pgEnum('asset_state', assetStates);
export const assetKind = pgEnum('asset_kind', assetKinds);
export const photoOrigin = pgEnum('photo_origin', photoOrigins);
export const renditionFormat = pgEnum('rendition_format', renditionFormats);
export const renditionShape = pgEnum('rendition_shape', renditionShapes);

/** An uploaded photo or document. Its bytes never change; the original of a photo is kept, never served. */
export const assets = pgTable(
  'assets',
  {
    id: idColumn().$type<AssetId>(),
    portalId: uuid()
      .$type<PortalId>()
      .notNull()
      .references(() => portals.id),
    agencyId: uuid()
      .$type<AgencyId>()
      .notNull()
      .references(() => agencies.id),
    uploadedBy: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    uploadedAt: moment().notNull().defaultNow(),
    kind: assetKind().notNull().default('photo'),
    /** As sent by the browser; shown, never used as a path. */
    fileName: text().notNull(),
    /** SHA-256 of the original, hexadecimal. */
    hash: text().notNull(),
    mediaType: text().notNull(),
    bytes: integer().notNull(),
    /** Pixels, orientation applied; 0 for a document, which has none. */
    width: integer().notNull(),
    height: integer().notNull(),
    focalX: doublePrecision().notNull().default(0.5),
    focalY: doublePrecision().notNull().default(0.5),
    state: assetState().notNull().default('processing'),
    /** Why it failed, in Indonesian, for the person who uploaded it. */
    failure: text(),
    /** A few hundred bytes of WebP as a data address (newsroom only: readers' pages allow no data images). */
    placeholder: text(),
    /** Average colour, `#rrggbb`. */
    colour: text(),
    /** Set when an edition that uses it is first published: from then on its renditions are public. */
    publicSince: moment(),
    withdrawnAt: moment(),
    withdrawnBy: uuid()
      .$type<UserId>()
      .references(() => users.id),
    withdrawReason: text(),
    /** Counts the changes of what follows, which people edit. */
    version: integer().notNull().default(1),
    /** Where it is used these words come along; there they may differ. */
    caption: text().notNull().default(''),
    alt: text().notNull().default(''),
    credit: text().notNull().default(''),
    /** The licence or the terms under which it may be used, in words. */
    terms: text().notNull().default(''),
    takenOn: date({ mode: 'string' }),
    takenAt: text().notNull().default(''),
    origin: photoOrigin().notNull().default('photo'),
    showsChild: boolean().notNull().default(false),
    /** Whoever is to be recognised agreed to it, or the guardian of a child. */
    hasConsent: boolean().notNull().default(false),
    /** The last day on which it may be used; null without an end. */
    rightsUntil: date({ mode: 'string' }),
    /** Set while every agency of the portal may use it. */
    sharedAt: moment(),
    /** Set when somebody uploaded, described or shared it in the library: it outlives the draft it stood in. */
    keptAt: moment(),
    /** The photo of which this is a turned copy. */
    derivedFrom: uuid()
      .$type<AssetId>()
      .references((): AnyPgColumn => assets.id),
    /** Words of name, caption, credit and place, exactly as written. */
    searchWords: tsvector().generatedAlwaysAs(
      sql`to_tsvector('simple', translate(file_name || ' ' || caption || ' ' || credit || ' ' || taken_at, '._-/@:', '      '))`,
    ),
  },
  (table) => [
    index('assets_agency').on(table.agencyId, table.uploadedAt),
    // What one account has uploaded, for its quota.
    index('assets_person').on(table.uploadedBy, table.uploadedAt),
    index('assets_library').on(table.portalId, table.id),
    index('assets_words').using('gin', table.searchWords),
    index('assets_derived').on(table.derivedFrom),
    index('assets_rights').on(table.portalId, table.rightsUntil).where(sql`rights_until is not null`),
    index('assets_hash').on(table.hash),
    check('assets_photo_has_pixels', sql`(kind = 'photo') = (width > 0 and height > 0)`),
    check('assets_focal_inside', sql`focal_x between 0 and 1 and focal_y between 0 and 1`),
  ],
);

export const renditions = pgTable(
  'renditions',
  {
    id: idColumn(),
    assetId: uuid()
      .$type<AssetId>()
      .notNull()
      .references(() => assets.id),
    shape: renditionShape().notNull(),
    format: renditionFormat().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: integer().notNull(),
    /** Storage key, ends in the hash of these bytes: `r/ab/abcdef….avif`. */
    key: text().notNull(),
  },
  (table) => [
    unique('renditions_one_each').on(table.assetId, table.shape, table.format, table.width),
    index('renditions_key').on(table.key),
  ],
);

/**
 * Which editions name which photos and documents, in body, cover or attachments. Kept by a trigger
 * on editions, whoever writes them; the words themselves stay the truth.
 */
export const editionAssets = pgTable(
  'edition_assets',
  {
    editionId: uuid()
      .$type<EditionId>()
      .notNull()
      .references(() => editions.id),
    // Without a reference: words may name what is gone, and are refused elsewhere.
    assetId: uuid().$type<AssetId>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.assetId] }),
    index('edition_assets_asset').on(table.assetId),
  ],
);
