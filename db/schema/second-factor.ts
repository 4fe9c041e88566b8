import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { SecondFactorId, UserId } from '../../lib/ids.ts';
import { idColumn, moment } from './columns.ts';
import { factorKinds } from './enums.ts';
import { users } from './person.ts';

export const factorKind = pgEnum('factor_kind', factorKinds);

/** What somebody shows besides their password. One authenticator app at most, any number of passkeys. */
export const secondFactors = pgTable(
  'second_factors',
  {
    id: idColumn().$type<SecondFactorId>(),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    kind: factorKind().notNull(),
    /** Its owner's word for it. */
    name: text().notNull(),
    createdAt: moment().notNull(),
    lastUsedAt: moment(),
    /** An app's secret, sealed (lib/accounts/sealed-text.ts). */
    secret: text(),
    /** A passkey's name and public key, base64url. */
    credentialId: text().unique(),
    publicKey: text(),
    /** How often the passkey was used, as far as it counts; a smaller number later betrays a copy. */
    counter: bigint({ mode: 'number' }).notNull().default(0),
    transports: jsonb().$type<string[]>().notNull().default([]),
    /** Whether the passkey lives on several devices of its owner. */
    isSynced: boolean().notNull().default(false),
    /** The newest step of time (app) or millisecond of a challenge (passkey) taken; none at or before it is taken again. */
    lastStep: bigint({ mode: 'number' }).notNull().default(0),
  },
  (table) => [
    index('second_factors_user').on(table.userId),
    uniqueIndex('second_factors_one_app').on(table.userId).where(sql`kind = 'totp'`),
    check(
      'second_factors_whole',
      sql`case kind when 'totp' then secret is not null and credential_id is null else secret is null and credential_id is not null and public_key is not null end`,
    ),
  ],
);

/** Codes for the day the phone is lost: only hashes, each once. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: idColumn(),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    codeHash: text().notNull().unique(),
    createdAt: moment().notNull(),
    usedAt: moment(),
  },
  (table) => [index('recovery_codes_user').on(table.userId)],
);
