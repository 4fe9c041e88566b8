import type { SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Queryable } from '#db/client.ts';
import { type EditionId, editionId } from '#lib/ids.ts';

const rows = z.array(z.object({ id: editionId }));

/** The editions that a query names in its column `id`, in its order. */
export async function editionIdsOf(db: Queryable, query: SQL): Promise<EditionId[]> {
  return rows.parse([...(await db.execute(query))]).map(({ id }) => id);
}
