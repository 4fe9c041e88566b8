import { and, inArray, type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { articles, assets, editionAssets, editions, namedPeople } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import type { AssetId, PortalId } from '#lib/ids.ts';

/**
 * Photos and documents that are in no words but confidential ones, as a condition on assets that is
 * true for those kept from this person. Otherwise a secret would show in the library of its agency.
 * What readers have seen, what was shared on purpose and one's own uploads are never kept.
 */
export function keptFrom(actor: Actor): SQL {
  const uses = sql`${editionAssets}
    inner join ${editions} on ${editions.id} = ${editionAssets.editionId}
    inner join ${articles} on ${articles.id} = ${editions.articleId}
    where ${editionAssets.assetId} = ${assets.id}`;
  const named = sql`exists (select 1 from ${namedPeople}
    where ${namedPeople.articleId} = ${articles.id} and ${namedPeople.userId} = ${actor.userId})`;
  const managed = portalsWith(actor, 'managing_editor');
  const sentOn =
    managed.length === 0
      ? sql`false`
      : sql`${inArray(articles.portalId, managed)} and ${editions.state} not in ('draft', 'returned', 'discarded')`;
  const audited = portalsWith(actor, 'auditor');
  const isAuditor = audited.length === 0 ? sql`false` : inArray(assets.portalId, audited);
  return sql`(${assets.publicSince} is null and ${assets.sharedAt} is null
    and ${assets.uploadedBy} <> ${actor.userId} and not (${isAuditor})
    and exists (select 1 from ${uses} and ${articles.isConfidential})
    and not exists (select 1 from ${uses} and (not ${articles.isConfidential} or ${named} or (${sentOn}))))`;
}

/** Which of these are kept from this person. */
export async function keptAmong(queryable: Queryable, actor: Actor, ids: readonly AssetId[]): Promise<Set<AssetId>> {
  if (ids.length === 0) return new Set();
  const rows = await queryable
    .select({ id: assets.id })
    .from(assets)
    .where(and(inArray(assets.id, [...ids]), keptFrom(actor)));
  return new Set(rows.map((row) => row.id));
}

const portalsWith = (actor: Actor, role: 'managing_editor' | 'auditor'): PortalId[] =>
  actor.roles.filter((held) => held.role === role).map((held) => held.portalId);
