import { eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { users } from '#db/schema/index.ts';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';
import { log } from '#lib/log.ts';
import { hasSecondFactor } from './factor-reads.ts';
import { finishSignIn, type SignedIn } from './finish-sign-in.ts';
import type { Journey, ShownIdentity } from './provider-journey.ts';
import { renewSession, type SessionStanding, startSecondStep } from './sessions.ts';
import { accountMark, type Origin, signInTries } from './sign-in-tries.ts';
import { giveTryBack, takeTry } from './throttle.ts';

export type ProviderSignIn =
  | SignedIn
  /** The provider knows them; this token lets the same browser make the second step, which is still owed here. */
  | { outcome: 'second_step'; token: string }
  /** Unknown or suspended: one answer for both. */
  | { outcome: 'refused' }
  | { outcome: 'throttled'; until: Date };

/**
 * Signs in whom the provider has vouched for. The account is found by the verified address and by nothing else;
 * none is ever made here, and no name that the provider has for somebody is kept.
 *
 * Tries count as with a password; what is owed after the password is owed here too, unless the operator trusts the
 * provider to have asked for several factors.
 */
export async function signInByProvider(shown: ShownIdentity, origin: Origin): Promise<ProviderSignIn> {
  const [user] = await database()
    .select({ id: users.id, suspendedAt: users.suspendedAt })
    .from(users)
    .where(eq(users.email, shown.email));
  const keys = signInTries(shown.email, user?.id, origin);
  const until = takeTry(keys);
  const about = { by: 'provider', account: accountMark(shown.email), network: origin.network };
  if (until !== undefined) {
    log('warn', 'sign_in_throttled', about);
    return { outcome: 'throttled', until };
  }
  if (user === undefined || user.suspendedAt !== null) {
    log('warn', 'sign_in_failed', about);
    return { outcome: 'refused' };
  }
  const isSure = shown.byManyFactors && config().signInProvider?.isTrustedForFactors === true;
  // While a second step is owed the try stays spent: `takeSecondStep` gives it back.
  if (!isSure && (await hasSecondFactor(database(), user.id)))
    return { outcome: 'second_step', ...(await startSecondStep(user.id, origin.device)) };
  giveTryBack(keys);
  // A provider often lets somebody through who signed in hours ago, or whoever sits there now.
  return finishSignIn(user.id, origin, isSure ? 'second_factor' : 'password', confirmedAt(shown));
}

/** Milliseconds by which the provider's clock may differ from ours. */
const clockTolerance = 30_000;

function confirmedAt({ at }: ShownIdentity): Date | null {
  const present = now().getTime();
  if (at === undefined || at.getTime() > present + clockTolerance) return null;
  return new Date(Math.min(at.getTime(), present));
}

/**
 * Confirms by the provider's word that it is still the same person; the session goes on under a new token.
 *
 * @returns undefined when somebody else was shown, for another session, or nobody was asked anew
 */
export async function confirmByProvider(
  held: SessionStanding,
  journey: Journey,
  shown: ShownIdentity,
): Promise<{ token: string } | undefined> {
  const isThey = journey.confirms === held.sessionId && shown.email === held.actor.email.toLowerCase();
  const isAnew = shown.at !== undefined && shown.at.getTime() >= journey.leftAt - clockTolerance;
  if (isThey && isAnew) return renewSession(database(), held.sessionId);
  log('warn', 'confirmation_failed', { by: 'provider', user: held.actor.userId, isThey, isAnew });
  return undefined;
}
