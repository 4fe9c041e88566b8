import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ArticleId, EmbargoPassId, PortalId, PressContactId, UserId } from '../../lib/ids.ts';
import { articles } from './article.ts';
import { idColumn, moment } from './columns.ts';
import { users } from './person.ts';
import { portals } from './portal.ts';

/** A journalist who may be let in before an embargo ends. */
export const pressContacts = pgTable(
  'press_contacts',
  {
    id: idColumn().$type<PressContactId>(),
    portalId: uuid()
      .$type<PortalId>()
      .notNull()
      .references(() => portals.id),
    name: text().notNull(),
    outlet: text().notNull(),
    email: text().notNull().default(''),
    phone: text().notNull().default(''),
    note: text().notNull().default(''),
    isActive: boolean().notNull().default(true),
    version: integer().notNull().default(1),
  },
  (table) => [uniqueIndex('press_contacts_name').on(table.portalId, sql`lower(name)`, sql`lower(outlet)`)],
);

/** Somebody let in to read an article before its embargo ends: an account, or a press contact by a personal link. */
export const embargoPasses = pgTable(
  'embargo_passes',
  {
    id: idColumn().$type<EmbargoPassId>(),
    articleId: uuid()
      .$type<ArticleId>()
      .notNull()
      .references(() => articles.id),
    userId: uuid()
      .$type<UserId>()
      .references(() => users.id),
    contactId: uuid()
      .$type<PressContactId>()
      .references(() => pressContacts.id),
    /** Of the personal link; the secret itself is shown once. */
    tokenHash: text().unique(),
    createdBy: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull(),
    revokedAt: moment(),
    revokedBy: uuid()
      .$type<UserId>()
      .references(() => users.id),
  },
  (table) => [index('embargo_passes_article').on(table.articleId)],
);

/** Every reading of an embargoed text before its time. Append-only by trigger. */
export const embargoReadings = pgTable(
  'embargo_readings',
  {
    id: idColumn(),
    passId: uuid()
      .$type<EmbargoPassId>()
      .notNull()
      .references(() => embargoPasses.id),
    at: moment().notNull(),
    /** What the reading was marked with, so that a leaked picture leads to its pass. */
    mark: text().notNull(),
    /** Coarse name of the device. */
    device: text().notNull().default(''),
  },
  (table) => [index('embargo_readings_pass').on(table.passId, table.at)],
);
