import type { Transaction } from '#db/client.ts';
import type { EditionId } from '#lib/ids.ts';
import { addJob } from '#lib/jobs/queue.ts';

/** Cards are painted one after another, so that a morning of publications never takes all workers. */
const cardQueue = 'cards';
/** Over about an hour: a card that cannot be painted is done without. */
const mostAttempts = 8;

/** Asks, with the transaction that goes live, for the picture shown where the edition's link is shared. */
export async function askForShareCard(tx: Transaction, editionId: EditionId): Promise<void> {
  const options = { queueName: cardQueue, jobKey: `share_card:${editionId}`, maxAttempts: mostAttempts };
  await addJob(tx, 'draw_share_card', { editionId }, options);
}
