import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getServerSession } from 'next-auth';
import { encode } from 'next-auth/jwt';
import { cache } from 'react';
import type { Actor } from '#lib/accounts/actor.ts';
import { knownDeviceDays } from '#lib/accounts/known-device.ts';
import { endSession, type LiveSession, liveSession } from '#lib/accounts/sessions.ts';
import { type SignInAnswer, signIn } from '#lib/accounts/sign-in.ts';
import { config } from '#lib/config.ts';
import { noteUser } from '#lib/trace.ts';
import { authOptions, cookieNames, cookieSeconds, tokenIn } from './auth.ts';
import { deviceOf, networkOf } from './origin.ts';
import { signInPathFrom } from './own-path.ts';

/**
 * Who is asking, once per request: the cookie says which session, the database says who that
 * is and what they may do now. Null when nobody is signed in.
 */
export const currentSession = cache(async (): Promise<LiveSession | null> => {
  const token = await sessionToken();
  const session = token === undefined ? null : await liveSession(token);
  if (session !== null) noteUser(session.actor.userId);
  return session;
});

/** The signed-in actor, or null. */
export async function optionalActor(): Promise<Actor | null> {
  return (await currentSession())?.actor ?? null;
}

/**
 * The signed-in actor. Nobody signed in: goes to the sign-in page.
 *
 * @param here where to come back to, a path of the newsroom
 */
export async function requireActor(here?: string): Promise<Actor> {
  return (await optionalActor()) ?? redirect(signInPathFrom(here));
}

/** Tries a sign-in with what this request tells of its origin, and marks the device when it works. */
export async function trySignIn(email: string, password: string): Promise<SignInAnswer> {
  const [jar, sent] = [await cookies(), await headers()];
  const { device } = cookieNames();
  const answer = await signIn({
    email,
    password,
    device: deviceOf(sent),
    network: networkOf(sent),
    mark: jar.get(device.name)?.value,
  });
  if (answer.outcome === 'signed_in') await markDevice(answer.mark);
  return answer;
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
