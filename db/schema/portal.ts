import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AgencyId, PortalId, SectionId, TopicId } from '../../lib/ids.ts';
import type { DeskSettingsRow } from '../../lib/service-hours/desk-settings.ts';
import { idColumn, moment } from './columns.ts';
import { agencyKinds, dayOffKinds } from './enums.ts';

export const agencyKind = pgEnum('agency_kind', agencyKinds);
export const dayOffKind = pgEnum('day_off_kind', dayOffKinds);

/** A public site: a host, a name, a time zone. */
export const portals = pgTable('portals', {
  id: idColumn().$type<PortalId>(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  tagline: text().notNull().default(''),
  /** Host names it answers to, the canonical one first, without port (an unknown host gets 421). */
  hosts: text().array().notNull(),
  /** IANA name, e.g. Asia/Makassar. */
  timeZone: text().notNull(),
  /** `{tempat}` and `{portal}` are filled in, e.g. "{tempat}, {portal} –". */
  datelineTemplate: text().notNull().default('{tempat} –'),
  contactEmail: text().notNull().default(''),
  contactPhone: text().notNull().default(''),
  address: text().notNull().default(''),
  isDemo: boolean().notNull().default(false),
  /** Service hours, targets, escalation and the like; what is absent stands in lib/service-hours/desk-settings.ts. */
  deskSettings: jsonb().$type<DeskSettingsRow>().notNull().default({}),
  /** Raised in the same transaction as anything that changes what readers see. */
  generation: bigint({ mode: 'number' }).notNull().default(0),
  version: integer().notNull().default(1),
  createdAt: moment().notNull().defaultNow(),
});

/** What changed in each generation, so that an instance that was away can catch up. */
export const generationChanges = pgTable(
  'generation_changes',
  {
    portalId: uuid()
      .$type<PortalId>()
      .notNull()
      .references(() => portals.id),
    generation: bigint({ mode: 'number' }).notNull(),
    names: text().array().notNull(),
    at: moment().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.generation] })],
);

/** Perangkat daerah and every other body that writes. */
export const agencies = pgTable(
  'agencies',
  {
    id: idColumn().$type<AgencyId>(),
    portalId: uuid()
      .$type<PortalId>()
      .notNull()
      .references(() => portals.id),
    slug: text().notNull(),
    name: text().notNull(),
    shortName: text().notNull(),
    kind: agencyKind().notNull().default('department'),
    /** Who leads it and in what office, e.g. "Kepala Dinas". */
    headName: text().notNull().default(''),
    headTitle: text().notNull().default(''),
    address: text().notNull().default(''),
    phone: text().notNull().default(''),
    email: text().notNull().default(''),
    /** Whether a verifier of the agency signs before the desk. */
    hasVerification: boolean().notNull().default(false),
    /** Minutes after which the desk may go on without the verifier. */
    verifyWithinMinutes: integer().notNull().default(240),
    isActive: boolean().notNull().default(true),
    version: integer().notNull().default(1),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique('agencies_portal_slug').on(table.portalId, table.slug),
    check('agencies_verify_within_positive', sql`verify_within_minutes > 0`),
  ],
);

/** Kanal. */
export const sections = pgTable(
  'sections',
  {
    id: idColumn().$type<SectionId>(),
    portalId: uuid()
      .$type<PortalId>()
      .notNull()
      .references(() => portals.id),
    slug: text().notNull(),
    name: text().notNull(),
    position: integer().notNull().default(0),
    isActive: boolean().notNull().default(true),
    version: integer().notNull().default(1),
  },
  (table) => [unique('sections_portal_slug').on(table.portalId, table.slug)],
);

export const topics = pgTable(
  'topics',
  {
    id: idColumn().$type<TopicId>(),
    portalId: uuid()
      .$type<PortalId>()
      .notNull()
      .references(() => portals.id),
    slug: text().notNull(),
    name: text().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [unique('topics_portal_slug').on(table.portalId, table.slug)],
);

/** Kabupaten and kota a portal writes about; the code is that of Kemendagri, e.g. 64.72. */
export const regencies = pgTable(
  'regencies',
  {
    portalId: uuid()
      .$type<PortalId>()
      .notNull()
      .references(() => portals.id),
    code: text().notNull(),
    name: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.code] })],
);

/** Days on which a portal's offices are closed besides the weekly ones, with the source that says so. */
export const daysOff = pgTable(
  'days_off',
  {
    portalId: uuid()
      .$type<PortalId>()
      .notNull()
      .references(() => portals.id),
    day: date({ mode: 'string' }).notNull(),
    kind: dayOffKind().notNull(),
    name: text().notNull(),
    /** E.g. the number of the joint decree (SKB). */
    source: text().notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.day] })],
);

/** Why something is returned or rejected, as this portal words it; the code is what reports count. */
export const returnReasons = pgTable(
  'return_reasons',
  {
    portalId: uuid()
      .$type<PortalId>()
      .notNull()
      .references(() => portals.id),
    code: text().notNull(),
    label: text().notNull(),
    position: integer().notNull().default(0),
    isActive: boolean().notNull().default(true),
    version: integer().notNull().default(1),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.code] })],
);

/** Small facts of the install, such as that the demo was filled; one row each. */
export const installFacts = pgTable('install_facts', {
  name: text().primaryKey(),
  value: jsonb().notNull(),
  at: moment().notNull().defaultNow(),
});
