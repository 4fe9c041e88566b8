import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type {
  AgencyId,
  EditionId,
  FigureId,
  HeldPostId,
  HouseNameId,
  PlainWordId,
  PortalId,
  RegisteredPersonId,
  RegulationId,
  UserId,
} from '../../lib/ids.ts';
import { editions } from './article.ts';
import { idColumn, moment } from './columns.ts';
import { houseNameStates } from './enums.ts';
import { users } from './person.ts';
import { agencies, portals } from './portal.ts';

export const houseNameState = pgEnum('house_name_state', houseNameStates);

const portalColumn = () =>
  uuid()
    .$type<PortalId>()
    .notNull()
    .references(() => portals.id);

/** Counts every change of a portal's register, so that what was made of it knows when it is old. */
export const registerVersions = pgTable('register_versions', {
  portalId: portalColumn().primaryKey(),
  version: integer().notNull().default(1),
});

/** People whom articles name: officials, experts, those who speak. No accounts. */
export const registeredPeople = pgTable(
  'registered_people',
  {
    id: idColumn().$type<RegisteredPersonId>(),
    portalId: portalColumn(),
    /** As it is written in articles, titles of learning included. */
    name: text().notNull(),
    version: integer().notNull().default(1),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [uniqueIndex('registered_people_name').on(table.portalId, sql`lower(name)`)],
);

/** A post somebody holds or held; days are included, null where open. */
export const heldPosts = pgTable(
  'held_posts',
  {
    id: idColumn().$type<HeldPostId>(),
    personId: uuid()
      .$type<RegisteredPersonId>()
      .notNull()
      .references(() => registeredPeople.id),
    title: text().notNull(),
    /** Null for posts outside the portal's agencies. */
    agencyId: uuid()
      .$type<AgencyId>()
      .references(() => agencies.id),
    /** Pelaksana tugas (Plt.). */
    isActing: boolean().notNull().default(false),
    fromDay: date({ mode: 'string' }),
    untilDay: date({ mode: 'string' }),
    version: integer().notNull().default(1),
  },
  (table) => [
    index('held_posts_person').on(table.personId),
    check('held_posts_in_order', sql`from_day is null or until_day is null or from_day <= until_day`),
  ],
);

/** Regulations as they are cited. */
export const regulations = pgTable(
  'regulations',
  {
    id: idColumn().$type<RegulationId>(),
    portalId: portalColumn(),
    /** “Peraturan Gubernur”. */
    kind: text().notNull(),
    number: text().notNull(),
    year: integer().notNull(),
    subject: text().notNull(),
    /** False (belum terverifikasi) until somebody has seen its text. */
    isVerified: boolean().notNull().default(false),
    version: integer().notNull().default(1),
  },
  (table) => [
    uniqueIndex('regulations_cited').on(table.portalId, sql`lower(kind)`, sql`lower(number)`, table.year),
    check('regulations_year_possible', sql`year between 1900 and 2200`),
  ],
);

/** Figures the portal stands by: what, how much, as of which day, by whose count. */
export const figures = pgTable(
  'figures',
  {
    id: idColumn().$type<FigureId>(),
    portalId: portalColumn(),
    label: text().notNull(),
    value: text().notNull(),
    asOf: date({ mode: 'string' }),
    source: text().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [uniqueIndex('figures_label').on(table.portalId, sql`lower(label)`)],
);

/** Names and words that are right whatever a dictionary says. Writers propose, an editor decides. */
export const houseNames = pgTable(
  'house_names',
  {
    id: idColumn().$type<HouseNameId>(),
    portalId: portalColumn(),
    /** Exactly as it is written: capitals count. */
    word: text().notNull(),
    state: houseNameState().notNull(),
    proposedBy: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    proposedAt: moment().notNull(),
    decidedBy: uuid()
      .$type<UserId>()
      .references(() => users.id),
    decidedAt: moment(),
  },
  (table) => [
    uniqueIndex('house_names_word').on(table.portalId, table.word),
    index('house_names_state').on(table.portalId, table.state),
    check('house_names_decided', sql`(state = 'proposed') = (decided_by is null)`),
  ],
);

/** Bureaucratic expressions and what to say instead, besides the list that comes along. */
export const plainWords = pgTable(
  'plain_words',
  {
    id: idColumn().$type<PlainWordId>(),
    portalId: portalColumn(),
    expression: text().notNull(),
    plain: text().notNull(),
    note: text().notNull().default(''),
    version: integer().notNull().default(1),
  },
  (table) => [uniqueIndex('plain_words_expression').on(table.portalId, sql`lower(expression)`)],
);

/** What the checks still said of an edition when it was last submitted: for its submitter alone. */
export const checkFindings = pgTable(
  'check_findings',
  {
    editionId: uuid()
      .$type<EditionId>()
      .notNull()
      .references(() => editions.id),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    /** Name of the rule, `weekday_mismatch`. */
    rule: text().notNull(),
    count: integer().notNull(),
    at: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.userId, table.rule] }),
    index('check_findings_user').on(table.userId, table.at),
    check('check_findings_some', sql`count > 0`),
  ],
);
