import type { Actor } from '#lib/accounts/actor.ts';
import { askForTurnedCopy } from '#lib/media/turn-job.ts';
import { change, entryOf, requirePhoto, requireVersion, rowOf } from './describe.ts';
import type { LibraryInput } from './facts-input.ts';

/**
 * Asks for a copy turned by a quarter. It is a photo of its own: the bytes of one that words were
 * signed with never change.
 */
export function turnPhoto(actor: Actor, { assetId, version, direction }: LibraryInput<'turn'>): Promise<void> {
  return change(actor, [assetId], async (tx, rows, asked) => {
    const row = rowOf(rows, assetId);
    requireVersion(row, version);
    requirePhoto(row);
    await askForTurnedCopy(tx, { assetId, direction, by: asked.userId });
    return [entryOf(asked, row, 'turn_photo', { direction })];
  });
}
