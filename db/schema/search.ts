import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { AgencyId, ArticleId, PortalId, SectionId } from '../../lib/ids.ts';
import { articleKind, articles } from './article.ts';
import { moment, tsvector } from './columns.ts';
import { portals } from './portal.ts';

/**
 * The words of each public article as search reads them, and what it filters by. Derived from live
 * editions in the same transaction. Narrow rows (words and pairs lie apart, TOASTed by
 * the table's toast_tuple_target): a common word visits hundreds of thousands of them.
 */
export const searchEntries = pgTable(
  'search_entries',
  {
    articleId: uuid()
      .$type<ArticleId>()
      .primaryKey()
      .references(() => articles.id),
    portalId: uuid()
      .$type<PortalId>()
      .notNull()
      .references(() => portals.id),
    kind: articleKind().notNull(),
    sectionId: uuid().$type<SectionId>(),
    agencyIds: uuid().array().$type<AgencyId[]>().notNull(),
    regencyCodes: text().array().notNull(),
    /** First publication. */
    at: moment().notNull(),
    /** The words as written and their stems: title A, lead B, body D. */
    words: tsvector().notNull(),
    /**
     * Which stems stand beside one another, as `adjacent_pairs` numbers them. The index of words knows
     * no places: without these a phrase would be looked for in every article that has its words.
     */
    pairs: integer().array().notNull(),
  },
  (table) => [
    index('search_entries_words').using('gin', table.words, table.pairs),
    index('search_entries_at').on(table.at),
  ],
);

/**
 * Title A and lead B of each entry once more, by which hits are ranked and what reads alike is found:
 * apart, since reading the words of a thousand whole texts takes a second when they are not in memory.
 */
export const searchHeadings = pgTable(
  'search_headings',
  {
    articleId: uuid()
      .$type<ArticleId>()
      .primaryKey()
      .references(() => searchEntries.articleId, { onDelete: 'cascade' }),
    words: tsvector().notNull(),
  },
  (table) => [index('search_headings_words').using('gin', table.words)],
);

/** Words that titles and leads use, for "maksud Anda …?". */
export const searchWords = pgTable(
  'search_words',
  {
    portalId: uuid()
      .$type<PortalId>()
      .notNull()
      .references(() => portals.id),
    word: text().notNull(),
    /** Articles it was counted in. */
    uses: integer().notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.portalId, table.word] }),
    index('search_words_alike').using('gin', sql`${table.word} gin_trgm_ops`),
  ],
);
