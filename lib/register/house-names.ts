import { and, eq } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client.ts';
import type { HouseNameState } from '#db/schema/enums.ts';
import { houseNames } from '#db/schema/index.ts';
import type { Actor } from '#lib/accounts/actor.ts';
import { now } from '#lib/clock.ts';
import { conflict, notFound } from '#lib/errors.ts';
import type { HouseNameId } from '#lib/ids.ts';
import { mayDecideNames, proposingPortal, requireDecider, requireProposer } from './register-access.ts';
import { logChange, recordChange, written } from './register-change.ts';
import type { RegisterInput } from './register-input.ts';

/** Where a word stands in the list after it has been proposed. */
export type Proposed = { houseNameId: HouseNameId; state: HouseNameState };

/**
 * Proposes a name or word as right: one tap at a finding of the checks. It counts for everyone once an
 * editor approves it; an editor's own counts at once. A word that stands in the list already stays as it is.
 *
 * @param input without a portal it is the one the person writes for
 */
export async function proposeHouseName(actor: Actor, input: RegisterInput<'proposeHouseName'>): Promise<Proposed> {
  const portalId = input.portalId ?? proposingPortal(actor);
  const { word } = input;
  return transaction(async (tx) => {
    const role = requireProposer(actor, portalId);
    const isDecided = mayDecideNames(actor, portalId);
    const at = now();
    const [added] = await tx
      .insert(houseNames)
      .values({
        portalId,
        word,
        proposedBy: actor.userId,
        proposedAt: at,
        ...(isDecided
          ? { state: 'approved' as const, decidedBy: actor.userId, decidedAt: at }
          : { state: 'proposed' as const }),
      })
      .onConflictDoNothing()
      .returning();
    if (added === undefined) {
      const there = written(
        await tx
          .select()
          .from(houseNames)
          .where(and(eq(houseNames.portalId, portalId), eq(houseNames.word, word)))
          .for('update'),
      );
      if (!isDecided || there.state === 'approved') return { houseNameId: there.id, state: there.state };
      await settle(tx, actor, there.id, 'approved');
      const detail = { houseNameId: there.id, word };
      await recordChange(tx, { actor, role, portalId, verb: 'approve_house_name', detail });
      return { houseNameId: there.id, state: 'approved' };
    }
    const change = { actor, role, portalId, detail: { houseNameId: added.id, word } };
    if (isDecided) await recordChange(tx, { ...change, verb: 'add_house_name' });
    else await logChange(tx, { ...change, verb: 'propose_house_name' });
    return { houseNameId: added.id, state: added.state };
  });
}

/**
 * An editor's decision on a proposal. A refused word stays known, so that it is not proposed over and over.
 *
 * @throws conflict when another editor has decided already
 */
export function decideHouseName(
  actor: Actor,
  { houseNameId, decision }: RegisterInput<'decideHouseName'>,
): Promise<void> {
  return transaction(async (tx) => {
    const { portalId, word, state } = await nameToChange(tx, houseNameId);
    const role = requireDecider(actor, portalId);
    if (state !== 'proposed') {
      throw conflict('Usulan ini sudah diputuskan redaktur lain. Muat ulang halaman untuk melihat keputusannya.');
    }
    const isApproved = decision === 'approve';
    await settle(tx, actor, houseNameId, isApproved ? 'approved' : 'refused');
    const change = { actor, role, portalId, detail: { houseNameId, word } };
    if (isApproved) await recordChange(tx, { ...change, verb: 'approve_house_name' });
    else await logChange(tx, { ...change, verb: 'refuse_house_name' });
  });
}

/** Takes a word out of the list, whatever had been decided: it may be proposed again. */
export function removeHouseName(actor: Actor, { houseNameId }: RegisterInput<'removeHouseName'>): Promise<void> {
  return transaction(async (tx) => {
    const { portalId, word } = await nameToChange(tx, houseNameId);
    const role = requireDecider(actor, portalId);
    await tx.delete(houseNames).where(eq(houseNames.id, houseNameId));
    await recordChange(tx, { actor, role, portalId, verb: 'remove_house_name', detail: { houseNameId, word } });
  });
}

async function nameToChange(tx: Transaction, id: HouseNameId) {
  const [row] = await tx.select().from(houseNames).where(eq(houseNames.id, id)).for('update');
  if (row === undefined) throw notFound('house name');
  return row;
}

async function settle(tx: Transaction, actor: Actor, id: HouseNameId, state: 'approved' | 'refused'): Promise<void> {
  await tx.update(houseNames).set({ state, decidedBy: actor.userId, decidedAt: now() }).where(eq(houseNames.id, id));
}
