import type { Transaction } from '#db/client.ts';
import type { AssetId, UserId } from '#lib/ids.ts';
import { addJob } from '#lib/jobs/queue.ts';

export type Direction = 'left' | 'right';
export type Turn = { assetId: AssetId; direction: Direction; by: UserId };

/** Asks, with the transaction, for a copy of a photo turned by a quarter; it waits in the line of photos to be decoded. */
export async function askForTurnedCopy(tx: Transaction, turn: Turn): Promise<void> {
  const { assetId, direction, by } = turn;
  await addJob(
    tx,
    'turn_photo',
    { assetId, direction, by },
    { queueName: 'media', jobKey: `turn:${assetId}:${direction}`, maxAttempts: 5 },
  );
}
