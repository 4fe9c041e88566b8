import { and, eq, inArray } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles, editions, oldAddresses, redirects } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { integrityBroken } from '#lib/errors.ts';
import type { ArticleId, PortalId } from '#lib/ids.ts';
import { readerPath } from '#lib/urls.ts';
import type { LiveRow } from './edition-record.ts';
import { isPublic, liveRows, liveRowsOf } from './public.ts';
import { agenciesById, soundRows } from './reader-cards.ts';
import type { Address, Tombstone } from './reader-shapes.ts';

/**
 * What stands at an article's address, whichever kind of page it is.
 *
 * @param asked the path that is about to be rendered: an article that stands there is looked at no
 *   further, since its page compares it with its seal itself
 * @throws integrity when the row was changed behind the application's back
 */
export async function addressOf(portal: PortalId, slug: string, asked?: string): Promise<Address> {
  if (asked !== undefined && (await standsAt(portal, slug, asked))) return { kind: 'live', path: asked };
  const [held] = await liveRows(
    database(),
    and(
      eq(articles.portalId, portal),
      eq(articles.slug, slug),
      inArray(editions.state, ['published', 'archived', 'retracted']),
    ),
    1,
  );
  if (held !== undefined) {
    await requireSound(held);
    const { edition } = held;
    // A banner stands on every page and has none of its own.
    if (edition.kind === 'banner') return { kind: 'unknown' };
    if (edition.state === 'retracted') return { kind: 'gone' };
    const isEmbargoed = edition.embargoUntil !== null && edition.embargoUntil > now();
    return isEmbargoed ? { kind: 'unknown' } : { kind: 'live', path: readerPath({ kind: edition.kind, slug }) };
  }
  const [moved] = await database()
    .select({ articleId: redirects.articleId })
    .from(redirects)
    .where(and(eq(redirects.portalId, portal), eq(redirects.oldSlug, slug)));
  return moved === undefined ? { kind: 'unknown' } : whereNow(moved.articleId);
}

async function standsAt(portal: PortalId, slug: string, path: string): Promise<boolean> {
  const [held] = await database()
    .select({ kind: editions.kind })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(and(eq(articles.portalId, portal), eq(articles.slug, slug), isPublic(now())));
  return held !== undefined && held.kind !== 'banner' && readerPath({ kind: held.kind, slug }) === path;
}

/** A redirect leads to where the article stands now; also to a tombstone, which tells why. */
async function whereNow(articleId: ArticleId): Promise<Address> {
  const [row] = await liveRows(
    database(),
    and(eq(articles.id, articleId), inArray(editions.state, ['published', 'archived', 'retracted'])),
    1,
  );
  const slug = row?.article.slug ?? null;
  if (row === undefined || slug === null) return { kind: 'unknown' };
  return { kind: 'moved', slug, path: readerPath({ kind: row.edition.kind, slug }) };
}

/** Where what stood at an address of an earlier site stands now; null when nothing public does. */
export async function oldAddressPath(portal: PortalId, address: string): Promise<string | null> {
  const [old] = await database()
    .select({ articleId: oldAddresses.articleId })
    .from(oldAddresses)
    .where(and(eq(oldAddresses.portalId, portal), eq(oldAddresses.address, address)));
  const [row] = old === undefined ? [] : await liveRowsOf(database(), [old.articleId]);
  return row?.article.slug ? readerPath({ kind: row.edition.kind, slug: row.article.slug }) : null;
}

async function requireSound(row: LiveRow): Promise<void> {
  const [sound] = await soundRows(database(), [row]);
  if (sound === undefined) throw integrityBroken(`card of ${row.edition.id}`);
}

/** What is told of a retracted article; null when nothing stands retracted there. */
export async function tombstone(portal: PortalId, slug: string): Promise<Tombstone | null> {
  const [row] = await liveRows(
    database(),
    and(eq(articles.portalId, portal), eq(articles.slug, slug), eq(editions.state, 'retracted')),
    1,
  );
  if (row === undefined || row.edition.retractedAt === null) return null;
  await requireSound(row);
  const agency = (await agenciesById(database(), [row.article.agencyId])).get(row.article.agencyId);
  if (agency === undefined) return null;
  return {
    title: row.edition.retractHidesTitle ? null : row.edition.title,
    retractedAt: row.edition.retractedAt,
    reason: row.edition.retractReason ?? '',
    agency,
  };
}
