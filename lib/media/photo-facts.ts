import { inArray } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import type { PhotoOrigin } from '#db/schema/enums.ts';
import { assets } from '#db/schema/index.ts';
import type { AssetId } from '#lib/ids.ts';

/** What checks of a text ask of its photos. */
export type PhotoFacts = {
  showsChild: boolean;
  hasConsent: boolean;
  origin: PhotoOrigin;
  /** The last day (`2026-01-14`) on which it may be used; null without an end. */
  rightsUntil: string | null;
};

/** Consent, child, origin and rights of photos by id; what does not exist is left out. Says nothing of who may see them. */
export async function photoFactsFor(
  queryable: Queryable,
  assetIds: readonly AssetId[],
): Promise<Map<AssetId, PhotoFacts>> {
  if (assetIds.length === 0) return new Map();
  const rows = await queryable
    .select({
      id: assets.id,
      showsChild: assets.showsChild,
      hasConsent: assets.hasConsent,
      origin: assets.origin,
      rightsUntil: assets.rightsUntil,
    })
    .from(assets)
    .where(inArray(assets.id, [...new Set(assetIds)]));
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}
