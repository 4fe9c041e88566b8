import { and, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { database, transaction } from '#db/client.ts';
import { articles, editions } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { type EditionId, editionId, type PortalId } from '#lib/ids.ts';
import { leaveNoChoice } from '#lib/search/hits.ts';
import { byPublication } from './edition-record.ts';
import { isPublic } from './public.ts';

/**
 * Publications that are looked through from the newest on. What many titles hold is found among them; what is
 * not is so rare that the index of titles finds all that there is.
 */
const mostWalked = 2_000;

/** By fewer letters in a row the index finds nothing. */
const lookedUp = /[\p{L}\p{N}]{3}/u;

const rows = z.array(z.object({ id: editionId }));

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
  const newest = await idsOf(sql`
    select id from (
      select ${editions.id} as id, ${editions.title} as title from ${editions}
      inner join ${articles} on ${articles.id} = ${editions.articleId}
      where ${inPortal} order by ${byPublication} limit ${mostWalked}
    ) ${editions} where ${holds} limit ${limit}`);
  if (newest.length === limit || text === '' || !lookedUp.test(text)) return newest;
  return transaction(async (tx) => {
    await leaveNoChoice(tx);
    const found = await tx.execute(sql`
      with holding as materialized (
        select id from ${editions} where ${holds} and ${editions.state} in ('published', 'archived')
      )
      select ${editions.id} as id from holding
      inner join ${editions} on ${editions.id} = holding.id
      inner join ${articles} on ${articles.id} = ${editions.articleId}
      where ${inPortal} order by ${byPublication} limit ${limit}`);
    return rows.parse([...found]).map(({ id }) => id);
  });
}

async function idsOf(query: SQL): Promise<EditionId[]> {
  return rows.parse([...(await database().execute(query))]).map(({ id }) => id);
}
