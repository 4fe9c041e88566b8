import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '#db/client.ts';
import { users } from '#db/schema/index.ts';
import type { UserId } from '#lib/ids.ts';
import { log } from '#lib/log.ts';
import { hasSecondFactor } from './factor-reads.ts';
import { finishSignIn, type SignedIn } from './finish-sign-in.ts';
import { passwordLimits } from './password-rules.ts';
import { hashPassword, isWeakerThanNew, verifyPassword } from './passwords.ts';
import { triedCode } from './second-step.ts';
import { startSecondStep } from './sessions.ts';
import { accountMark, type Origin, signInTries } from './sign-in-tries.ts';
import { giveTryBack, takeTry } from './throttle.ts';

/** What a sign-in form sends. Longer texts than any password or address are not looked at. */
export const signInInput = z.strictObject({
  email: z
    .string()
    .max(254)
    .transform((text) => text.trim().toLowerCase()),
  password: z.string().max(passwordLimits.most * 4),
});

/** One try to sign in, with what the request tells of its origin. */
export type SignInTry = z.output<typeof signInInput> &
  Origin & {
    /** The second step along with the password, where one form asks for both. */
    code?: string | undefined;
  };

export type SignInAnswer =
  | SignedIn
  /** The password was right; this token lets the same browser make the second step. */
  | { outcome: 'second_step'; token: string }
  /** The password was right, the code beside it was not. */
  | { outcome: 'code_refused' }
  /** Unknown, wrong, suspended, never invited: one answer for all. */
  | { outcome: 'refused' }
  /** Too many failures. Says nothing about the account, which may not exist. */
  | { outcome: 'throttled'; until: Date };

/**
 * Signs somebody in: the only way to a session by password. Whoever has a second factor gets no session
 * here without it.
 *
 * Whether the account exists, has a password or is suspended shows neither in the answer
 * nor in the work done: each try reads one row and derives one key.
 */
export async function signIn(attempt: SignInTry): Promise<SignInAnswer> {
  const [user] = await database()
    .select({ id: users.id, passwordHash: users.passwordHash, suspendedAt: users.suspendedAt })
    .from(users)
    .where(eq(users.email, attempt.email));
  const keys = signInTries(attempt.email, user?.id, attempt);
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
  await renewHash(user, attempt.password);
  const hasFactor = await hasSecondFactor(database(), user.id);
  const owed = hasFactor ? await whatIsOwed(user.id, attempt) : undefined;
  // While a second step is owed the try stays spent: `takeSecondStep` gives it back.
  if (owed !== undefined) return owed;
  giveTryBack(keys);
  return finishSignIn(user.id, attempt, hasFactor ? 'second_factor' : 'password');
}

/** What stands between the right password and a session of somebody with a second factor; undefined when the code was right. */
async function whatIsOwed(userId: UserId, attempt: SignInTry): Promise<SignInAnswer | undefined> {
  if (attempt.code === undefined) {
    return { outcome: 'second_step', ...(await startSecondStep(userId, attempt.device)) };
  }
  const tried = await triedCode(userId, attempt.code, attempt);
  if (tried instanceof Date) return { outcome: 'throttled', until: tried };
  return tried ? undefined : { outcome: 'code_refused' };
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
