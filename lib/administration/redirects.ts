import { and, count, desc, eq, ilike, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import { database, transaction } from '#db/client.ts';
import { articles, oldAddresses, redirects } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { requireAdmin } from '#lib/accounts/administration.ts';
import { now } from '#lib/clock.ts';
import { invalid, notFound } from '#lib/errors.ts';
import type { PortalId } from '#lib/ids.ts';
import { addressOf, oldAddressPath } from '#lib/newsroom/addresses.ts';
import { oldAddressOf } from '#lib/newsroom/old-address.ts';
import { changeDetail } from '#lib/record/changed-fields.ts';
import { generationNames, raiseGeneration } from '#lib/record/generation.ts';
import { articlePath } from '#lib/urls.ts';
import type { AdministrationInput } from './administration-input.ts';
import { administrationLimits } from './administration-limits.ts';
import { portalToChange, recordArranged } from './arrangement.ts';

/** An address that leads to an article of today, and where to. */
export type RedirectEntry = { address: string; target: string | null; at: Date };

const shown = 100;

/** The redirects of a portal that hold the text, newest first: former addresses of articles and those of earlier sites. */
export async function redirectsToAdminister(
  actor: Actor,
  portalId: PortalId,
  search: string,
): Promise<{ entries: RedirectEntry[]; total: number }> {
  requireAdmin(actor, portalId);
  const like = `%${search
    .trim()
    .slice(0, administrationLimits.search)
    .replace(/[\\%_]/g, '\\$&')}%`;
  const formerAddress = sql<string>`'/berita/' || ${redirects.oldSlug}`;
  const found = (address: SQL | typeof oldAddresses.address) => ilike(address, like);
  const both = () =>
    unionAll(
      database()
        .select({ address: formerAddress.as('address'), articleId: redirects.articleId, at: redirects.at })
        .from(redirects)
        .where(and(eq(redirects.portalId, portalId), found(formerAddress))),
      database()
        .select({
          address: sql<string>`${oldAddresses.address}`.as('address'),
          articleId: oldAddresses.articleId,
          at: oldAddresses.at,
        })
        .from(oldAddresses)
        .where(and(eq(oldAddresses.portalId, portalId), found(oldAddresses.address))),
    ).as('both');
  const list = both();
  const [rows, [counted]] = await Promise.all([
    database()
      .select({ address: list.address, slug: articles.slug, at: list.at })
      .from(list)
      .innerJoin(articles, eq(articles.id, list.articleId))
      .orderBy(desc(list.at), list.address)
      .limit(shown),
    database().select({ total: count() }).from(both()),
  ]);
  return {
    entries: rows.map(({ address, slug, at }) => ({ address, target: slug === null ? null : articlePath(slug), at })),
    total: counted?.total ?? 0,
  };
}

/** Where an address of the site leads now, in words for an admin. */
export type AddressTrial =
  | { kind: 'unreadable' }
  | { kind: 'live' | 'moved'; address: string; path: string }
  | { kind: 'gone' | 'unknown'; address: string };

/** Follows an address as a reader's browser would. */
export async function tryAddress(actor: Actor, portalId: PortalId, written: string): Promise<AddressTrial> {
  requireAdmin(actor, portalId);
  const read = readAddress(written);
  if (read === undefined) return { kind: 'unreadable' };
  const { address } = read;
  if (read.kind === 'old') {
    const path = await oldAddressPath(portalId, address);
    return path === null ? { kind: 'unknown', address } : { kind: 'moved', address, path };
  }
  const stands = await addressOf(portalId, read.slug);
  if (stands.kind === 'live' || stands.kind === 'moved') return { kind: stands.kind, address, path: stands.path };
  return { kind: stands.kind, address };
}

/** All redirects of a portal have one history. */
export const aboutRedirects = (portalId: PortalId) => `redirects:${portalId}`;

/**
 * Leads an address to an article of today. An address that leads somewhere already leads to this one from now on.
 *
 * @throws invalid for an address that no earlier site had, or that an article has now
 */
export function addRedirect(actor: Actor, input: AdministrationInput<'addRedirect'>): Promise<void> {
  return transaction(async (tx) => {
    const { portalId } = input;
    await portalToChange(tx, actor, portalId);
    const read = readAddress(input.address);
    if (read === undefined) throw refused('address', 'address_unknown', unreadable);
    const slug = slugIn(input.target);
    const [article] = await tx
      .select({ id: articles.id })
      .from(articles)
      .where(and(eq(articles.portalId, portalId), eq(articles.slug, slug)));
    if (article === undefined) {
      throw refused('target', 'target_unknown', `Tidak ada artikel beralamat ${slug} di portal ini.`);
    }
    const former = await targetOf(tx, portalId, read);
    const at = now();
    if (read.kind === 'former') {
      await requireFree(tx, portalId, read.slug);
      await tx
        .insert(redirects)
        .values({ portalId, oldSlug: read.slug, articleId: article.id, at })
        .onConflictDoUpdate({ target: [redirects.portalId, redirects.oldSlug], set: { articleId: article.id, at } });
    } else {
      await tx
        .insert(oldAddresses)
        .values({ portalId, address: read.address, articleId: article.id, at })
        .onConflictDoUpdate({
          target: [oldAddresses.portalId, oldAddresses.address],
          set: { articleId: article.id, at },
        });
    }
    await raiseGeneration(tx, portalId, [generationNames.all]);
    const detail = changeDetail(aboutRedirects(portalId), { [read.address]: former }, { [read.address]: slug });
    await recordArranged(tx, actor, portalId, { verb: 'add_redirect', detail });
  });
}

/** Takes a redirect away: its address is not found any more. */
export function removeRedirect(actor: Actor, input: AdministrationInput<'removeRedirect'>): Promise<void> {
  return transaction(async (tx) => {
    const { portalId } = input;
    await portalToChange(tx, actor, portalId);
    const read = readAddress(input.address);
    const former = read === undefined ? null : await targetOf(tx, portalId, read);
    if (read === undefined || former === null) throw notFound('redirect');
    if (read.kind === 'former') {
      await tx.delete(redirects).where(and(eq(redirects.portalId, portalId), eq(redirects.oldSlug, read.slug)));
    } else {
      await tx
        .delete(oldAddresses)
        .where(and(eq(oldAddresses.portalId, portalId), eq(oldAddresses.address, read.address)));
    }
    await raiseGeneration(tx, portalId, [generationNames.all]);
    const detail = changeDetail(aboutRedirects(portalId), { [read.address]: former }, { [read.address]: null });
    await recordArranged(tx, actor, portalId, { verb: 'remove_redirect', detail });
  });
}

type ReadAddress = { kind: 'old'; address: string } | { kind: 'former'; address: string; slug: string };

const unreadable =
  'Bentuk alamat ini tidak dikenal. Tulis alamat lama dari situs sebelumnya, misalnya /2024/05/judul atau /?p=123, atau alamat lama artikel, misalnya /berita/judul-lama.';

/** An address as somebody copied it, with or without its host. */
function readAddress(written: string): ReadAddress | undefined {
  const base = 'http://x';
  const text = written.trim();
  if (!URL.canParse(text, base)) return undefined;
  const { pathname, search } = new URL(text, base);
  const [, slug] = /^\/berita\/([a-z0-9]+(?:-[a-z0-9]+)*)\/?$/.exec(pathname) ?? [];
  if (slug !== undefined) return { kind: 'former', address: articlePath(slug), slug };
  const address = oldAddressOf({ path: pathname, query: search.slice(1) });
  return address === undefined ? undefined : { kind: 'old', address };
}

/** The last part of an article's address, however much of it was copied. */
const slugIn = (written: string) =>
  written
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')
    .replace(/^.*\//, '');

async function targetOf(
  tx: Parameters<typeof portalToChange>[0],
  portalId: PortalId,
  read: ReadAddress,
): Promise<string | null> {
  const [row] =
    read.kind === 'former'
      ? await tx
          .select({ slug: articles.slug })
          .from(redirects)
          .innerJoin(articles, eq(articles.id, redirects.articleId))
          .where(and(eq(redirects.portalId, portalId), eq(redirects.oldSlug, read.slug)))
      : await tx
          .select({ slug: articles.slug })
          .from(oldAddresses)
          .innerJoin(articles, eq(articles.id, oldAddresses.articleId))
          .where(and(eq(oldAddresses.portalId, portalId), eq(oldAddresses.address, read.address)));
  return row?.slug ?? null;
}

async function requireFree(tx: Parameters<typeof portalToChange>[0], portalId: PortalId, slug: string): Promise<void> {
  const [held] = await tx
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.portalId, portalId), eq(articles.slug, slug)));
  if (held !== undefined) {
    throw refused(
      'address',
      'address_in_use',
      'Alamat ini milik artikel yang ada sekarang, jadi tidak dapat dialihkan.',
    );
  }
}

function refused(field: string, code: string, text: string): Error {
  return invalid([{ field, code, text }]);
}
