import { createHmac } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '#db/client.ts';
import { users } from '#db/schema/index.ts';
import { config } from '#lib/config.ts';
import type { UserId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { deviceMark, knownDevice } from './known-device.ts';
import { passwordLimits } from './password-rules.ts';
import { hashPassword, isWeakerThanNew, verifyPassword } from './passwords.ts';
import { startSession } from './sessions.ts';
import { giveTryBack, type TryKey, takeTry } from './throttle.ts';

/** What a sign-in form sends. Longer texts than any password or address are not looked at. */
export const signInInput = z.strictObject({
  email: z
    .string()
    .max(254)
    .transform((text) => text.trim().toLowerCase()),
  password: z.string().max(passwordLimits.most * 4),
});

/** One try to sign in, with what the request tells of its origin. */
export type SignInTry = z.output<typeof signInInput> & {
  /** Coarse name of the device, kept with the session. */
  device: string;
  /** Where it comes from, see `networkOf`. */
  network: string;
  /** The mark an earlier sign-in left on this device, if any. */
  mark: string | undefined;
};

export type SignInAnswer =
  | { outcome: 'signed_in'; userId: UserId; token: string; mark: string }
  /** Unknown, wrong, suspended, never invited: one answer for all. */
  | { outcome: 'refused' }
  /** Too many failures. Says nothing about the account, which may not exist. */
  | { outcome: 'throttled'; until: Date };

/**
 * Signs somebody in: the only way to a session by password.
 *
 * Whether the account exists, has a password or is suspended shows neither in the answer
 * nor in the work done: each try reads one row and derives one key.
 */
export async function signIn(attempt: SignInTry): Promise<SignInAnswer> {
  const [user] = await database()
    .select({ id: users.id, passwordHash: users.passwordHash, suspendedAt: users.suspendedAt })
    .from(users)
    .where(eq(users.email, attempt.email));
  const keys = keysOf(attempt, user?.id);
  const until = takeTry(keys);
  if (until !== undefined) {
    log('warn', 'sign_in_throttled', { account: accountMark(attempt.email), network: attempt.network });
    return { outcome: 'throttled', until };
  }
  const fits = await verifyPassword(user?.passwordHash ?? null, attempt.password);
  if (!fits || user === undefined || user.suspendedAt !== null) {
    // To the log, not to the audit log: strangers must not be able to queue on its chain.
    log('warn', 'sign_in_failed', { account: accountMark(attempt.email), network: attempt.network });
    return { outcome: 'refused' };
  }
  giveTryBack(keys);
  await renewHash(user, attempt.password);
  const { token } = await startSession(user.id, attempt.device);
  log('info', 'signed_in', { user: user.id, network: attempt.network });
  return { outcome: 'signed_in', userId: user.id, token, mark: deviceMark(user.id) };
}

/** Makes a hash of a lower cost anew, while the password is at hand. Somebody who changed it meanwhile is not undone. */
async function renewHash(user: { id: UserId; passwordHash: string | null }, password: string): Promise<void> {
  if (user.passwordHash === null || !isWeakerThanNew(user.passwordHash)) return;
  const passwordHash = await hashPassword(password);
  await database()
    .update(users)
    .set({ passwordHash })
    .where(and(eq(users.id, user.id), eq(users.passwordHash, user.passwordHash)));
}

/** Where this try counts. A known device counts alone; all others count for account and network. */
function keysOf(attempt: SignInTry, userId: UserId | undefined): TryKey[] {
  const device = userId !== undefined && attempt.mark !== undefined ? knownDevice(userId, attempt.mark) : undefined;
  if (device !== undefined) return [{ kind: 'device', of: device }];
  const account = accountMark(attempt.email);
  return [
    { kind: 'network', of: attempt.network },
    { kind: 'accountFromNetwork', of: `${account} ${attempt.network}` },
    { kind: 'accountFromStrangers', of: account },
  ];
}

/** Names an account in logs and counters without writing down an address, which may be a mistyped password. */
function accountMark(email: string): string {
  return createHmac('sha256', config().authSecret).update(`rw1:account\n${email}`).digest('hex').slice(0, 16);
}
