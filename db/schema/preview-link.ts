import { boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { ArticleId, EditionId, PreviewLinkId, UserId } from '../../lib/ids.ts';
import { articles, editions } from './article.ts';
import { idColumn, moment } from './columns.ts';
import { users } from './person.ts';

/** Secret addresses at which somebody without an account may read one edition for a while. */
export const previewLinks = pgTable(
  'preview_links',
  {
    id: idColumn().$type<PreviewLinkId>(),
    articleId: uuid()
      .$type<ArticleId>()
      .notNull()
      .references(() => articles.id),
    editionId: uuid()
      .$type<EditionId>()
      .notNull()
      .references(() => editions.id),
    /** The secret itself is shown once to whoever makes it. */
    tokenHash: text().notNull().unique(),
    /** Who it is for, in the words of its maker. */
    guestName: text().notNull(),
    mayComment: boolean().notNull().default(false),
    createdBy: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
    revokedBy: uuid()
      .$type<UserId>()
      .references(() => users.id),
    openings: integer().notNull().default(0),
    lastOpenedAt: moment(),
    /** Comments left through it. */
    comments: integer().notNull().default(0),
  },
  (table) => [index('preview_links_article').on(table.articleId)],
);
