import { desc, eq, inArray } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { articles, editions, signatures } from '#db/schema/index.ts';
import { config } from '#lib/config.ts';
import { invalid } from '#lib/errors.ts';
import { byPublication, heldSignatures } from './edition-record.ts';
import { fitsSeal } from './going-live.ts';

/** Live editions looked at: a lost key shows in the newest, and one that was altered does not stop a start. */
const lookedAt = 20;

/**
 * Stops a start whose keys do not belong to this database: readers would see nothing, and every
 * new signature would be made under a key that nobody expects.
 *
 * @throws invalid when none of the newest live editions' signatures or cards holds, or the last
 * one was signed under names of keys that are not in the ring
 */
export async function requireFittingKeys(queryable: Queryable): Promise<void> {
  const newest = await queryable
    .select({ edition: editions, article: articles })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    // Retracted ones are not in the index; without it a start at a million articles runs out of time.
    .where(inArray(editions.state, ['published', 'archived']))
    .orderBy(byPublication)
    .limit(lookedAt);
  const ids = newest.map(({ edition }) => edition.id);
  if (ids.length === 0) return;
  const signed = await queryable
    .select({ editionId: signatures.editionId, keyId: signatures.keyId })
    .from(signatures)
    .where(inArray(signatures.editionId, ids))
    .orderBy(desc(signatures.id));
  const [last] = signed;
  if (last === undefined) return;
  const known = new Set(config().signingKeys.map((key) => key.id));
  // A key that was lost soon after it was made has signed little, but it signed last.
  const lastIsKnown = signed.some(({ editionId, keyId }) => editionId === last.editionId && known.has(keyId));
  const held = await heldSignatures(queryable, ids);
  const sealed = newest.find(({ edition, article }) => fitsSeal(edition, article));
  if (lastIsKnown && held.size > 0 && sealed !== undefined) return;
  const lost = lastIsKnown && held.size > 0 ? newest[0]?.edition.cardKeyId : last.keyId;
  throw invalid([
    {
      field: 'SIGNING_KEYS',
      code: 'keys_do_not_fit',
      text: `Kunci tanda tangan tidak cocok dengan basis data ini: tanda tangan atau segel artikel terbaru tidak dapat diperiksa. Artikel itu memakai kunci bernama "${lost}". Kembalikan kunci itu ke dalam SIGNING_KEYS (mode contoh: berkas secrets.json pada folder data).`,
    },
  ]);
}
