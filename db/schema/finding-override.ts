import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { ArticleId, EditionId, UserId } from '../../lib/ids.ts';
import { articles, editions } from './article.ts';
import { idColumn, moment } from './columns.ts';
import { users } from './person.ts';

/** What an editor let pass of what the checks left to judgement, and why. Holds for the article's later editions too. */
export const findingOverrides = pgTable(
  'finding_overrides',
  {
    id: idColumn(),
    articleId: uuid()
      .$type<ArticleId>()
      .notNull()
      .references(() => articles.id),
    editionId: uuid()
      .$type<EditionId>()
      .notNull()
      .references(() => editions.id),
    /** Name of the rule. */
    rule: text().notNull(),
    /** The words it is about, in small letters; the place where it is about no words. */
    subject: text().notNull(),
    reason: text().notNull(),
    by: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    at: moment().notNull(),
  },
  (table) => [index('finding_overrides_article').on(table.articleId)],
);
