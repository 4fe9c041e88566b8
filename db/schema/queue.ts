import { boolean, index, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import type { AgencyId, ArticleId, EditionId, PortalId, UserId } from '../../lib/ids.ts';
import { articleKind, articles, editionState, editions, priority } from './article.ts';
import { moment } from './columns.ts';

/**
 * What is under way, in rows so narrow that all of them are read in a few milliseconds however many
 * articles were ever published. Written by triggers upon editions and articles, never by hand; what
 * a page shows of an item is read from its edition. What they copy is held by the keys of those tables.
 */
export const queueEntries = pgTable(
  'queue_entries',
  {
    editionId: uuid()
      .$type<EditionId>()
      .primaryKey()
      .references(() => editions.id, { onDelete: 'cascade' }),
    articleId: uuid()
      .$type<ArticleId>()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    portalId: uuid().$type<PortalId>().notNull(),
    /** Whose article it is. */
    agencyId: uuid().$type<AgencyId>().notNull(),
    /** Everyone it is of: the agency, the one it moves to, and those of a joint release. */
    agencyIds: uuid().array().$type<AgencyId[]>().notNull(),
    isConfidential: boolean().notNull(),
    state: editionState().notNull(),
    kind: articleKind().notNull(),
    title: text().notNull(),
    priority: priority().notNull(),
    /** The priority as a number to sort by: 0 the most urgent. */
    urgency: smallint().notNull(),
    /** In whole milliseconds, as a page's address carries it. */
    waitingSince: moment().notNull(),
    /** From when on it is late: past its target, or past the date somebody gave it. */
    lateAt: moment(),
    dueAt: moment(),
    /** Until when it waits for its agency's verifier; null where it does not. */
    verifierUntil: moment(),
    createdBy: uuid().$type<UserId>().notNull(),
    claimedBy: uuid().$type<UserId>(),
    assignedTo: uuid().$type<UserId>(),
  },
  (table) => [index('queue_entries_article').on(table.articleId)],
);
