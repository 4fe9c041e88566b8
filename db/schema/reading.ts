import { index, integer, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { ArticleId, EditionId, PortalId, UserId } from '../../lib/ids.ts';
import { articles, editions } from './article.ts';
import { moment } from './columns.ts';
import { frontSlots } from './enums.ts';
import { users } from './person.ts';
import { portals } from './portal.ts';

export const frontSlot = pgEnum('front_slot', frontSlots);

/**
 * Which lists of the site an article stands in, and at what time: a page of any list is one short
 * walk along the key, however many articles there are. Derived from live editions in the same
 * transaction; what is shown is still read from the edition and compared with its seal.
 */
export const listed = pgTable(
  'listed',
  {
    portalId: uuid()
      .$type<PortalId>()
      .notNull()
      .references(() => portals.id),
    /** `all`, `section:<id>`, `agency:<id>`, … (lib/newsroom/listing.ts). */
    list: text().notNull(),
    /** First publication; the beginning of the event in the agenda. */
    at: moment().notNull(),
    articleId: uuid()
      .$type<ArticleId>()
      .notNull()
      .references(() => articles.id),
  },
  (table) => [
    primaryKey({ columns: [table.portalId, table.list, table.at, table.articleId] }),
    index('listed_article').on(table.articleId),
  ],
);

/** What editors chose for the top of the front page, and until when. */
export const frontChoices = pgTable(
  'front_choices',
  {
    portalId: uuid()
      .$type<PortalId>()
      .notNull()
      .references(() => portals.id),
    slot: frontSlot().notNull(),
    articleId: uuid()
      .$type<ArticleId>()
      .notNull()
      .references(() => articles.id),
    until: moment().notNull(),
    chosenBy: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    chosenAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.slot] })],
);

/** The picture shown where an edition's link is shared, drawn once after publication. */
export const shareCards = pgTable(
  'share_cards',
  {
    editionId: uuid()
      .$type<EditionId>()
      .primaryKey()
      .references(() => editions.id),
    /** The words it was drawn from. */
    contentHash: text().notNull(),
    /** Storage key, ends in the hash of its bytes: `c/ab/abcdef….jpg`. */
    key: text().notNull(),
    bytes: integer().notNull(),
    drawnAt: moment().notNull(),
    mac: text().notNull(),
    keyId: text().notNull(),
  },
  (table) => [index('share_cards_key').on(table.key)],
);

/** Addresses of a site before this one (`/?p=123`, `/2020/11/25/judul`) and the article that stands there now. */
export const oldAddresses = pgTable(
  'old_addresses',
  {
    portalId: uuid()
      .$type<PortalId>()
      .notNull()
      .references(() => portals.id),
    /** Path and query in their only form (lib/newsroom/old-address.ts). */
    address: text().notNull(),
    articleId: uuid()
      .$type<ArticleId>()
      .notNull()
      .references(() => articles.id),
    at: moment().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.address] })],
);
