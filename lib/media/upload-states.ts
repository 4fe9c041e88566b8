import { inArray } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import type { AssetState } from '#db/schema/enums.ts';
import { assets } from '#db/schema/index.ts';
import type { AssetId } from '#lib/ids.ts';

/** How far uploads are, photos and documents alike; those that do not exist are left out. */
export async function uploadStates(
  queryable: Queryable,
  ids: readonly AssetId[],
): Promise<Map<AssetId, { state: AssetState; withdrawn: boolean }>> {
  if (ids.length === 0) return new Map();
  const rows = await queryable
    .select({ id: assets.id, state: assets.state, withdrawnAt: assets.withdrawnAt })
    .from(assets)
    .where(inArray(assets.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, state, withdrawnAt }) => [id, { state, withdrawn: withdrawnAt !== null }]));
}
