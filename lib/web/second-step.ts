import { z } from 'zod';
import { confirmByPassword, confirmInput } from '#lib/accounts/confirmation.ts';
import { removeFactor, type removeFactorInput } from '#lib/accounts/factor-changes.ts';
import { factorsOf } from '#lib/accounts/factor-reads.ts';
import {
  addPasskey,
  type addPasskeyInput,
  newPasskeyOptions,
  passkeyAnswer,
  passkeyOptions,
} from '#lib/accounts/passkeys.ts';
import { makeRecoveryCodes } from '#lib/accounts/recovery-codes.ts';
import {
  confirmByPasskey,
  type SecondStepAnswer,
  secondStepInput,
  signInByPasskey,
  takeSecondStep,
  takeSecondStepByPasskey,
} from '#lib/accounts/second-step.ts';
import { owedSecondStep, type SessionStanding } from '#lib/accounts/sessions.ts';
import { addTotp, type addTotpInput } from '#lib/accounts/totp.ts';
import { notAllowed } from '#lib/errors.ts';
import { securityPath } from '#lib/urls.ts';
import type { Done } from './form-answer.ts';
import { ownPath } from './own-path.ts';
import { markDevice, putSecondStep, putSession, requestOrigin, secondStepToken } from './session.ts';
import { tooManyTries } from './sign-in.ts';

const goTo = z.string().max(2_000).default('');

export const secondStepForm = secondStepInput.extend({ goTo });
export const passkeyForm = z.strictObject({ answer: passkeyAnswer, goTo });
/** What asks for a challenge: nothing. */
export const nothing = z.strictObject({});

/** What the page of the second step shows; null when nobody owes one in this browser. */
export async function secondStepHere(): Promise<{ hasPasskey: boolean; hasApp: boolean } | null> {
  const token = await secondStepToken();
  const owed = token === undefined ? null : await owedSecondStep(token);
  if (owed === null) return null;
  const kinds = (await factorsOf(owed.userId)).map(({ kind }) => kind);
  return { hasPasskey: kinds.includes('passkey'), hasApp: kinds.includes('totp') };
}

/** Makes the second step with a code. */
export async function takeSecondStepHere(input: z.output<typeof secondStepForm>): Promise<Done<undefined>> {
  const token = (await secondStepToken()) ?? '';
  return goneIn(await takeSecondStep(token, input.code, await requestOrigin()), input.goTo, {
    refused: 'Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya, lalu coba lagi.',
  });
}

/** The challenge for a passkey as second step. */
export async function secondStepOptionsHere() {
  const owed = await owedSecondStep((await secondStepToken()) ?? '');
  if (owed === null) throw hasEnded();
  return { result: await passkeyOptions(`second_step ${owed.sessionId}`, owed.userId) };
}

/** Makes the second step with a passkey. */
export async function takeSecondStepByPasskeyHere(input: z.output<typeof passkeyForm>): Promise<Done<undefined>> {
  const token = (await secondStepToken()) ?? '';
  return goneIn(await takeSecondStepByPasskey(token, input.answer, await requestOrigin()), input.goTo, passkeyRefused);
}

/** The challenge for signing in with a passkey alone. */
export async function signInOptionsHere() {
  return { result: await passkeyOptions('sign_in') };
}

/** Signs in with a passkey alone. */
export async function signInByPasskeyHere(input: z.output<typeof passkeyForm>): Promise<Done<undefined>> {
  return goneIn(await signInByPasskey(input.answer, await requestOrigin()), input.goTo, passkeyRefused);
}

const passkeyRefused = { refused: 'Kunci sandi ini tidak dikenal di sini. Masuk dengan surel dan kata sandi.' };

async function goneIn(answer: SecondStepAnswer, wanted: string, says: { refused: string }): Promise<Done<undefined>> {
  switch (answer.outcome) {
    case 'ended':
      throw hasEnded();
    case 'refused':
      throw notAllowed(says.refused);
    case 'throttled':
      throw tooManyTries(answer.until);
    case 'signed_in':
      await putSession(answer.token);
      await putSecondStep();
      await markDevice(answer.mark);
      return { goTo: ownPath(wanted) };
  }
}

function hasEnded(): Error {
  return notAllowed('Waktu untuk langkah kedua sudah habis. Masuk lagi dari awal.');
}

/** Makes an authenticator app the second factor; this browser goes on under a new token. */
export async function addTotpHere(held: SessionStanding, input: z.output<typeof addTotpInput>) {
  await putSession((await addTotp(held, input)).token);
  return { goTo: `${securityPath}?pesan=terpasang` };
}

/** The challenge for a new passkey. */
export async function newPasskeyOptionsHere(held: SessionStanding) {
  return { result: await newPasskeyOptions(held) };
}

/** Adds a passkey. */
export async function addPasskeyHere(held: SessionStanding, input: z.output<typeof addPasskeyInput>) {
  await putSession((await addPasskey(held, input)).token);
  return { goTo: `${securityPath}?pesan=terpasang` };
}

/** Removes a second factor. */
export async function removeFactorHere(held: SessionStanding, input: z.output<typeof removeFactorInput>) {
  await putSession((await removeFactor(held, input)).token);
  return { goTo: `${securityPath}?pesan=dihapus` };
}

/** Makes recovery codes, to be shown this once. */
export async function makeRecoveryCodesHere(held: SessionStanding) {
  return { result: await makeRecoveryCodes(held) };
}

export const confirmForm = confirmInput.extend({ goTo });

/** Confirms with the password, and goes back to where it was asked for. */
export async function confirmHere(held: SessionStanding, { password, goTo: wanted }: z.output<typeof confirmForm>) {
  await putSession((await confirmByPassword(held, { password })).token);
  return confirmed(wanted);
}

/** The challenge for confirming with a passkey. */
export async function confirmOptionsHere(held: SessionStanding) {
  return { result: await passkeyOptions(`confirm ${held.sessionId}`, held.actor.userId) };
}

/** Confirms with a passkey. */
export async function confirmByPasskeyHere(held: SessionStanding, input: z.output<typeof passkeyForm>) {
  await putSession((await confirmByPasskey(held, input.answer)).token);
  return confirmed(input.goTo);
}

/** Back to where one came from, or, in a tab of its own, the word that it may be closed. */
function confirmed(wanted: string): Done<undefined> {
  if (wanted !== '') return { goTo: ownPath(wanted) };
  return { message: 'Terkonfirmasi. Tutup tab ini, lalu kirim lagi formulir Anda.' };
}
