import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getServerSession } from 'next-auth';
import { encode } from 'next-auth/jwt';
import { cache } from 'react';
import type { Actor } from '#lib/accounts/actor.ts';
import { knownDeviceDays } from '#lib/accounts/known-device.ts';
import type { PasskeyAnswer } from '#lib/accounts/passkeys.ts';
import { signInByPasskey } from '#lib/accounts/second-step.ts';
import {
  endSession,
  type LiveSession,
  type SessionStanding,
  secondStepMinutes,
  sessionStanding,
} from '#lib/accounts/sessions.ts';
import { type SignInAnswer, signIn } from '#lib/accounts/sign-in.ts';
import type { Origin } from '#lib/accounts/sign-in-tries.ts';
import { config } from '#lib/config.ts';
import { noteUser } from '#lib/trace.ts';
import { securityPath } from '#lib/urls.ts';
import { authOptions, cookieNames, cookieSeconds, tokenIn } from './auth.ts';
import { deviceOf, networkOf } from './origin.ts';
import { signInPathFrom } from './own-path.ts';

/** What stands behind the cookie, once per request: the database says who that is and what they may do now. */
const currentStanding = cache(async (): Promise<SessionStanding | null> => {
  const token = await sessionToken();
  const found = token === undefined ? null : await sessionStanding(token);
  if (found !== null) noteUser(found.actor.userId);
  return found;
});

/** Who is asking, through which session. Null when nobody is signed in, or not surely enough. */
export async function currentSession(): Promise<LiveSession | null> {
  const found = await currentStanding();
  return found?.standing === 'full' ? found : null;
}

/** The signed-in actor, or null. */
export async function optionalActor(): Promise<Actor | null> {
  return (await currentSession())?.actor ?? null;
}

/** Whether somebody is here who must set up a second factor before anything else. */
export async function mustSetUpFirst(): Promise<boolean> {
  return (await currentStanding())?.standing === 'must_set_up';
}

/**
 * The signed-in actor. Nobody signed in: goes to the sign-in page; a second factor missing: to where it is set up.
 *
 * @param here where to come back to, a path of the newsroom
 */
export async function requireActor(here?: string): Promise<Actor> {
  const actor = await optionalActor();
  if (actor !== null) return actor;
  return redirect((await mustSetUpFirst()) ? securityPath : signInPathFrom(here));
}

/** The session in hand, also of somebody who must first set up a second factor: for the pages and verbs of that alone. */
export async function requireStanding(here: string): Promise<SessionStanding> {
  return (await currentStanding()) ?? redirect(signInPathFrom(here));
}

/** The same where a form must keep what was typed: null when nobody is signed in. */
export const optionalStanding = currentStanding;

/** What this request tells of its origin. */
export async function requestOrigin(): Promise<Origin> {
  const [jar, sent] = [await cookies(), await headers()];
  return { device: deviceOf(sent), network: networkOf(sent), mark: jar.get(cookieNames().device.name)?.value };
}

/** Tries a sign-in with what this request tells of its origin, and marks the device when it works. */
export async function trySignIn(email: string, password: string, code?: string): Promise<SignInAnswer> {
  const answer = await signIn({ email, password, code, ...(await requestOrigin()) });
  if (answer.outcome === 'signed_in') await markDevice(answer.mark);
  return answer;
}

/** The same with a passkey alone. */
export async function tryPasskey(answer: PasskeyAnswer): Promise<Awaited<ReturnType<typeof signInByPasskey>>> {
  const given = await signInByPasskey(answer, await requestOrigin());
  if (given.outcome === 'signed_in') await markDevice(given.mark);
  return given;
}

/** Keeps in this browser that the password was right and the second step is owed; without a token, forgets it. */
export async function putSecondStep(token?: string): Promise<void> {
  const { secondStep } = cookieNames();
  const maxAge = token === undefined ? 0 : secondStepMinutes * 60;
  (await cookies()).set(secondStep.name, token ?? '', { ...secondStep.options, maxAge });
}

/** The token of the second step this browser owes, if any. */
export async function secondStepToken(): Promise<string | undefined> {
  return (await cookies()).get(cookieNames().secondStep.name)?.value || undefined;
}

/** Remembers this device as one its owner uses. For actions and route handlers. */
export async function markDevice(mark: string): Promise<void> {
  const { device } = cookieNames();
  (await cookies()).set(device.name, mark, { ...device.options, maxAge: knownDeviceDays * 86_400 });
}

/** Puts a session into this browser, exactly as next-auth does after its own sign-in. */
export async function putSession(token: string): Promise<void> {
  const { session } = cookieNames();
  const value = await encode({ token: { sessionToken: token }, secret: config().authSecret, maxAge: cookieSeconds });
  (await cookies()).set(session.name, value, { ...session.options, maxAge: cookieSeconds });
}

/** Ends the session of this browser: its row, then its cookie. For actions and route handlers. */
export async function closeSession(): Promise<void> {
  const token = await sessionToken();
  if (token !== undefined) await endSession(token);
  const { session } = cookieNames();
  // Not `delete`: a `__Host-` cookie is only replaced by one that is Secure as well.
  (await cookies()).set(session.name, '', { ...session.options, maxAge: 0 });
}

/** The token in the cookie. next-auth answers with an object also when there is no session: only the token counts. */
async function sessionToken(): Promise<string | undefined> {
  const options = authOptions();
  const session = await getServerSession({
    ...options,
    // Only here, on the server, does the token leave the cookie; the endpoint never shows it.
    callbacks: { ...options.callbacks, session: ({ token }) => ({ token: tokenIn(token) }) },
  });
  return session?.token || undefined;
}
