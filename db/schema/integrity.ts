import { bigint, boolean, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { ArticleId, PortalId, UserId } from '../../lib/ids.ts';
import type { SiteFinding } from '../../lib/integrity/site-finding.ts';
import { articles } from './article.ts';
import { moment } from './columns.ts';
import { linkHostDecisions } from './enums.ts';
import { users } from './person.ts';
import { portals } from './portal.ts';

export const linkHostDecision = pgEnum('link_host_decision', linkHostDecisions);

/** Hosts outside that texts of a portal may lead to, or must not: whoever decided stands for it. */
export const linkHosts = pgTable(
  'link_hosts',
  {
    portalId: uuid()
      .$type<PortalId>()
      .notNull()
      .references(() => portals.id),
    /** In ASCII (punycode) and small letters, as an address carries it. */
    host: text().notNull(),
    decision: linkHostDecision().notNull(),
    note: text().notNull().default(''),
    /** Null for hosts that were in use when the register began. */
    by: uuid()
      .$type<UserId>()
      .references(() => users.id),
    at: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.portalId, table.host] })],
);

/** The hosts that the live edition of an article leads to: by them the register says where a host is used. */
export const articleLinkHosts = pgTable(
  'article_link_hosts',
  {
    articleId: uuid()
      .$type<ArticleId>()
      .notNull()
      .references(() => articles.id),
    host: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.host] }),
    index('article_link_hosts_host').on(table.host, table.articleId),
  ],
);

/** What each round of looking at the site from outside found. Old rounds are deleted. */
export const siteChecks = pgTable(
  'site_checks',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    begunAt: moment().notNull(),
    endedAt: moment().notNull(),
    /** Whether it looked at everything, or only at the newest. */
    isWhole: boolean().notNull(),
    /** Addresses asked for, and answers compared (each address as several visitors). */
    addresses: integer().notNull(),
    answers: integer().notNull(),
    /** Articles whose words were compared with what was signed. */
    articles: integer().notNull(),
    wrong: integer().notNull(),
    /** The first hundred. */
    findings: jsonb().$type<SiteFinding[]>().notNull(),
  },
  (table) => [index('site_checks_ended').on(table.endedAt)],
);
