import { boolean, index, pgTable, primaryKey, real, uuid } from 'drizzle-orm/pg-core';
import type { EditionId } from '../../lib/ids.ts';
import { editions } from './article.ts';
import { moment } from './columns.ts';

/**
 * What was found to tell the same story when an edition was submitted: for the marks of the queue, which
 * cannot look for each of its rows. What a page of one edition shows is found anew.
 */
export const similarEditions = pgTable(
  'similar_editions',
  {
    editionId: uuid()
      .$type<EditionId>()
      .notNull()
      .references(() => editions.id),
    otherId: uuid()
      .$type<EditionId>()
      .notNull()
      .references(() => editions.id),
    /** 0 to 1, the trigrams of title and lead. */
    likeness: real().notNull(),
    isSameEvent: boolean().notNull(),
    foundAt: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.otherId] }),
    index('similar_editions_other').on(table.otherId),
  ],
);
