import { decisiveRoles, type Role, type SessionAssurance } from '#db/schema/enums.ts';
import { now } from '#lib/clock.ts';
import { config } from '#lib/config.ts';

/** Minutes for which a sign-in, or a fresh confirmation, stands for grave steps. */
export const confirmedMinutes = 15;

type Held = readonly { role: Role }[];

/** Whether somebody with these roles must have a second factor: whoever can approve, publish or administer. */
export function needsSecondFactor(roles: Held): boolean {
  return config().secondFactor === 'required' && isDecisive(roles);
}

/** Whether one of the roles can bring words to readers, or give others such roles. */
export function isDecisive(roles: Held): boolean {
  return roles.some(({ role }) => decisiveRoles.some((decisive) => decisive === role));
}

/** What a session still owes before anything is done in its person's name. */
export type Owed = 'nothing' | 'second_step' | 'first_factor';

/**
 * The one place that decides whether a session is sure enough. Every request asks it, whichever door the
 * session came through.
 *
 * Whoever has a second factor is in only by it, also where it is voluntary. Whoever needs one and has none
 * must set one up, and can do nothing else until then, unless a trusted provider has asked for several.
 */
export function stillOwed(session: { roles: Held; assurance: SessionAssurance; hasFactor: boolean }): Owed {
  if (session.hasFactor) return session.assurance === 'second_factor' ? 'nothing' : 'second_step';
  if (!needsSecondFactor(session.roles)) return 'nothing';
  // Without a factor of ours a session is so sure only by the word of a provider whom the operator trusts, still.
  const isByProvider = session.assurance === 'second_factor' && config().signInProvider?.isTrustedForFactors === true;
  return isByProvider ? 'nothing' : 'first_factor';
}

/** Whether its person has shown lately that it is they, as grave steps ask. */
export function isConfirmed({ confirmedAt }: { confirmedAt: Date | null }): boolean {
  return confirmedAt !== null && now().getTime() - confirmedAt.getTime() <= confirmedMinutes * 60_000;
}
