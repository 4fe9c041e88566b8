import { and, eq, ne, or } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { assets } from '#db/schema/index.ts';
import type { AssetId } from '#lib/ids.ts';
import { addJob } from '#lib/jobs/queue.ts';

/** Photos are decoded one after another, so that their jobs never take all workers. */
const photoQueue = 'media';

/** Asks, with the transaction, that everything shown of a photo be made. */
export async function askForRenditions(tx: Transaction, assetId: AssetId): Promise<void> {
  await addJob(tx, 'make_renditions', { assetId }, { queueName: photoQueue, jobKey: `photo:${assetId}` });
}

/**
 * Moves the point around which a photo is cropped. Its card is made anew, so the photo counts
 * as being processed until then; what is there already stays in use meanwhile. Does nothing
 * when the point is where it was, or when the photo could not be decoded.
 *
 * @param focal shares of width and height, 0 to 1
 */
export async function focusPhoto(tx: Transaction, assetId: AssetId, focal: { x: number; y: number }): Promise<void> {
  const [moved] = await tx
    .update(assets)
    .set({ focalX: focal.x, focalY: focal.y, state: 'processing' })
    .where(
      and(
        eq(assets.id, assetId),
        ne(assets.state, 'failed'),
        or(ne(assets.focalX, focal.x), ne(assets.focalY, focal.y)),
      ),
    )
    .returning({ id: assets.id });
  if (moved !== undefined) await askForRenditions(tx, assetId);
}
