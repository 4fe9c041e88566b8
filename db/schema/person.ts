import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { AbsenceId, AgencyId, HandoverId, MembershipId, PortalId, SessionId, UserId } from '../../lib/ids.ts';
import { idColumn, moment } from './columns.ts';
import { accountCodePurposes, delegationKinds, roles, sessionAssurances } from './enums.ts';
import { agencies, portals } from './portal.ts';

export const role = pgEnum('role', roles);
export const delegationKind = pgEnum('delegation_kind', delegationKinds);
export const accountCodePurpose = pgEnum('account_code_purpose', accountCodePurposes);
export const sessionAssurance = pgEnum('session_assurance', sessionAssurances);

export const users = pgTable('users', {
  id: idColumn().$type<UserId>(),
  /** Lower case, as compared at sign-in. */
  email: text().notNull().unique(),
  name: text().notNull(),
  /** For the WhatsApp link of a confirmation request; digits with country code, or empty. */
  phone: text().notNull().default(''),
  /** argon2id in PHC form; null until the invite is used. */
  passwordHash: text(),
  suspendedAt: moment(),
  /** Suspension for abuse also voids the person's signatures on unpublished editions. */
  suspendedForAbuse: boolean().notNull().default(false),
  /** When they were told that the account will be closed because nobody uses it; null again after a sign-in. */
  dormancyWarnedAt: moment(),
  version: integer().notNull().default(1),
  createdAt: moment().notNull().defaultNow(),
});

/** What a sign-in cookie stands for. The cookie holds a random id; here lies only its hash. */
export const sessions = pgTable(
  'sessions',
  {
    id: idColumn().$type<SessionId>(),
    tokenHash: text().notNull().unique(),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull().defaultNow(),
    lastSeenAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
    /** Coarse name of the device, shown to its owner. */
    device: text().notNull().default(''),
    assurance: sessionAssurance().notNull().default('password'),
    /** The password was right and the second step is still to come: nobody is signed in by such a row. */
    owesSecondStep: boolean().notNull().default(false),
    /** When its person last showed that it is they: by signing in, or asked again before something grave. */
    confirmedAt: moment(),
  },
  (table) => [index('sessions_user').on(table.userId)],
);

/** One-time codes an admin hands over: only the hash is kept, 24 hours, one use. */
export const accountCodes = pgTable(
  'account_codes',
  {
    id: idColumn(),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    purpose: accountCodePurpose().notNull(),
    codeHash: text().notNull().unique(),
    createdBy: uuid()
      .$type<UserId>()
      .references(() => users.id),
    createdAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (table) => [index('account_codes_user').on(table.userId)],
);

/**
 * A role somebody holds. It counts while accepted (or never needing it), not ended, and, where it was
 * given for a time only (a delegation), between its two moments.
 */
export const memberships = pgTable(
  'memberships',
  {
    id: idColumn().$type<MembershipId>(),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    portalId: uuid()
      .$type<PortalId>()
      .notNull()
      .references(() => portals.id),
    agencyId: uuid()
      .$type<AgencyId>()
      .references(() => agencies.id),
    role: role().notNull(),
    /** Null for the first admins, who come from the command line. */
    grantedBy: uuid()
      .$type<UserId>()
      .references(() => users.id),
    grantedAt: moment().notNull().defaultNow(),
    acceptedBy: uuid()
      .$type<UserId>()
      .references(() => users.id),
    /** Set at once for roles that need no second acceptance. */
    effectiveAt: moment(),
    /** A delegation: why it was given, from when, until when, and in whose place. All null for a lasting role. */
    delegation: delegationKind(),
    startsAt: moment(),
    endsAt: moment(),
    inPlaceOf: uuid()
      .$type<UserId>()
      .references(() => users.id),
    endedAt: moment(),
    endedBy: uuid()
      .$type<UserId>()
      .references(() => users.id),
  },
  (table) => [
    index('memberships_user').on(table.userId),
    index('memberships_agency').on(table.agencyId),
    uniqueIndex('memberships_one_open')
      .on(table.userId, table.portalId, table.role, sql`coalesce(agency_id, '00000000-0000-0000-0000-000000000000')`)
      .where(sql`ended_at is null`),
    index('memberships_ending').on(table.endsAt).where(sql`ends_at is not null and ended_at is null`),
    check(
      'memberships_delegation_ends',
      sql`(delegation is null) = (ends_at is null) and (delegation is null) = (starts_at is null) and (ends_at is null or ends_at > starts_at)`,
    ),
    check('memberships_never_in_own_place', sql`in_place_of is null or in_place_of <> user_id`),
    check(
      'memberships_agency_fits_role',
      sql`(role in ('contributor', 'verifier', 'leader')) = (agency_id is not null)`,
    ),
    check('memberships_never_self_granted', sql`granted_by is null or granted_by <> user_id`),
    check(
      'memberships_accepted_by_another',
      sql`accepted_by is null or (accepted_by <> user_id and accepted_by <> granted_by)`,
    ),
  ],
);

/** When somebody is away: until then nobody waits for them. */
export const absences = pgTable(
  'absences',
  {
    id: idColumn().$type<AbsenceId>(),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    note: text().notNull().default(''),
    createdBy: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull(),
    endedAt: moment(),
  },
  (table) => [
    index('absences_user').on(table.userId, table.endsAt),
    check('absences_end_after_start', sql`ends_at > starts_at`),
  ],
);

/** One account's work handed over to another person, step by step. */
export const handovers = pgTable(
  'handovers',
  {
    id: idColumn().$type<HandoverId>(),
    portalId: uuid()
      .$type<PortalId>()
      .notNull()
      .references(() => portals.id),
    fromUserId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    toUserId: uuid()
      .$type<UserId>()
      .references(() => users.id),
    reason: text().notNull().default(''),
    /** The steps a person ticked by hand; the others are read from the rows. */
    ticked: jsonb().$type<string[]>().notNull().default([]),
    begunBy: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    begunAt: moment().notNull(),
    finishedAt: moment(),
    finishedBy: uuid()
      .$type<UserId>()
      .references(() => users.id),
    version: integer().notNull().default(1),
  },
  (table) => [
    index('handovers_from').on(table.fromUserId),
    check('handovers_to_another', sql`to_user_id is null or to_user_id <> from_user_id`),
  ],
);
