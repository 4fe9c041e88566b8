import { asc, eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { events } from '#db/schema/index.ts';
import type { EditionId } from '#lib/ids.ts';

/** What the log has of an edition, in its order. */
export async function verbsOf(id: EditionId): Promise<string[]> {
  const rows = await database()
    .select({ verb: events.verb })
    .from(events)
    .where(eq(events.editionId, id))
    .orderBy(asc(events.seq));
  return rows.map(({ verb }) => verb);
}
