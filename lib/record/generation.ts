import { and, eq, gt, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '#db/client.ts';
import type { ArticleKind } from '#db/schema/enums.ts';
import { generationChanges, portals } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { conflict } from '#lib/errors.ts';
import type { PortalId } from '#lib/ids.ts';
import { siteFreeze } from './site-freeze.ts';

/** The channel on which every instance hears of a new generation. */
export const generationChannel = 'ruang_warta_generation';

/** Names of what readers see: a cached page that depends on a changed name is rendered anew. */
export const generationNames = {
  /** Everything: settings, a renamed agency or section. */
  site: 'site',
  front: 'front',
  article: (slug: string) => `article:${slug}`,
  agency: (slug: string) => `agency:${slug}`,
  section: (slug: string) => `section:${slug}`,
  topic: (slug: string) => `topic:${slug}`,
  kind: (kind: ArticleKind) => `kind:${kind}`,
  /** Any list of everything: archive, feeds, sitemaps. */
  all: 'all',
  /** Corrections and rights of reply. */
  amendments: 'amendments',
  /** The heads of the audit chain and what became of its checks. */
  integrity: 'integrity',
} as const;

/** What is announced: JSON on `generationChannel`. */
export type GenerationNotice = { portalId: PortalId; generation: number; names: string[] };

/**
 * Raises the portal's generation in the caller's transaction, together with the names of
 * what changed, and announces both at commit. Whatever changes what readers see comes through here, so here the
 * read-only mode stops it.
 *
 * @returns the new generation
 * @throws conflict in the read-only mode
 */
export async function raiseGeneration(tx: Transaction, portal: PortalId, names: readonly string[]): Promise<number> {
  const freeze = await siteFreeze(tx);
  if (freeze !== null) {
    throw conflict(
      `Situs sedang dalam mode baca saja: ${freeze.reason} Naskah tetap dapat ditulis dan diajukan; yang mengubah situs menunggu pengelola membukanya.`,
    );
  }
  return raiseGenerationInUpkeep(tx, portal, names);
}

/** The same for what is no decision of anybody: time that passed, a page made anew. The read-only mode lets it pass. */
export async function raiseGenerationInUpkeep(
  tx: Transaction,
  portal: PortalId,
  names: readonly string[],
): Promise<number> {
  const [row] = await tx
    .update(portals)
    .set({ generation: sql`${portals.generation} + 1` })
    .where(eq(portals.id, portal))
    .returning({ generation: portals.generation });
  if (row === undefined) throw new Error('The portal of a change does not exist.');
  const notice: GenerationNotice = { portalId: portal, generation: row.generation, names: [...new Set(names)] };
  await tx.insert(generationChanges).values({ ...notice, at: now() });
  // A notice holds at most 8000 bytes; whoever gets none of the names reads them from the table.
  const text = JSON.stringify(notice);
  const announced = text.length < 7_000 ? text : JSON.stringify({ ...notice, names: [] });
  await tx.execute(sql`select pg_notify(${generationChannel}, ${announced})`);
  return row.generation;
}

/** The generation each portal is at. */
export async function generations(queryable: Queryable): Promise<Map<PortalId, number>> {
  const rows = await queryable.select({ id: portals.id, generation: portals.generation }).from(portals);
  return new Map(rows.map((row) => [row.id, row.generation]));
}

/** The names that changed after `since`, and the generation they lead to. */
export async function changesSince(
  queryable: Queryable,
  portal: PortalId,
  since: number,
): Promise<{ generation: number; names: string[] }> {
  const rows = await queryable
    .select({ generation: generationChanges.generation, names: generationChanges.names })
    .from(generationChanges)
    .where(and(eq(generationChanges.portalId, portal), gt(generationChanges.generation, since)));
  return {
    generation: rows.reduce((highest, row) => Math.max(highest, row.generation), since),
    names: [...new Set(rows.flatMap((row) => row.names))],
  };
}
