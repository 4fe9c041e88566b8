import { domainToUnicode } from 'node:url';
import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import { database, type Queryable, type Transaction, transaction } from '#db/client.ts';
import { type LinkHostDecision, liveStates, type Role } from '#db/schema/enums.ts';
import { articleLinkHosts, articles, editions, linkHosts, portals, users } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { conflict, notAllowed, notFound } from '#lib/errors.ts';
import type { PortalId, UserId } from '#lib/ids.ts';
import { foldText } from '#lib/language/folding.ts';
import { type EventEntry, recordEvent } from '#lib/record/events.ts';
import type { EditionRecord } from './edition-record.ts';
import type { LinkHostInput } from './link-input.ts';
import { type LinkRegister, type LinkStanding, outgoingLinks, standingOf } from './outgoing-links.ts';

const deciders: readonly Role[] = ['managing_editor', 'editor'];
const keepers: readonly Role[] = [...deciders, 'admin'];
const readers: readonly Role[] = [...keepers, 'auditor'];

/** What of a portal's register decides about links. */
export async function linkRegisterOf(queryable: Queryable, portalId: PortalId): Promise<LinkRegister> {
  const [hosts, rows] = await Promise.all([
    queryable.select({ hosts: portals.hosts }).from(portals),
    queryable
      .select({ host: linkHosts.host, decision: linkHosts.decision, note: linkHosts.note })
      .from(linkHosts)
      .where(eq(linkHosts.portalId, portalId)),
  ]);
  return {
    own: hosts.flatMap((portal) => portal.hosts),
    allowed: rows.filter(({ decision }) => decision === 'allowed').map(({ host }) => host),
    refused: rows.filter(({ decision }) => decision === 'refused').map(({ host, note }) => ({ host, note })),
  };
}

/** A host as a person has to see it before deciding: its true name, and what it only looks like. */
export type HostInWords = {
  host: string;
  /** In its own letters, where it has others than ASCII. */
  shown: string;
  /** What its letters, folded, read as: `pаjak.example` with a Cyrillic letter looks like `pajak.example`. */
  looksLike: string | null;
};

export function hostInWords(host: string): HostInWords {
  const shown = domainToUnicode(host) || host;
  const folded = shown === host ? host : foldText(shown).text;
  return { host, shown, looksLike: folded === shown ? null : folded };
}

/** A host that an edition leads to, with the addresses, for whoever decides about it. */
export type LinkToDecide = HostInWords & { standing: LinkStanding; note: string; addresses: string[] };

/** The hosts that an edition leads to, those nobody decided about first. Whoever may see the edition may see them. */
export async function linksOfEdition({
  words,
  article,
}: Pick<EditionRecord, 'words' | 'article'>): Promise<LinkToDecide[]> {
  const links = outgoingLinks(words);
  if (links.length === 0) return [];
  const register = await linkRegisterOf(database(), article.portalId);
  const order: readonly LinkStanding[] = ['new', 'refused', 'allowed', 'by_rule'];
  return [...new Set(links.map(({ host }) => host))]
    .map((host) => ({
      ...hostInWords(host),
      standing: standingOf(host, register),
      note: register.refused.find((one) => one.host === host)?.note ?? '',
      addresses: [...new Set(links.filter((link) => link.host === host).map(({ href }) => href))],
    }))
    .sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
}

/**
 * Lets texts of a portal lead to a host, or refuses it; a later decision takes the place of an earlier one.
 *
 * @throws not_found for somebody who may not read the register, not_allowed for anyone but editors
 */
export async function decideLinkHost(actor: Actor, input: LinkHostInput<'decide'>): Promise<void> {
  const { portalId, host, decision, note } = input;
  const role = requireRole(actor, portalId, deciders);
  return transaction(async (tx) => {
    await recordEvent(tx, await decide(tx, actor.userId, role, { portalId, host, decision, note }));
  });
}

/**
 * Allows hosts for an edition that this person approves, within that step: the desk in a hurry decides once.
 *
 * @returns what the audit log is to be told at the end of the transaction
 * @throws not_allowed for anyone but editors
 */
export async function allowHostsAlong(
  tx: Transaction,
  actor: Actor,
  portalId: PortalId,
  hosts: readonly string[],
): Promise<EventEntry[]> {
  const entries: EventEntry[] = [];
  for (const host of hosts) {
    const role = requireRole(actor, portalId, deciders);
    entries.push(await decide(tx, actor.userId, role, { portalId, host, decision: 'allowed', note: '' }));
  }
  return entries;
}

async function decide(
  tx: Transaction,
  by: UserId,
  actorRole: Role,
  { portalId, host, decision, note }: LinkHostInput<'decide'>,
): Promise<EventEntry> {
  const made = { decision, note, by, at: now() };
  await tx
    .insert(linkHosts)
    .values({ portalId, host, ...made })
    .onConflictDoUpdate({ target: [linkHosts.portalId, linkHosts.host], set: made });
  const verb = decision === 'allowed' ? 'allow_link_host' : 'refuse_link_host';
  return { portalId, actorId: by, actorRole, verb, detail: { host, note } };
}

/**
 * Takes a host off the register: the next text that leads there is looked at anew. What is published stays; the
 * look from outside tells of it.
 *
 * @throws not_found, not_allowed as above (admins may), conflict when it is not on the register
 */
export async function withdrawLinkHost(actor: Actor, input: LinkHostInput<'withdraw'>): Promise<void> {
  const { portalId, host } = input;
  const role = requireRole(actor, portalId, keepers);
  return transaction(async (tx) => {
    const gone = await tx
      .delete(linkHosts)
      .where(and(eq(linkHosts.portalId, portalId), eq(linkHosts.host, host)))
      .returning({ host: linkHosts.host });
    if (gone.length === 0) throw conflict('Alamat ini sudah tidak ada di daftar. Muat ulang halaman.');
    await recordEvent(tx, {
      ...{ portalId, actorId: actor.userId, actorRole: role, verb: 'withdraw_link_host', detail: { host } },
    });
  });
}

/** A line of the register, with the articles that lead to the host now. */
export type RegisteredHost = HostInWords & {
  decision: LinkHostDecision;
  note: string;
  /** Null for hosts that were in use when the register began. */
  by: string | null;
  at: Date;
  articles: number;
  /** The newest few of them. */
  uses: { articleId: string; title: string }[];
};

const shownUses = 3;
/** Longest register that is shown whole. */
const shownHosts = 500;

/**
 * The register of a portal, refused hosts first, then the newest.
 *
 * @throws not_found for anyone but editors, admins and auditors of the portal
 */
export async function registeredHosts(
  actor: Actor,
  portalId: PortalId,
): Promise<{ hosts: RegisteredHost[]; mayDecide: boolean; mayWithdraw: boolean }> {
  if (roleAmong(actor, portalId, readers) === undefined) throw notFound('links');
  const rows = await database()
    .select({
      ...{ host: linkHosts.host, decision: linkHosts.decision, note: linkHosts.note },
      ...{ at: linkHosts.at, by: users.name },
    })
    .from(linkHosts)
    .leftJoin(users, eq(users.id, linkHosts.by))
    .where(eq(linkHosts.portalId, portalId))
    .orderBy(desc(linkHosts.decision), desc(linkHosts.at), asc(linkHosts.host))
    .limit(shownHosts);
  const uses = await usesOf(
    portalId,
    rows.map(({ host }) => host),
  );
  return {
    hosts: rows.map((row) => ({
      ...row,
      ...hostInWords(row.host),
      ...(uses.get(row.host) ?? { articles: 0, uses: [] }),
    })),
    mayDecide: roleAmong(actor, portalId, deciders) !== undefined,
    mayWithdraw: roleAmong(actor, portalId, keepers) !== undefined,
  };
}

type Uses = Pick<RegisteredHost, 'articles' | 'uses'>;

async function usesOf(portalId: PortalId, hosts: readonly string[]): Promise<Map<string, Uses>> {
  const uses = new Map<string, Uses>();
  if (hosts.length === 0) return uses;
  const ofHost = sql`partition by ${articleLinkHosts.host}`;
  const ranked = database()
    .select({
      ...{ host: articleLinkHosts.host, articleId: articles.id, title: editions.title },
      place: sql<number>`(row_number() over (${ofHost} order by ${articles.id} desc))::int`.as('place'),
      total: sql<number>`(count(*) over (${ofHost}))::int`.as('total'),
    })
    .from(articleLinkHosts)
    .innerJoin(articles, eq(articles.id, articleLinkHosts.articleId))
    .innerJoin(editions, and(eq(editions.articleId, articles.id), inArray(editions.state, [...liveStates])))
    .where(and(eq(articles.portalId, portalId), inArray(articleLinkHosts.host, [...hosts])))
    .as('ranked');
  for (const { host, articleId, title, total } of await database()
    .select()
    .from(ranked)
    .where(lte(ranked.place, shownUses))
    .orderBy(ranked.place)) {
    const entry = uses.get(host) ?? { articles: total, uses: [] };
    entry.uses.push({ articleId, title });
    uses.set(host, entry);
  }
  return uses;
}

/** The portals whose register somebody may read. */
export function linkPortals(actor: Actor): PortalId[] {
  return [...new Set(actor.roles.filter(({ role }) => readers.includes(role)).map(({ portalId }) => portalId))];
}

function requireRole(actor: Actor, portalId: PortalId, roles: readonly Role[]): Role {
  const role = roleAmong(actor, portalId, roles);
  if (role !== undefined) return role;
  if (roleAmong(actor, portalId, readers) === undefined) throw notFound('links');
  throw notAllowed('Hanya redaktur yang memutuskan tujuan tautan.');
}

function roleAmong(actor: Actor, portalId: PortalId, roles: readonly Role[]): Role | undefined {
  const mine = actor.roles.filter((held) => held.portalId === portalId).map(({ role }) => role);
  return roles.find((role) => mine.includes(role));
}
