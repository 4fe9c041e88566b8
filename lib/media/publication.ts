import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { assets } from '#db/schema/index.ts';
import { conflict, notFound } from '#lib/errors.ts';
import type { AssetId, PortalId, UserId } from '#lib/ids.ts';

/** Lets readers have these documents and the renditions of these photos from now on. The first moment stays. */
export async function markPublic(tx: Transaction, assetIds: readonly AssetId[], at: Date): Promise<void> {
  if (assetIds.length === 0) return;
  await lockInOrder(tx, assetIds);
  await tx
    .update(assets)
    .set({ publicSince: at })
    .where(and(inArray(assets.id, [...assetIds]), isNull(assets.publicSince)));
}

/** Whoever closes a document while somebody publishes it waits, and then finds that edition live. */
async function lockInOrder(tx: Transaction, assetIds: readonly AssetId[]): Promise<void> {
  await tx
    .select({ id: assets.id })
    .from(assets)
    .where(inArray(assets.id, [...assetIds]))
    .orderBy(asc(assets.id))
    .for('no key update');
}

/**
 * Takes documents from readers that no words bring any more; they answer as if they were not there.
 *
 * @returns those that were public
 */
export async function closeDocuments(tx: Transaction, assetIds: readonly AssetId[]): Promise<AssetId[]> {
  if (assetIds.length === 0) return [];
  await lockInOrder(tx, assetIds);
  const closed = await tx
    .update(assets)
    .set({ publicSince: null })
    .where(and(inArray(assets.id, [...assetIds]), eq(assets.kind, 'document'), isNotNull(assets.publicSince)))
    .returning({ id: assets.id });
  return closed.map(({ id }) => id);
}

/**
 * Takes a photo or a document from readers at once: its files answer as if they were not there,
 * and a page shows a neutral box in its place. The files stay, for those who have to judge the case.
 *
 * The row only; who may, the event and the renewal of pages belong to the verb that calls this.
 *
 * @throws notFound when the portal has no such asset, conflict when it is withdrawn already
 */
export async function markWithdrawn(
  tx: Transaction,
  withdrawal: { assetId: AssetId; portalId: PortalId; by: UserId; at: Date; reason: string },
): Promise<void> {
  const ofPortal = and(eq(assets.id, withdrawal.assetId), eq(assets.portalId, withdrawal.portalId));
  const [taken] = await tx
    .update(assets)
    .set({ withdrawnAt: withdrawal.at, withdrawnBy: withdrawal.by, withdrawReason: withdrawal.reason })
    .where(and(ofPortal, isNull(assets.withdrawnAt)))
    .returning({ id: assets.id });
  if (taken !== undefined) return;
  const [known] = await tx.select({ id: assets.id }).from(assets).where(ofPortal);
  throw known === undefined ? notFound('asset') : conflict('Berkas ini sudah ditarik oleh orang lain.');
}
