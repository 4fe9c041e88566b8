import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { database, transaction } from '#db/client.ts';
import { users } from '#db/schema/index.ts';
import { notAllowed } from '#lib/errors.ts';
import type { UserId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { recordEvent } from '#lib/record/events.ts';
import { finishSignIn, type SignedIn } from './finish-sign-in.ts';
import { knownDevice } from './known-device.ts';
import { type PasskeyAnswer, spendPasskey } from './passkeys.ts';
import { spendRecoveryCode } from './recovery-codes.ts';
import { closeSecondStep, owedSecondStep, renewSession, type SessionStanding } from './sessions.ts';
import { type Origin, signInTries } from './sign-in-tries.ts';
import { giveTryBack, type TryKey, takeTry } from './throttle.ts';
import { spendTotp } from './totp.ts';

/** What the page of the second step sends. */
export const secondStepInput = z.strictObject({ code: z.string().max(60) });

export type SecondStepAnswer =
  | SignedIn
  | { outcome: 'refused' }
  | { outcome: 'throttled'; until: Date }
  /** The ten minutes are over, or it was made already: begin with the password. */
  | { outcome: 'ended' };

/** Makes the second step of a sign-in with a code of the app or a recovery code. */
export async function takeSecondStep(token: string, code: string, origin: Origin): Promise<SecondStepAnswer> {
  const owed = await owedSecondStep(token);
  if (owed === null) return { outcome: 'ended' };
  const until = await triedCode(owed.userId, code, origin);
  if (until instanceof Date) return { outcome: 'throttled', until };
  return until ? finishOwed(owed, origin) : { outcome: 'refused' };
}

/** Makes it with a passkey. A passkey of somebody else does not do. */
export async function takeSecondStepByPasskey(
  token: string,
  answer: PasskeyAnswer,
  origin: Origin,
): Promise<SecondStepAnswer> {
  const owed = await owedSecondStep(token);
  if (owed === null) return { outcome: 'ended' };
  const whose = await spendPasskey(database(), `second_step ${owed.sessionId}`, answer);
  return whose === owed.userId ? finishOwed(owed, origin) : { outcome: 'refused' };
}

/** Signs in with a passkey alone: the device and what unlocks it are two factors. */
export async function signInByPasskey(
  answer: PasskeyAnswer,
  origin: Origin,
): Promise<Exclude<SecondStepAnswer, { outcome: 'ended' }>> {
  const keys = [{ kind: 'network', of: origin.network }] as const;
  const until = takeTry(keys);
  if (until !== undefined) return { outcome: 'throttled', until };
  const userId = await spendPasskey(database(), 'sign_in', answer);
  if (userId === undefined) {
    log('warn', 'sign_in_failed', { by: 'passkey', network: origin.network });
    return { outcome: 'refused' };
  }
  giveTryBack(keys);
  return finishSignIn(userId, origin, 'second_factor');
}

/**
 * Confirms with a passkey that it is still the same person; the session goes on under a new token.
 *
 * @throws notAllowed when the passkey is not one of theirs
 */
export async function confirmByPasskey(held: SessionStanding, answer: PasskeyAnswer): Promise<{ token: string }> {
  const whose = await spendPasskey(database(), `confirm ${held.sessionId}`, answer);
  if (whose !== held.actor.userId) throw notAllowed('Kunci sandi ini tidak cocok dengan akun Anda. Coba lagi.');
  return renewSession(database(), held.sessionId);
}

/**
 * Tries a code of the app or a recovery code, and counts it. A device of the owner counts for itself, so
 * nobody who knows the password can use the owner's tries up.
 *
 * @returns whether it fits, or the moment to try again
 */
export async function triedCode(userId: UserId, code: string, origin: Origin): Promise<boolean | Date> {
  const keys = keysOf(userId, origin);
  const until = takeTry(keys);
  if (until !== undefined) {
    log('warn', 'second_step_throttled', { user: userId, network: origin.network });
    return until;
  }
  const isTotp = /^\s*\d[\d\s]*$/.test(code);
  const fits = isTotp ? await spendTotp(database(), userId, code) : await spentRecoveryCode(userId, code);
  if (!fits) {
    log('warn', 'second_step_failed', { user: userId, network: origin.network });
    return false;
  }
  giveTryBack(keys);
  return true;
}

async function spentRecoveryCode(userId: UserId, code: string): Promise<boolean> {
  return transaction(async (tx) => {
    if (!(await spendRecoveryCode(tx, userId, code))) return false;
    await recordEvent(tx, {
      ...{ portalId: null, actorId: userId, actorRole: null, verb: 'use_recovery_code', subjectId: userId },
    });
    return true;
  });
}

async function finishOwed(
  owed: NonNullable<Awaited<ReturnType<typeof owedSecondStep>>>,
  origin: Origin,
): Promise<SecondStepAnswer> {
  if (!(await transaction((tx) => closeSecondStep(tx, owed.sessionId)))) return { outcome: 'ended' };
  // The password's own try stood until now: who knows it and no more cannot ask for second steps without end.
  const [user] = await database().select({ email: users.email }).from(users).where(eq(users.id, owed.userId));
  if (user !== undefined) giveTryBack(signInTries(user.email, owed.userId, origin));
  return finishSignIn(owed.userId, origin, 'second_factor');
}

function keysOf(userId: UserId, { mark, network }: Origin): TryKey[] {
  const device = mark === undefined ? undefined : knownDevice(userId, mark);
  if (device !== undefined) return [{ kind: 'factorFromDevice', of: `${userId} ${device}` }];
  return [
    { kind: 'factorFromNetwork', of: `${userId} ${network}` },
    { kind: 'factorFromStrangers', of: userId },
  ];
}
