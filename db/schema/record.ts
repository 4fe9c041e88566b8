import { bigint, boolean, index, integer, jsonb, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { AgencyId, ArticleId, EditionId, PortalId, RevisionId, SignatureId, UserId } from '../../lib/ids.ts';
import type { Words } from '../../lib/newsroom/article-input.ts';
import { articles, editions } from './article.ts';
import { idColumn, moment } from './columns.ts';
import { returnReasons, revisionReasons, signatureActs } from './enums.ts';
import { role, users } from './person.ts';
import { portals } from './portal.ts';

export const signatureAct = pgEnum('signature_act', signatureActs);
export const revisionReason = pgEnum('revision_reason', revisionReasons);
export const returnReason = pgEnum('return_reason', returnReasons);

/** Who stood for which bytes, in which role, when. Append-only by trigger. */
export const signatures = pgTable(
  'signatures',
  {
    id: idColumn().$type<SignatureId>(),
    editionId: uuid()
      .$type<EditionId>()
      .notNull()
      .references(() => editions.id),
    contentHash: text().notNull(),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    /** The role in which the account signed, as it was at that moment. */
    role: role().notNull(),
    act: signatureAct().notNull(),
    at: moment().notNull(),
    /** HMAC over all of the above under a key that is not in the database. */
    mac: text().notNull(),
    keyId: text().notNull(),
  },
  (table) => [index('signatures_edition').on(table.editionId)],
);

/** A signature that no longer counts (its account was suspended for abuse). Append-only by trigger. */
export const signatureVoids = pgTable('signature_voids', {
  signatureId: uuid()
    .$type<SignatureId>()
    .primaryKey()
    .references(() => signatures.id),
  reason: text().notNull(),
  by: uuid()
    .$type<UserId>()
    .notNull()
    .references(() => users.id),
  at: moment().notNull(),
});

/** Snapshots of an edition's words: one per ten minutes of one person's typing, and at every transition. */
export const revisions = pgTable(
  'revisions',
  {
    id: idColumn().$type<RevisionId>(),
    editionId: uuid()
      .$type<EditionId>()
      .notNull()
      .references(() => editions.id),
    words: jsonb().$type<Words>().notNull(),
    contentHash: text().notNull(),
    by: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    reason: revisionReason().notNull(),
    /** The verb, for a transition. */
    verb: text(),
    /** For stranded words: the version they were written upon. */
    baseVersion: integer(),
    startedAt: moment().notNull(),
    at: moment().notNull(),
    /** Stranded words the writer has copied or put aside. */
    settledAt: moment(),
    /** The version whose words were brought back. */
    restoredFrom: uuid().$type<RevisionId>(),
  },
  (table) => [
    index('revisions_edition').on(table.editionId, table.at),
    // Ids sort by time: the history walks them page by page, and each save looks for the last one.
    index('revisions_in_order').on(table.editionId, table.id),
  ],
);

/**
 * The audit log. Append-only by trigger; `hash` covers the row and `previousHash`, and
 * `seq` has no gaps, so a removed or altered row shows (`npm run audit:verify`).
 */
export const events = pgTable(
  'events',
  {
    seq: bigint({ mode: 'number' }).primaryKey(),
    at: moment().notNull(),
    portalId: uuid()
      .$type<PortalId>()
      .references(() => portals.id),
    /** Null for the system. */
    actorId: uuid()
      .$type<UserId>()
      .references(() => users.id),
    actorRole: role(),
    verb: text().notNull(),
    articleId: uuid()
      .$type<ArticleId>()
      .references(() => articles.id),
    editionId: uuid()
      .$type<EditionId>()
      .references(() => editions.id),
    agencyId: uuid().$type<AgencyId>(),
    /** The person an administrative event is about. */
    subjectId: uuid()
      .$type<UserId>()
      .references(() => users.id),
    fromState: text(),
    toState: text(),
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [
    index('events_article').on(table.articleId, table.seq),
    index('events_edition').on(table.editionId, table.seq),
    index('events_actor').on(table.actorId, table.seq),
  ],
);

/** Why something was returned, rejected or retracted, in words for the writer. */
export const decisionNotes = pgTable(
  'decision_notes',
  {
    id: idColumn(),
    editionId: uuid()
      .$type<EditionId>()
      .notNull()
      .references(() => editions.id),
    verb: text().notNull(),
    reasonCode: returnReason(),
    text: text().notNull(),
    /** The place in the words: a field, or `body.<block number>`. */
    place: text().notNull().default(''),
    by: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    at: moment().notNull(),
    isPublic: boolean().notNull().default(false),
  },
  (table) => [index('decision_notes_edition').on(table.editionId, table.at)],
);
