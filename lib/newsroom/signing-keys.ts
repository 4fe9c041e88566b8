import { desc, inArray } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { liveStates } from '#db/schema/enums.ts';
import { editions, signatures } from '#db/schema/index.ts';
import { invalid } from '#lib/errors.ts';
import { heldSignatures } from './edition-record.ts';

/** Live editions looked at: a lost key shows in the newest, and one that was altered does not stop a start. */
const lookedAt = 20;

/**
 * Stops a start whose keys do not belong to this database: readers would see nothing, and every
 * new signature would be made under a key that nobody expects.
 *
 * @throws invalid when the newest live editions are signed and none of those signatures holds
 */
export async function requireFittingKeys(queryable: Queryable): Promise<void> {
  const newest = await queryable
    .select({ id: editions.id })
    .from(editions)
    .where(inArray(editions.state, liveStates))
    .orderBy(desc(editions.id))
    .limit(lookedAt);
  const ids = newest.map(({ id }) => id);
  if (ids.length === 0) return;
  const [signed] = await queryable
    .select({ keyId: signatures.keyId })
    .from(signatures)
    .where(inArray(signatures.editionId, ids))
    .orderBy(desc(signatures.id))
    .limit(1);
  if (signed === undefined || (await heldSignatures(queryable, ids)).size > 0) return;
  throw invalid([
    {
      field: 'SIGNING_KEYS',
      code: 'keys_do_not_fit',
      text: `Kunci tanda tangan tidak cocok dengan basis data ini: tidak satu pun tanda tangan pada artikel terbaru yang sah. Artikel itu ditandatangani dengan kunci bernama "${signed.keyId}". Kembalikan kunci itu ke dalam SIGNING_KEYS (mode contoh: berkas secrets.json pada folder data).`,
    },
  ]);
}
