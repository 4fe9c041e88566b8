'use server';

import { letInAccount, letInContact, revokePass } from '#lib/press/embargo-passes.ts';
import { pressInputs } from '#lib/press/press-input.ts';
import { verbAction } from '#lib/web/action.ts';
import { embargoAddress } from '#lib/web/embargo-portal.ts';

export const letInContactAction = verbAction(
  pressInputs.letInContact,
  (actor, input) => letInContact(actor, input, embargoAddress),
  (result) => ({ result }),
);
export const letInAccountAction = verbAction(pressInputs.letInAccount, letInAccount, () => ({
  message: 'Akun ini sekarang dapat membaca naskah sesudah masuk.',
}));
export const revokePassAction = verbAction(pressInputs.revokePass, revokePass, () => ({ message: 'Akses dicabut.' }));
