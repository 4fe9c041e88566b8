import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { AlarmId, EditionId, PortalId, SavedViewId, UserId } from '../../lib/ids.ts';
import { editions } from './article.ts';
import { idColumn, moment } from './columns.ts';
import { alarmKinds } from './enums.ts';
import { users } from './person.ts';
import { portals } from './portal.ts';

export const alarmKind = pgEnum('alarm_kind', alarmKinds);

/** A person's own choice of filters for the queue, under a name. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: idColumn().$type<SavedViewId>(),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    name: text().notNull(),
    /** The filters as the address carries them. */
    query: text().notNull(),
    position: integer().notNull().default(0),
    /** What the queue opens with when its address asks for nothing. */
    isDefault: boolean().notNull().default(false),
  },
  (table) => [
    uniqueIndex('saved_views_name').on(table.userId, sql`lower(name)`),
    uniqueIndex('saved_views_default').on(table.userId).where(sql`is_default`),
  ],
);

/** Something that needs a person and that nobody may overlook. At most one open alarm per kind and subject. */
export const alarms = pgTable(
  'alarms',
  {
    id: idColumn().$type<AlarmId>(),
    kind: alarmKind().notNull(),
    /** What it is about, e.g. an edition's id; one open alarm per kind and subject. */
    subject: text().notNull(),
    /** Null when it concerns the whole install. */
    portalId: uuid()
      .$type<PortalId>()
      .references(() => portals.id),
    editionId: uuid()
      .$type<EditionId>()
      .references(() => editions.id),
    /** What is wrong and what to do, for the person who reads it. */
    text: text().notNull(),
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    raisedAt: moment().notNull(),
    settledAt: moment(),
    /** Null when what was wrong has ended by itself. */
    settledBy: uuid()
      .$type<UserId>()
      .references(() => users.id),
  },
  (table) => [
    uniqueIndex('alarms_one_open').on(table.kind, table.subject).where(sql`settled_at is null`),
    index('alarms_portal').on(table.portalId, table.raisedAt),
  ],
);
