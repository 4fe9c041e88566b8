import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#db/client.ts';
import { liveStates } from '#db/schema/enums.ts';
import { articles, editions, signatures } from '#db/schema/index.ts';
import { config } from '#lib/config.ts';
import type { EditionId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';
import type { LiveRow } from './edition-record.ts';
import { cardOf, fitsSeal } from './going-live.ts';

import { currentKey, sealCard } from './signatures.ts';

/** What sealing anew did. `broken`: addresses of cards that no longer are what was sealed; they were left alone. */
export type Resealed = { keyId: string; resealed: number; broken: string[] };

/** Rows locked at a time: verbs on them wait that long. */
const batch = 100;

/**
 * Whether it is safe to seal under the newest key: a running instance that was started before the
 * key was added would find every card altered. One that signed with it knows it.
 *
 * Ask this first: connections opened meanwhile by this process would count as an instance.
 */
export async function newestKeyIsInUse(): Promise<boolean> {
  const keyId = currentKey(config().signingKeys).id;
  const [row] = await database().execute(sql`
    select not exists (
        select from pg_stat_activity
        where datname = current_database() and application_name = 'ruang-warta' and pid <> pg_backend_pid())
      or exists (select from ${signatures} where ${signatures.keyId} = ${keyId}) as safe`);
  return row?.safe === true;
}

/**
 * Seals the cards of all live editions under the newest key. Signatures stay under their own keys:
 * only whoever signed could sign again. A card that was altered is not made ours.
 */
export async function resealCards(): Promise<Resealed> {
  const keyId = currentKey(config().signingKeys).id;
  const total: Resealed = { keyId, resealed: 0, broken: [] };
  let last: EditionId | undefined;
  for (;;) {
    const rows = await transaction(async (tx) => {
      const found = await underOtherKeys(tx, keyId, last);
      const sound = found.filter((row) => fitsSeal(row.edition, row.article));
      for (const row of sound) await seal(tx, row);
      if (sound.length > 0) {
        await recordEvent(tx, {
          portalId: null,
          actorId: null,
          actorRole: null,
          verb: 'reseal_cards',
          detail: { keyId, cards: sound.length },
        });
      }
      return { found, sound };
    });
    total.resealed += rows.sound.length;
    total.broken.push(
      ...rows.found.filter((row) => !rows.sound.includes(row)).map((row) => row.article.slug ?? row.edition.id),
    );
    last = rows.found.at(-1)?.edition.id;
    if (rows.found.length < batch) return total;
  }
}

function underOtherKeys(tx: Transaction, keyId: string, after: EditionId | undefined): Promise<LiveRow[]> {
  return tx
    .select({ edition: editions, article: articles })
    .from(editions)
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .where(
      and(
        inArray(editions.state, [...liveStates]),
        sql`${editions.cardKeyId} is distinct from ${keyId}`,
        after === undefined ? undefined : gt(editions.id, after),
      ),
    )
    .orderBy(asc(editions.id))
    .limit(batch)
    .for('no key update', { of: editions });
}

async function seal(tx: Transaction, { edition, article }: LiveRow): Promise<void> {
  const card = cardOf(edition, article);
  if (card === undefined) throw new Error('A card that holds has all its parts.');
  await tx.update(editions).set(sealCard(config().signingKeys, card)).where(eq(editions.id, edition.id));
}
