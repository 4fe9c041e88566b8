import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { ArticleId, EditionId, MailId, NotificationId, PortalId, UserId } from '../../lib/ids.ts';
import { articles, editions } from './article.ts';
import { idColumn, moment } from './columns.ts';
import { mailChoices } from './enums.ts';
import { users } from './person.ts';
import { portals } from './portal.ts';

export const mailChoice = pgEnum('mail_choice', mailChoices);

/** What one person is told of one event. Made from the audit log, so they can be made again. */
export const notifications = pgTable(
  'notifications',
  {
    id: idColumn().$type<NotificationId>(),
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    portalId: uuid()
      .$type<PortalId>()
      .references(() => portals.id),
    /** One of lib/notifications' kinds. */
    kind: text().notNull(),
    /** The event it tells of. */
    eventSeq: bigint({ mode: 'number' }).notNull(),
    articleId: uuid()
      .$type<ArticleId>()
      .references(() => articles.id),
    editionId: uuid()
      .$type<EditionId>()
      .references(() => editions.id),
    at: moment().notNull(),
    readAt: moment(),
    /** When it went into a mail, alone or in a digest; null while it waits or is not to be mailed. */
    mailedAt: moment(),
    mail: mailChoice().notNull().default('none'),
  },
  (table) => [
    unique('notifications_once').on(table.userId, table.eventSeq, table.kind),
    index('notifications_person').on(table.userId, table.id),
    index('notifications_unread').on(table.userId).where(sql`read_at is null`),
    index('notifications_to_mail').on(table.userId, table.mail).where(sql`mailed_at is null and mail <> 'none'`),
  ],
);

/** How a person wants to be told of one kind; kinds without a row follow lib/notifications' own choice. */
export const notificationChoices = pgTable(
  'notification_choices',
  {
    userId: uuid()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    kind: text().notNull(),
    mail: mailChoice().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.kind] })],
);

/** When a person may be mailed. Times are minutes after midnight in the portal's zone. */
export const mailTimes = pgTable('mail_times', {
  userId: uuid()
    .$type<UserId>()
    .primaryKey()
    .references(() => users.id),
  quietFrom: integer(),
  quietUntil: integer(),
  digestAt: integer().notNull().default(420),
  digestOff: boolean().notNull().default(false),
  version: integer().notNull().default(1),
});

/** A mail to send or sent. Its body never carries words of an unpublished article. */
export const mails = pgTable(
  'mails',
  {
    id: idColumn().$type<MailId>(),
    /** What it is: an invite, a notification, a digest, a witness; shown to admins. */
    kind: text().notNull(),
    /** Asking for the same mail twice makes one. */
    onceKey: text().notNull().unique(),
    userId: uuid()
      .$type<UserId>()
      .references(() => users.id),
    recipient: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    /** Further headers, such as List-Unsubscribe. */
    headers: jsonb().$type<Record<string, string>>().notNull().default({}),
    createdAt: moment().notNull(),
    sentAt: moment(),
    attempts: integer().notNull().default(0),
    /** While one worker hands it over; another waits until that must have ended. */
    underWaySince: moment(),
    failure: text(),
    failedAt: moment(),
  },
  (table) => [index('mails_waiting').on(table.createdAt).where(sql`sent_at is null`)],
);

/** How far the audit log has been told to people. One row. */
export const toldEvents = pgTable('told_events', {
  name: text().primaryKey(),
  seq: bigint({ mode: 'number' }).notNull(),
});
