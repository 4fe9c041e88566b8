import { eq } from 'drizzle-orm';
import { database, type Transaction } from '#db/client.ts';
import { portals } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { changedMeanwhile, requireAdmin } from '#lib/accounts/administration.ts';
import { notFound } from '#lib/errors.ts';
import type { PortalId } from '#lib/ids.ts';
import { addJob } from '#lib/jobs/queue.ts';
import { type ChangeDetail, changesNothing } from '#lib/record/changed-fields.ts';
import type { EventVerb } from '#lib/record/event-labels.ts';
import { recordEvent } from '#lib/record/events.ts';
import { type DeskSettings, deskSettingsOf } from '#lib/service-hours/desk-settings.ts';

export type PortalRow = typeof portals.$inferSelect;

/** A portal as its admins arrange it, with what it has set for its desk. */
export type Arrangement = { portal: PortalRow; settings: DeskSettings };

/**
 * The portal's arrangement for an admin of it.
 *
 * @throws notFound for everyone else
 */
export async function arrangementOf(actor: Actor, portalId: PortalId): Promise<Arrangement> {
  requireAdmin(actor, portalId);
  const [portal] = await database().select().from(portals).where(eq(portals.id, portalId));
  if (portal === undefined) throw notFound('portal');
  return { portal, settings: deskSettingsOf(portal.deskSettings) };
}

/**
 * Locks a portal's row for a change of its arrangement.
 *
 * @param seen the version the person saw; undefined where the change stands for itself
 * @throws conflict when somebody changed it since
 */
export async function portalToChange(
  tx: Transaction,
  actor: Actor,
  portalId: PortalId,
  seen?: number,
): Promise<Arrangement> {
  requireAdmin(actor, portalId);
  const [portal] = await tx.select().from(portals).where(eq(portals.id, portalId)).for('no key update');
  if (portal === undefined) throw notFound('portal');
  if (seen !== undefined && portal.version !== seen) throw changedMeanwhile();
  return { portal, settings: deskSettingsOf(portal.deskSettings) };
}

/** Writes some of a portal's settings for its desk, and has what is open counted anew. */
export async function keepSettings(
  tx: Transaction,
  actor: Actor,
  { portal }: Arrangement,
  wanted: Partial<DeskSettings>,
  entry: { verb: EventVerb; detail: ChangeDetail },
): Promise<void> {
  if (changesNothing(entry.detail)) return;
  await tx
    .update(portals)
    .set({ deskSettings: { ...portal.deskSettings, ...wanted }, version: portal.version + 1 })
    .where(eq(portals.id, portal.id));
  await recount(tx, portal.id);
  await recordArranged(tx, actor, portal.id, entry);
}

/** Asks for the targets of everything at the desk to be counted anew. */
export function recount(tx: Transaction, portalId: PortalId): Promise<void> {
  return addJob(tx, 'recount_targets', { portalId }, { jobKey: `recount:${portalId}` });
}

/** The entry of an admin's change; nothing where nothing changed. */
export async function recordArranged(
  tx: Transaction,
  actor: Actor,
  portalId: PortalId,
  { verb, detail }: { verb: EventVerb; detail: ChangeDetail },
): Promise<void> {
  if (changesNothing(detail)) return;
  await recordEvent(tx, { portalId, actorId: actor.userId, actorRole: 'admin', verb, detail });
}
