import { sql } from 'drizzle-orm';
import { bigint, boolean, date, index, integer, jsonb, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { AgencyId, ArticleId, EditionId, PortalId, RevisionId, SignatureId, UserId } from '../../lib/ids.ts';
import type { Words } from '../../lib/newsroom/article-input.ts';
import { articles, editions } from './article.ts';
import { idColumn, moment } from './columns.ts';
import { revisionReasons, signatureActs } from './enums.ts';
import { role, users } from './person.ts';
import { portals } from './portal.ts';

export const signatureAct = pgEnum('signature_act', signatureActs);
export const revisionReason = pgEnum('revision_reason', revisionReasons);

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
    // What somebody wrote in, and what of theirs was left behind.
    index('revisions_typed').on(table.by, table.editionId).where(sql`reason in ('typing','restored')`),
    index('revisions_stranded').on(table.by, table.id).where(sql`reason = 'stranded' and settled_at is null`),
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
    // Reports count from it alone: whose each was and of which edition stands in the index.
    index('events_verb').on(table.portalId, table.verb, table.at, table.agencyId, table.editionId),
    // The audit trail is read from its end, by whatever somebody asks for.
    index('events_verb_in_order').on(table.verb, table.seq),
    index('events_agency').on(table.agencyId, table.seq).where(sql`agency_id is not null`),
    index('events_subject').on(table.subjectId, table.seq).where(sql`subject_id is not null`),
    index('events_at').on(table.portalId, table.at),
    // What an administrative entry is about (a section, a setting): its own history.
    index('events_about').on(sql`(detail ->> 'about')`, table.seq).where(sql`detail ? 'about'`),
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
    /** A code of the portal's list (`return_reasons`) or a built-in one; null where the verb asks for none. */
    reasonCode: text(),
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
  (table) => [
    index('decision_notes_edition').on(table.editionId, table.at),
    index('decision_notes_reason').on(table.at).where(sql`verb in ('return','reject')`),
  ],
);

/** What a check of the audit chain found. */
export const chainChecks = pgTable('chain_checks', {
  id: idColumn(),
  at: moment().notNull(),
  checked: bigint({ mode: 'number' }).notNull(),
  headHash: text().notNull(),
  /** The first entry that does not fit; null when all do. */
  brokenAt: bigint({ mode: 'number' }),
  /** Editions whose seal, words, signatures and state were checked too, and how many of them do not hold. */
  editions: integer().notNull().default(0),
  wrongEditions: integer().notNull().default(0),
});

/**
 * The head of the audit chain as it was published on a day, and whether somebody outside has it
 * too. Append-only by trigger but for the two columns of the witness.
 */
export const chainHeads = pgTable('chain_heads', {
  day: date({ mode: 'string' }).primaryKey(),
  seq: bigint({ mode: 'number' }).notNull(),
  headHash: text().notNull(),
  at: moment().notNull(),
  /** The outside address it was mailed to, and when the mail server took it. */
  witness: text(),
  witnessedAt: moment(),
});
