import { headers } from 'next/headers';
import { z } from 'zod';
import type { Actor } from '#lib/accounts/actor.ts';
import { redeemCode, type redeemInput } from '#lib/accounts/codes.ts';
import { changePassword, type changePasswordInput, endOwnSessions } from '#lib/accounts/own-account.ts';
import { signInInput } from '#lib/accounts/sign-in.ts';
import { notAllowed } from '#lib/errors.ts';
import { secondStepPath, signInPath } from '#lib/urls.ts';
import type { Done } from './form-answer.ts';
import { deviceOf } from './origin.ts';
import { ownPath } from './own-path.ts';
import { closeSession, currentSession, markDevice, putSecondStep, putSession, trySignIn } from './session.ts';
import { minutesUntil } from './too-often.ts';

/** What the sign-in page sends. */
export const signInForm = signInInput.extend({ goTo: z.string().max(2_000).default('') });

/** Signs in from the page and goes on to where the person wanted to be, by way of the second step where one is owed. */
export async function signInHere(input: z.output<typeof signInForm>): Promise<Done<undefined>> {
  const answer = await trySignIn(input.email, input.password);
  switch (answer.outcome) {
    case 'refused':
    case 'code_refused':
      throw notAllowed('Surel atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.');
    case 'throttled':
      throw tooManyTries(answer.until);
    case 'second_step':
      await putSecondStep(answer.token);
      return { goTo: `${secondStepPath}?tujuan=${encodeURIComponent(ownPath(input.goTo))}` };
    case 'signed_in':
      await putSession(answer.token);
      return { goTo: ownPath(input.goTo) };
  }
}

/** Says that the tries are used up, and when to come back. */
export function tooManyTries(until: Date): Error {
  return notAllowed(
    `Terlalu banyak percobaan yang gagal. Coba lagi dalam ${minutesUntil(until)} menit, atau masuk dari perangkat yang biasa Anda pakai.`,
  );
}

/** Where the sign-in page says that the new password works. The fragment takes the place of the code, which browsers carry along. */
export const passwordSavedPath = `${signInPath}?pesan=sandi-tersimpan#isi`;

/** Uses a code, remembers this device, and goes on to the sign-in page. */
export async function redeemHere(input: z.output<typeof redeemInput>): Promise<Done<undefined>> {
  const { mark, purpose } = await redeemCode(input);
  // After a reset this may be the admin's device, or a thief's: the owner is told when it signs in.
  if (purpose === 'invite') await markDevice(mark);
  await closeSession();
  return { goTo: passwordSavedPath };
}

/** Changes one's own password; this browser goes on under the new session. */
export async function changePasswordHere(actor: Actor, input: z.output<typeof changePasswordInput>): Promise<void> {
  const assurance = (await currentSession())?.assurance;
  const { token } = await changePassword(actor, input, deviceOf(await headers()), assurance);
  await putSession(token);
}

/** Signs out of every device, this one included. */
export async function signOutEverywhere(actor: Actor): Promise<void> {
  await endOwnSessions(actor);
  await closeSession();
}
