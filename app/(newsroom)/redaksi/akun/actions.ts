'use server';

import { z } from 'zod';
import { changePasswordInput, endOwnSession, endOwnSessionInput } from '#lib/accounts/own-account.ts';
import { signInPath } from '#lib/urls.ts';
import { verbAction } from '#lib/web/action.ts';
import { changePasswordHere, signOutEverywhere } from '#lib/web/sign-in.ts';

export const changePasswordAction = verbAction(changePasswordInput, changePasswordHere, () => ({
  message: 'Kata sandi diganti. Semua perangkat lain sudah dikeluarkan.',
}));

export const endSessionAction = verbAction(endOwnSessionInput, endOwnSession);

export const endAllSessionsAction = verbAction(z.strictObject({}), signOutEverywhere, () => ({ goTo: signInPath }));
