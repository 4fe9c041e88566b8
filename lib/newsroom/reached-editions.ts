import { and, arrayOverlaps, inArray, or, type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { agencyRoles, type Role } from '#db/schema/enums.ts';
import { articles, coWriters, editions, namedPeople } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import type { AgencyId, EditionId, PortalId } from '#lib/ids.ts';
import { confidedTo } from './confidence.ts';
import { editionIdsOf } from './edition-ids.ts';

export const agenciesOf = (actor: Actor, roles: readonly Role[] = agencyRoles): AgencyId[] =>
  actor.roles.flatMap((held) => (held.agencyId !== null && roles.includes(held.role) ? [held.agencyId] : []));
export const portalsWhere = (actor: Actor, roles: readonly Role[]): PortalId[] =>
  actor.roles.flatMap((held) => (roles.includes(held.role) ? [held.portalId] : []));

/** What brings an edition within a person's reach: each by itself, since no index leads along several at once. */
function waysTo(actor: Actor): SQL[] {
  const portals = portalsWhere(actor, ['editor', 'managing_editor', 'auditor']);
  const agencies = agenciesOf(actor);
  return [
    ...(portals.length === 0 ? [] : [inArray(articles.portalId, portals)]),
    ...(agencies.length === 0
      ? []
      : [
          inArray(articles.agencyId, agencies),
          inArray(editions.agencyId, agencies),
          // Said as its index has it.
          sql`(${arrayOverlaps(editions.jointAgencyIds, agencies)} and ${editions.jointAgencyIds} <> '{}')`,
        ]),
    sql`${editions.id} in (select ${coWriters.editionId} from ${coWriters} where ${coWriters.userId} = ${actor.userId})`,
    sql`${articles.id} in (select ${namedPeople.articleId} from ${namedPeople} where ${namedPeople.userId} = ${actor.userId})`,
  ];
}

/** What a person may see, as a condition upon editions and articles: the rough cut; `maySee` decides on each row. */
export function withinReach(actor: Actor): SQL | undefined {
  return and(or(...waysTo(actor)), confidedTo(actor));
}

/**
 * The first editions within a person's reach, in an order that an index has.
 *
 * @param wanted.among conditions that each have such an index; what fits any of them is wanted
 * @param wanted.by what orders them, and which way
 */
export async function reachedEditions(
  actor: Actor,
  { among, by, way, limit, offset = 0 }: { among: readonly SQL[]; by: SQL; way: SQL; limit: number; offset?: number },
): Promise<EditionId[]> {
  const branches = waysTo(actor).flatMap((reach) =>
    among.map(
      (where) => sql`
        (select ${editions.id} as id, ${by} as place from ${editions}
        inner join ${articles} on ${articles.id} = ${editions.articleId}
        where ${and(where, reach, confidedTo(actor))} order by ${by} ${way} limit ${offset + limit})`,
    ),
  );
  const rows = sql`
    select id from (${sql.join(branches, sql` union `)}) as reached
    order by place ${way}, id desc limit ${limit} offset ${offset}`;
  return editionIdsOf(database(), rows);
}
