import { pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import type { EditionId, UserId } from '../../lib/ids.ts';
import { editions } from './article.ts';
import { moment } from './columns.ts';
import { users } from './person.ts';

/** Which tabs have an edition open. A row lives as long as its tab says so; nothing of it is history. */
export const presences = pgTable(
  'presences',
  {
    editionId: uuid()
      .$type<EditionId>()
      .notNull()
      .references(() => editions.id),
    tabId: uuid().notNull(),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    /** When somebody last typed in this tab; null while nobody has. */
    typedAt: moment(),
    seenAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.editionId, table.tabId] })],
);

/** Whose turn it is to write a draft or a returned edition. At the desk the claim says so instead. */
export const seats = pgTable('seats', {
  editionId: uuid()
    .$type<EditionId>()
    .primaryKey()
    .references(() => editions.id),
  holderId: uuid()
    .$type<UserId>()
    .notNull()
    .references(() => users.id),
  since: moment().notNull(),
  /** When the holder last typed, and was last heard of: copied from presence, so that a save asks one row. */
  typedAt: moment(),
  seenAt: moment().notNull(),
  /** Who asks for the turn; null while nobody does. */
  askedBy: uuid()
    .$type<UserId>()
    .references(() => users.id),
  askedAt: moment(),
});
