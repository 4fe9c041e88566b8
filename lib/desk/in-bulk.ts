import { isDatabaseAway } from '#db/client.ts';
import { domainErrorCode } from '#lib/errors.ts';
import type { EditionId } from '#lib/ids.ts';
import { logBug } from '#lib/log.ts';
import type { BulkOutcome } from './bulk-outcome.ts';

/**
 * Does the same to several editions, each in a transaction of its own, one after another: what is refused for
 * one is done to the others all the same.
 */
export async function inBulk<Item extends { editionId: EditionId }>(
  items: readonly Item[],
  act: (item: Item) => Promise<unknown>,
): Promise<BulkOutcome[]> {
  const outcomes: BulkOutcome[] = [];
  for (const item of items) outcomes.push(await oneOf(item, act));
  return outcomes;
}

async function oneOf<Item extends { editionId: EditionId }>(
  item: Item,
  act: (item: Item) => Promise<unknown>,
): Promise<BulkOutcome> {
  const { editionId } = item;
  try {
    await act(item);
    return { editionId, refusal: null };
  } catch (error) {
    return { editionId, refusal: refusalText(error) };
  }
}

/** Why one was not done, in words; what is nobody's refusal is logged and given a number. */
function refusalText(error: unknown): string {
  const code = domainErrorCode(error);
  if (code === 'not_found') return 'Tidak ada, atau bukan untuk Anda.';
  if (code !== undefined && code !== 'integrity' && error instanceof Error) return error.message;
  const id = logBug('bulk', error);
  return isDatabaseAway(error)
    ? 'Basis data sedang tidak dapat dihubungi. Coba lagi sebentar lagi.'
    : `Galat yang tidak terduga. Sampaikan nomor ini kepada admin: ${id}.`;
}
