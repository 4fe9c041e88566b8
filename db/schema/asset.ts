import { sql } from 'drizzle-orm';
import { check, doublePrecision, index, integer, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { AgencyId, AssetId, PortalId, UserId } from '../../lib/ids.ts';
import { idColumn, moment } from './columns.ts';
import { assetKinds, assetStates, renditionFormats, renditionShapes } from './enums.ts';
import { users } from './person.ts';
import { agencies, portals } from './portal.ts';

export const assetState = pgEnum('asset_state', assetStates);
export const assetKind = pgEnum('asset_kind', assetKinds);
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
  },
  (table) => [
    index('assets_agency').on(table.agencyId, table.uploadedAt),
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
