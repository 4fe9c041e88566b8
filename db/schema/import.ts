import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { ArticleId, UserId } from '../../lib/ids.ts';
import type { ImportReport } from '../../lib/import/report.ts';
import { articles } from './article.ts';
import { moment } from './columns.ts';
import { users } from './person.ts';

/** What was changed and dropped when an article was made from a document; its words go when the draft is purged. */
export const articleImports = pgTable('article_imports', {
  articleId: uuid()
    .$type<ArticleId>()
    .primaryKey()
    .references(() => articles.id),
  fileName: text().notNull(),
  report: jsonb().$type<ImportReport>().notNull(),
  by: uuid()
    .$type<UserId>()
    .notNull()
    .references(() => users.id),
  at: moment().notNull(),
});
