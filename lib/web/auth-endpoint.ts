import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { z } from 'zod';
import { type PasskeyAnswer, passkeyAnswer, passkeyOptions, passkeysWork } from '#lib/accounts/passkeys.ts';
import { signInInput } from '#lib/accounts/sign-in.ts';
import { authOptions } from './auth.ts';
import { answerOf, errorResponse, foreignAnswer, tooLarge } from './error-answer.ts';
import { isFromHere } from './origin.ts';
import { tryPasskey, trySignIn } from './session.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

/** Bytes of a sign-in at most. */
const mostBytes = 8_192;

/** What of next-auth's endpoint we use; everything else is not there. */
const served = ['GET csrf', 'POST callback/credentials', 'POST signout'];
/** Ours beside them: the challenge for a passkey, null where none works. It says nothing of any account. */
const challenge = 'GET kunci-sandi';

/**
 * next-auth's endpoint: signing in from within a page, and signing out. It goes through
 * the same `signIn` as the sign-in page, with the same counting of tries.
 */
export async function authEndpoint(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  const asked = `${request.method} ${nextauth.join('/')}`;
  if (asked === challenge) {
    const options = passkeysWork() ? await passkeyOptions('sign_in') : null;
    return Response.json(options, { headers: { 'cache-control': 'no-store' } });
  }
  if (!served.includes(asked)) return new Response(null, { status: 404 });
  if (request.method === 'POST' && !isFromHere(request.headers)) return errorResponse(foreignAnswer);
  try {
    // next-auth reads whatever comes, so an undeclared length is not taken.
    const length = request.headers.get('content-length');
    if (request.method === 'POST' && (length === null || Number(length) > mostBytes)) throw tooLarge();
    const answer: unknown = await NextAuth(
      request,
      { params: { nextauth } },
      { ...authOptions(), providers: [byCredentials] },
    );
    if (!(answer instanceof Response)) throw new Error('next-auth did not answer.');
    answer.headers.set('cache-control', 'no-store');
    return answer;
  } catch (error) {
    return errorResponse(answerOf(error, 'next-auth'));
  }
}

/** Both steps at once: the window in the page asks for the code when it hears `second_step`. */
const byPassword = signInInput.extend({ code: z.string().max(60).optional() });
const byPasskey = z.strictObject({ passkey: passkeyAnswer }).transform(({ passkey }) => passkey);

const byCredentials = CredentialsProvider({
  credentials: {
    ...{ email: { type: 'email' }, password: { type: 'password' }, code: { type: 'text' } },
    passkey: { type: 'text' },
  },
  async authorize(sent) {
    const input =
      sent?.passkey === undefined
        ? byPassword.safeParse({ email: sent?.email, password: sent?.password, code: sent?.code })
        : byPasskey.safeParse({ passkey: sent.passkey });
    if (!input.success) return null;
    const answer = await answerTo(input.data);
    if (answer.outcome === 'signed_in') return { id: answer.userId, sessionToken: answer.token };
    if (answer.outcome === 'refused') return null;
    // next-auth passes the message of an error on to the caller, so it may be nothing but one of ours.
    throw new Error(answer.outcome);
  },
});

async function answerTo(input: z.output<typeof byPassword> | PasskeyAnswer) {
  try {
    return 'rawId' in input
      ? await tryPasskey(input)
      : await trySignIn(input.email, input.password, input.code || undefined);
  } catch (error) {
    answerOf(error, 'sign-in');
    return { outcome: 'failed' as const };
  }
}
