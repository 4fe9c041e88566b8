import { sql } from 'drizzle-orm';
import { type AnyPgColumn, check, index, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { ArticleId, CommentId, EditionId, SuggestionId, UserId } from '../../lib/ids.ts';
import { articles, editions } from './article.ts';
import { idColumn, moment } from './columns.ts';
import { suggestionStates } from './enums.ts';
import { users } from './person.ts';

export const suggestionState = pgEnum('suggestion_state', suggestionStates);

/**
 * The words a remark is about: which field, the words themselves and what stood around them. They
 * are looked up again in the words as they are now; the document and its hash know nothing of remarks.
 */
const anchorColumns = () => ({
  /** `title`, `lead`, `summary`, `body`; empty for a remark on the whole. */
  place: text().notNull().default(''),
  quote: text().notNull().default(''),
  prefix: text().notNull().default(''),
  suffix: text().notNull().default(''),
});

export const comments = pgTable(
  'comments',
  {
    id: idColumn().$type<CommentId>(),
    articleId: uuid()
      .$type<ArticleId>()
      .notNull()
      .references(() => articles.id),
    /** The edition it was written on; the conversation is of the article. */
    editionId: uuid()
      .$type<EditionId>()
      .notNull()
      .references(() => editions.id),
    /** The comment a reply answers; only a first comment has an anchor and is resolved. */
    parentId: uuid()
      .$type<CommentId>()
      .references((): AnyPgColumn => comments.id),
    userId: uuid()
      .$type<UserId>()
      .references(() => users.id),
    /** Of somebody without an account, who was shown the article. */
    guestName: text(),
    text: text().notNull(),
    ...anchorColumns(),
    at: moment().notNull(),
    resolvedAt: moment(),
    resolvedBy: uuid()
      .$type<UserId>()
      .references(() => users.id),
  },
  (table) => [
    index('comments_article').on(table.articleId, table.at),
    check('comments_one_author', sql`(user_id is null) <> (guest_name is null)`),
    check('comments_resolved_by_somebody', sql`(resolved_at is null) = (resolved_by is null)`),
  ],
);

/** Who was called by name in a comment, and whether they have seen it. */
export const commentMentions = pgTable(
  'comment_mentions',
  {
    commentId: uuid()
      .$type<CommentId>()
      .notNull()
      .references(() => comments.id),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    seenAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.commentId, table.userId] }),
    index('comment_mentions_unseen').on(table.userId).where(sql`seen_at is null`),
  ],
);

/** Other words for some words, proposed to whoever writes. Whether the old words still stand is asked of the words. */
export const suggestions = pgTable(
  'suggestions',
  {
    id: idColumn().$type<SuggestionId>(),
    articleId: uuid()
      .$type<ArticleId>()
      .notNull()
      .references(() => articles.id),
    editionId: uuid()
      .$type<EditionId>()
      .notNull()
      .references(() => editions.id),
    ...anchorColumns(),
    /** Plain text; empty to take the words out. */
    replacement: text().notNull(),
    note: text().notNull().default(''),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    at: moment().notNull(),
    state: suggestionState().notNull().default('open'),
    decidedAt: moment(),
    decidedBy: uuid()
      .$type<UserId>()
      .references(() => users.id),
  },
  (table) => [
    index('suggestions_article').on(table.articleId, table.at),
    check(
      'suggestions_decided_by_somebody',
      sql`(state = 'open') = (decided_at is null) and (decided_at is null) = (decided_by is null)`,
    ),
  ],
);
