import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { z } from 'zod';
import '#lib/zod-in-browser.ts';

const csrfAnswer = z.object({ csrfToken: z.string() });
const signInAnswer = z.object({ url: z.string() });

/** How it went; `second_step`: the password was right, and a code is wanted beside it. */
export type SignInAgain = 'signed_in' | 'second_step' | 'code_refused' | 'refused' | 'throttled' | 'failed';

const ours = ['second_step', 'code_refused', 'throttled'] as const;

/**
 * Signs in without leaving the page, so that unsent words stay where they are.
 *
 * @param code the second step, once `second_step` was answered
 * @throws when the server cannot be reached
 */
export function signInAgain(email: string, password: string, code = ''): Promise<SignInAgain> {
  return send({ email, password, code });
}

/**
 * The same with a passkey.
 *
 * @param answer what the device answered to `passkeyChallenge`
 * @throws when the server cannot be reached
 */
export function signInAgainByPasskey(answer: object): Promise<SignInAgain> {
  return send({ passkey: JSON.stringify(answer) });
}

/**
 * What a device must answer to show its passkey; null where none can be used, as under an address of numbers.
 *
 * @throws when the server cannot be reached
 */
export async function passkeyChallenge(): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  const response = await fetch('/api/auth/kunci-sandi', { cache: 'no-store' });
  return response.ok ? response.json() : null;
}

async function send(credentials: Readonly<Record<string, string>>): Promise<SignInAgain> {
  const { csrfToken } = csrfAnswer.parse(await (await fetch('/api/auth/csrf', { cache: 'no-store' })).json());
  const response = await fetch('/api/auth/callback/credentials', {
    method: 'POST',
    body: new URLSearchParams({ ...credentials, csrfToken, json: 'true' }),
  });
  const answer = signInAnswer.safeParse(await response.json());
  if (!answer.success) return 'failed';
  // A sign-in without a valid token is answered with 200 and the address of the sign-in page.
  const reason = new URL(answer.data.url, window.location.href).searchParams;
  if (response.ok && !reason.has('error') && !reason.has('csrf')) return 'signed_in';
  const error = reason.get('error');
  return ours.find((outcome) => outcome === error) ?? (error === 'CredentialsSignin' ? 'refused' : 'failed');
}
