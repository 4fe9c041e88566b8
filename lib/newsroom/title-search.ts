import { and, type SQL, sql } from 'drizzle-orm';
import { database, transaction } from '#db/client.ts';
import { articles, editions } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import type { EditionId, PortalId } from '#lib/ids.ts';
import { leaveNoChoice } from '#lib/search/hits.ts';
import { editionIdsOf } from './edition-ids.ts';
import { byPublication } from './edition-record.ts';
import { isPublic } from './public.ts';

/**
 * Publications that are looked through from the newest on. What many titles hold is found among them; what is
 * not is so rare that the index of titles finds all that there is.
 */
const mostWalked = 2_000;

/** By fewer letters in a row the index finds nothing. */
const lookedUp = /[\p{L}\p{N}]{3}/u;

/** As a pattern of `ilike`: the text anywhere, every sign of it meant as itself. */
export const anywhere = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/**
 * What readers of the portal may see now and whose title holds the text, the newest publication first; one
 * or two letters are looked for among the newest only.
 *
 * @param fits further conditions upon editions and articles
 */
export async function publicByTitle(
  portal: PortalId,
  text: string,
  { fits, limit }: { fits?: SQL | undefined; limit: number },
): Promise<EditionId[]> {
  const inPortal = and(sql`${articles.portalId} = ${portal}`, isPublic(now()), fits);
  const holds = sql`${editions.title} ilike ${anywhere(text)}`;
  const amongNewest = sql`
    select id from (
      select ${editions.id} as id, ${editions.title} as title from ${editions}
      inner join ${articles} on ${articles.id} = ${editions.articleId}
      where ${inPortal} order by ${byPublication} limit ${mostWalked}
    ) ${editions} where ${holds} limit ${limit}`;
  const newest = await editionIdsOf(database(), amongNewest);
  if (newest.length === limit || text === '' || !lookedUp.test(text)) return newest;
  return transaction(async (tx) => {
    await leaveNoChoice(tx);
    const byIndex = sql`
      with holding as materialized (
        select id from ${editions} where ${holds} and ${editions.state} in ('published', 'archived')
      )
      select ${editions.id} as id from holding
      inner join ${editions} on ${editions.id} = holding.id
      inner join ${articles} on ${articles.id} = ${editions.articleId}
      where ${inPortal} order by ${byPublication} limit ${limit}`;
    return editionIdsOf(tx, byIndex);
  });
}
