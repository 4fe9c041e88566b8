import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Transaction, transaction } from '#db/client.ts';
import type { FactorKind } from '#db/schema/enums.ts';
import { recoveryCodes, secondFactors, users } from '#db/schema/index.ts';
import { notAllowed, notFound } from '#lib/errors.ts';
import { secondFactorId, type UserId } from '#lib/ids.ts';
import { recordEvent } from '#lib/record/events.ts';
import type { AccountInput } from './account-input.ts';
import type { Actor } from './actor.ts';
import { personToChange } from './administration.ts';
import { needsSecondFactor } from './assurance.ts';
import { putOnHold } from './codes.ts';
import { requireConfirmed } from './confirmation.ts';
import { factorsOf } from './factor-reads.ts';
import { endAllSessions, renewSession, type SessionStanding } from './sessions.ts';

/** The most second factors one person has. */
export const mostFactors = 10;

/**
 * What follows upon a second factor that was just shown to work: the session in hand is surer and bears a
 * new token, all other sessions end, and the audit log has it.
 *
 * @param add adds the row, with the person held
 * @throws invalid when the person has not confirmed lately; notAllowed beyond `mostFactors`
 */
export function addFactor(
  held: SessionStanding,
  kind: FactorKind,
  add: (tx: Transaction) => Promise<unknown>,
): Promise<{ token: string }> {
  requireConfirmed(held);
  const { userId } = held.actor;
  return transaction(async (tx) => {
    await holdPerson(tx, userId);
    if ((await factorsOf(userId, tx)).length >= mostFactors) {
      throw notAllowed(`Paling banyak ${mostFactors} langkah kedua. Hapus yang tidak dipakai dahulu.`);
    }
    await add(tx);
    const renewed = await renewSession(tx, held.sessionId, 'second_factor');
    await endAllSessions(tx, userId, held.sessionId);
    await recordEvent(tx, {
      ...{ portalId: null, actorId: userId, actorRole: null, verb: 'add_factor', subjectId: userId, detail: { kind } },
    });
    return renewed;
  });
}

export const removeFactorInput = z.strictObject({ factorId: secondFactorId });

/**
 * Removes one of one's own second factors. All other sessions end.
 *
 * @throws notAllowed for the last one of somebody who must have one; notFound for somebody else's
 */
export function removeFactor(
  held: SessionStanding,
  { factorId }: z.output<typeof removeFactorInput>,
): Promise<{ token: string }> {
  requireConfirmed(held);
  const { userId, roles } = held.actor;
  return transaction(async (tx) => {
    await holdPerson(tx, userId);
    const own = await factorsOf(userId, tx);
    const factor = own.find((candidate) => candidate.factorId === factorId);
    if (factor === undefined) throw notFound('factor');
    if (own.length === 1 && needsSecondFactor(roles)) {
      throw notAllowed('Peran Anda mewajibkan langkah kedua. Pasang penggantinya dahulu, lalu hapus yang ini.');
    }
    await tx.delete(secondFactors).where(and(eq(secondFactors.id, factorId), eq(secondFactors.userId, userId)));
    if (own.length === 1) await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
    const renewed = await renewSession(tx, held.sessionId, own.length === 1 ? 'password' : undefined);
    await endAllSessions(tx, userId, held.sessionId);
    await recordEvent(tx, {
      ...{ portalId: null, actorId: userId, actorRole: null, verb: 'remove_factor', subjectId: userId },
      detail: { kind: factor.kind },
    });
    return renewed;
  });
}

/**
 * Removes all second factors of somebody who has lost them. Their sessions end, and decisive roles wait for
 * a second person, as after a reset: otherwise one admin could get in under another name.
 *
 * @throws notAllowed for oneself, and where there is nothing to remove
 */
export function removeSecondFactor(actor: Actor, input: AccountInput<'removeSecondFactor'>): Promise<void> {
  return transaction(async (tx) => {
    const { userId, reason } = input;
    await personToChange(tx, actor, userId);
    if (userId === actor.userId) throw notAllowed('Langkah kedua Anda sendiri diatur di halaman Akun.');
    const kinds = await dropFactors(tx, userId);
    if (kinds.length === 0) throw notAllowed('Orang ini tidak memasang langkah kedua. Muat ulang halaman.');
    const waiting = await putOnHold(tx, userId, actor.userId);
    await recordEvent(tx, {
      ...{ portalId: null, actorId: actor.userId, actorRole: 'admin', verb: 'remove_second_factor', subjectId: userId },
      detail: { reason, kinds, waiting },
    });
  });
}

/**
 * Takes all second factors away inside the transaction of the verb that does, and ends the sessions.
 *
 * @returns the kinds there were
 */
export async function dropFactors(tx: Transaction, userId: UserId): Promise<FactorKind[]> {
  const dropped = await tx
    .delete(secondFactors)
    .where(eq(secondFactors.userId, userId))
    .returning({ kind: secondFactors.kind });
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await endAllSessions(tx, userId);
  return dropped.map(({ kind }) => kind);
}

/** Two changes to one person's factors follow each other. */
async function holdPerson(tx: Transaction, userId: UserId): Promise<void> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update');
}
