import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '#db/client.ts';
import { users } from '#db/schema/index.ts';
import { reason } from '#lib/accounts/account-input.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { conflict, notFound } from '#lib/errors.ts';
import { currentFreeze, type Freezing, freezeSite, unfreezeSite } from '#lib/record/site-freeze.ts';

export const readOnlyInputs = {
  begin: z.strictObject({ reason }),
  end: z.strictObject({}),
};

/** The read-only mode as the operator page tells of it. */
export type ReadOnlyMode = {
  reason: string;
  since: Date;
  /** The name of who began it; null for the server's command line, where alone it ends then. */
  by: string | null;
};

/** Whether this person may begin and end the read-only mode from the newsroom. */
export function mayFreeze(actor: Actor): boolean {
  return actor.roles.some(({ role }) => role === 'admin');
}

/** The read-only mode, if it is on. */
export async function readOnlyMode(): Promise<ReadOnlyMode | null> {
  const freeze = await currentFreeze();
  if (freeze === null) return null;
  const { reason: why, since, by } = freeze;
  const [person] = by === null ? [] : await database().select({ name: users.name }).from(users).where(eq(users.id, by));
  return { reason: why, since, by: person?.name ?? null };
}

/**
 * Begins the read-only mode, on every portal and machine; a second reason takes the place of the first.
 *
 * @returns whether it was not on already
 * @throws not_found for whoever is no admin, conflict where the server began it
 */
export async function beginReadOnly(actor: Actor, { reason: why }: z.output<typeof readOnlyInputs.begin>) {
  return freezeSite(why, adminStep(actor));
}

/**
 * Ends the read-only mode that was begun from the newsroom.
 *
 * @throws not_found for whoever is no admin, conflict where the server began it or it is off
 */
export async function endReadOnly(actor: Actor): Promise<void> {
  if (!(await unfreezeSite(adminStep(actor)))) throw conflict('Mode baca saja sudah berakhir. Muat ulang halaman.');
}

function adminStep(actor: Actor): Freezing {
  const held = actor.roles.find(({ role }) => role === 'admin');
  if (held === undefined) throw notFound('operations');
  return { portalId: held.portalId, actorId: actor.userId, actorRole: held.role };
}
