import { and, eq, inArray } from 'drizzle-orm';
import { transaction } from '#db/client.ts';
import { articles, oldAddresses } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { PortalId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';
import { generationNames, raiseGeneration } from '#lib/record/generation.ts';
import { oldAddressOf } from './old-address.ts';

/** What became of one line: kept, or why not. */
export type OldAddressLine =
  | { line: number; outcome: 'kept'; address: string; slug: string }
  | { line: number; outcome: 'refused'; reason: string };

/** Lines taken at once; a larger table is cut by hand. */
const mostLines = 50_000;
const atOnce = 500;

/**
 * Takes a table of addresses of an earlier site: on each line the old address, a semicolon or a
 * tab, and the slug or the address of the article that stands there now. What is there already
 * is led to the article named last. Empty lines and those that begin with `#` are passed over.
 *
 * @param dryRun reads and checks everything, and writes nothing
 */
export async function importOldAddresses(portal: PortalId, text: string, dryRun: boolean): Promise<OldAddressLine[]> {
  const lines = text.split(/\r\n|\r|\n/).slice(0, mostLines);
  return transaction(async (tx) => {
    const read = lines.flatMap((line, index) => readLine(line, index + 1));
    const slugs = [...new Set(read.flatMap((one) => (one.outcome === 'kept' ? [one.slug] : [])))];
    const found = new Map<string, (typeof articles.$inferSelect)['id']>();
    for (let from = 0; from < slugs.length; from += atOnce) {
      const rows = await tx
        .select({ id: articles.id, slug: articles.slug })
        .from(articles)
        .where(and(eq(articles.portalId, portal), inArray(articles.slug, slugs.slice(from, from + atOnce))));
      for (const { id, slug } of rows) if (slug !== null) found.set(slug, id);
    }
    const told = read.map(
      (one): OldAddressLine =>
        one.outcome === 'kept' && !found.has(one.slug)
          ? { line: one.line, outcome: 'refused', reason: `Tidak ada artikel beralamat ${one.slug} di portal ini.` }
          : one,
    );
    // Of two lines for one address the last holds; one statement may not touch a row twice.
    const kept = new Map(told.flatMap((one) => (one.outcome === 'kept' ? [[one.address, found.get(one.slug)]] : [])));
    if (dryRun || kept.size === 0) return told;
    for (const [address, articleId] of kept) {
      if (articleId === undefined) continue;
      await tx
        .insert(oldAddresses)
        .values({ portalId: portal, address, articleId, at: now() })
        .onConflictDoUpdate({ target: [oldAddresses.portalId, oldAddresses.address], set: { articleId, at: now() } });
    }
    await raiseGeneration(tx, portal, [generationNames.all]);
    const detail = { addresses: kept.size };
    await recordEvent(tx, { portalId: portal, actorId: null, actorRole: null, verb: 'import_old_addresses', detail });
    return told;
  });
}

function readLine(text: string, line: number): OldAddressLine[] {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return [];
  const [from = '', to = '', ...more] = trimmed.split(/[;\t]/).map((part) => part.trim().replace(/^"(.*)"$/, '$1'));
  const refused = (reason: string): OldAddressLine[] => [{ line, outcome: 'refused', reason }];
  if (to === '' || more.length > 0) return refused('Tulis alamat lama, titik koma, lalu alamat artikelnya sekarang.');
  const base = 'http://x';
  if (!URL.canParse(from, base)) return refused(`Alamat lama ${from.slice(0, 80)} tidak terbaca.`);
  const { pathname, search } = new URL(from, base);
  const address = oldAddressOf({ path: pathname, query: search.slice(1) });
  if (address === undefined) return refused(`Bentuk alamat lama ${from.slice(0, 80)} tidak dikenal.`);
  const slug = to.replace(/^.*\/(?=[^/]+\/?$)/, '').replace(/\/$/, '');
  return [{ line, outcome: 'kept', address, slug }];
}
