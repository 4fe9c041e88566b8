import { bigint, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import type { EditionId } from '../../lib/ids.ts';
import { editions } from './article.ts';

/**
 * The paragraphs of every edition that readers have had, each as 48 bits of its fingerprint: by them a
 * pasted text finds what it may have been copied from, however many articles there are. Only a way to
 * candidates: what a text is compared with are the signed words themselves.
 */
export const publishedParagraphs = pgTable(
  'published_paragraphs',
  {
    editionId: uuid()
      .$type<EditionId>()
      .notNull()
      .references(() => editions.id),
    fingerprint: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.fingerprint] }),
    index('published_paragraphs_fingerprint').on(table.fingerprint, table.editionId),
  ],
);
