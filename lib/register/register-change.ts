import { sql } from 'drizzle-orm';
import { sqlState, type Transaction } from '#db/client.ts';
import type { Role } from '#db/schema/enums.ts';
import { registerVersions } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { conflict, invalid } from '#lib/errors.ts';
import type { PortalId } from '#lib/ids.ts';
import type { EventVerb } from '#lib/record/event-labels.ts';
import { recordEvent } from '#lib/record/events.ts';

/** What the audit log is told of a change: identifiers and short names, no words of articles. */
export type Change = { actor: Actor; role: Role; portalId: PortalId; verb: EventVerb; detail: Record<string, unknown> };

/** Ends a change of the register: what was made of it is old now, and the log knows why. */
export async function recordChange(tx: Transaction, change: Change): Promise<void> {
  await raiseRegister(tx, change.portalId);
  await logChange(tx, change);
}

/** Remembers a step that changes nothing of what checks read, such as a proposal. */
export function logChange(tx: Transaction, { actor, role, portalId, verb, detail }: Change): Promise<void> {
  return recordEvent(tx, { portalId, actorId: actor.userId, actorRole: role, verb, detail });
}

async function raiseRegister(tx: Transaction, portalId: PortalId): Promise<void> {
  await tx
    .insert(registerVersions)
    .values({ portalId })
    .onConflictDoUpdate({
      target: registerVersions.portalId,
      set: { version: sql`${registerVersions.version} + 1` },
    });
}

/** The entry is no longer what the person saw. */
export function changedMeanwhile(): Error {
  return conflict(
    'Entri ini sudah diubah orang lain sejak Anda membukanya. Muat ulang halaman untuk melihat yang terbaru, lalu ulangi perubahan Anda.',
  );
}

/** Runs a write; an entry of that name which stands already is said at its field. */
export async function unlessThere<T>(write: PromiseLike<T>, field: string, text: string): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (sqlState(error) === '23505') throw invalid([{ field, code: 'already_there', text }]);
    throw error;
  }
}

/** The one row a write gave back. */
export function written<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('A row of the register was not written.');
  return row;
}
