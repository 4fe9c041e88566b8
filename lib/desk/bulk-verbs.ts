import type { Actor } from '#lib/accounts/actor.ts';
import { invalid } from '#lib/errors.ts';
import { portalOf } from '#lib/newsroom/newsroom-portal.ts';
import { archive, returnEdition, unarchive } from '#lib/newsroom/publishing.ts';
import { spanOf } from '#lib/time-span.ts';
import { assign, setPriority, unassign } from './assigning.ts';
import type { BulkOutcome } from './bulk-outcome.ts';
import type { DeskInputOf } from './desk-inputs.ts';
import { inBulk } from './in-bulk.ts';

/**
 * What may be done to several editions at once. Approving, confirming and publishing are not among it, and
 * no door leads there: each of them stands for having read one text.
 */

/** When a date without an hour is due. */
const usualHour = '16:00';

/** Gives several items to one editor; nobody chosen takes them from whoever has them. */
export async function assignMany(actor: Actor, input: DeskInputOf<'assign'>): Promise<BulkOutcome[]> {
  const { items, assigneeId, dueDay, dueTime, priority, note } = input;
  if (assigneeId === null) return inBulk(items, (item) => unassign(actor, item));
  const dueAt = dueDay === undefined ? null : await momentOf(actor, dueDay, dueTime ?? usualHour);
  return inBulk(items, (item) => assign(actor, { ...item, assigneeId, dueAt, priority, note }));
}

export function setPriorityOfMany(
  actor: Actor,
  { items, priority }: DeskInputOf<'setPriority'>,
): Promise<BulkOutcome[]> {
  return inBulk(items, ({ editionId }) => setPriority(actor, { editionId, priority }));
}

/** Sends several editions back to their writers, each with the same reason and note. */
export function returnMany(actor: Actor, { items, reasonCode, note }: DeskInputOf<'return'>): Promise<BulkOutcome[]> {
  return inBulk(items, ({ editionId, version }) => returnEdition(actor, { editionId, version, reasonCode, note }));
}

/** Takes several published articles out of the front pages; they stay readable, marked. */
export function archiveMany(actor: Actor, { items }: DeskInputOf<'archive'>): Promise<BulkOutcome[]> {
  return inBulk(items, ({ editionId, version }) => archive(actor, { editionId, version }));
}

export function unarchiveMany(actor: Actor, { items }: DeskInputOf<'unarchive'>): Promise<BulkOutcome[]> {
  return inBulk(items, ({ editionId, version }) => unarchive(actor, { editionId, version }));
}

/** A day and an hour of the portal's zone as a moment. */
async function momentOf(actor: Actor, day: string, time: string): Promise<Date> {
  const span = spanOf(day, (await portalOf(actor))?.timeZone ?? 'Asia/Makassar');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  if (span === null) throw invalid([{ field: 'dueDay', code: 'day', text: 'Pilih tanggal tenggatnya.' }]);
  return new Date(span.from.getTime() + (hours * 60 + minutes) * 60_000);
}
