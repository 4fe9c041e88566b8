import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { assets } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { conflict, notAllowed } from '#lib/errors.ts';
import { markWithdrawn } from '#lib/media/publication.ts';
import { isEditor, isManagingEditor } from '#lib/newsroom/policy.ts';
import { generationNames, raiseGeneration } from '#lib/record/generation.ts';
import { type AssetRow, change, entryOf, requireVersion, rowOf } from './describe.ts';
import type { LibraryInput } from './facts-input.ts';

/**
 * Takes a photo or document from readers at once, wherever it stands: its files are gone for them
 * and pages show a neutral box. The articles and their signatures stay as they are.
 */
export function withdrawAsset(actor: Actor, { assetId, version, reason }: LibraryInput<'withdraw'>): Promise<void> {
  return change(actor, [assetId], async (tx, rows, asked) => {
    const row = rowOf(rows, assetId);
    if (!isEditor(asked, row.portalId)) throw notAllowed('Hanya redaktur yang dapat menarik berkas dari pembaca.');
    requireVersion(row, version);
    await markWithdrawn(tx, { assetId, portalId: row.portalId, by: asked.userId, at: now(), reason });
    await raiseVersion(tx, row);
    await renewReaders(tx, row);
    return [entryOf(asked, row, 'withdraw_asset', { reason })];
  });
}

/** Gives readers back what was withdrawn, in every article that still names it. */
export function restoreAsset(actor: Actor, { assetId, version, reason }: LibraryInput<'restore'>): Promise<void> {
  return change(actor, [assetId], async (tx, rows, asked) => {
    const row = rowOf(rows, assetId);
    if (!isManagingEditor(asked, row.portalId))
      throw notAllowed('Hanya redaktur pelaksana yang dapat memulihkan berkas yang ditarik.');
    requireVersion(row, version);
    if (row.withdrawnAt === null) throw conflict('Berkas ini tidak sedang ditarik.');
    await tx
      .update(assets)
      .set({ withdrawnAt: null, withdrawnBy: null, withdrawReason: null })
      .where(eq(assets.id, assetId));
    await raiseVersion(tx, row);
    await renewReaders(tx, row);
    return [entryOf(asked, row, 'restore_asset', { reason })];
  });
}

async function raiseVersion(tx: Transaction, { id }: AssetRow): Promise<void> {
  await tx
    .update(assets)
    .set({ version: sql`${assets.version} + 1` })
    .where(eq(assets.id, id));
}

/**
 * Every page is drawn anew before it is served again: a cover also stands in lists and beside other
 * articles, and a face that must go may be on any of them.
 */
async function renewReaders(tx: Transaction, { portalId, publicSince }: AssetRow): Promise<void> {
  if (publicSince !== null) await raiseGeneration(tx, portalId, [generationNames.site]);
}
