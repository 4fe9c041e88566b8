'use server';

import { accountInputs } from '#lib/accounts/account-input.ts';
import { issueCode } from '#lib/accounts/codes.ts';
import { removeSecondFactor } from '#lib/accounts/factor-changes.ts';
import { createPerson, editPerson, endSessionsOf } from '#lib/accounts/people.ts';
import { endRole, grantRole } from '#lib/accounts/roles.ts';
import { suspend, unsuspend } from '#lib/accounts/suspension.ts';
import { eraseAccount, eraseInput } from '#lib/privacy/erase-account.ts';
import { confirmedAction, verbAction } from '#lib/web/action.ts';

export const createPersonAction = verbAction(
  accountInputs.createPerson,
  createPerson,
  ({ userId, invite }, person) => ({
    message: `${person.name} ditambahkan.`,
    result: { ...invite, userId, name: person.name, phone: person.phone },
  }),
);

export const editPersonAction = confirmedAction(accountInputs.editPerson, editPerson, () => ({
  message: 'Tersimpan.',
}));

export const issueCodeAction = confirmedAction(accountInputs.issueCode, issueCode, (code) => ({ result: code }));

export const endSessionsAction = verbAction(accountInputs.endSessions, endSessionsOf, () => ({
  message: 'Semua sesi orang ini sudah diakhiri.',
}));

export const suspendAction = verbAction(accountInputs.suspend, suspend, ({ voided }) => ({
  message: `Akun dibekukan.${voided > 0 ? ` ${voided} tanda tangan tidak berlaku lagi.` : ''}`,
}));

export const unsuspendAction = confirmedAction(accountInputs.unsuspend, unsuspend, () => ({
  message: 'Pembekuan dicabut.',
}));

export const grantRoleAction = confirmedAction(accountInputs.grantRole, grantRole, ({ inForce }) => ({
  message: inForce
    ? 'Peran diberikan dan langsung berlaku.'
    : 'Peran dicatat. Peran ini berlaku setelah diterima admin lain atau redaktur pelaksana.',
}));

export const endRoleAction = confirmedAction(accountInputs.settleRole, endRole);

export const removeSecondFactorAction = confirmedAction(accountInputs.removeSecondFactor, removeSecondFactor, () => ({
  message: 'Langkah kedua dihapus. Orang ini masuk dengan kata sandi, lalu memasang yang baru.',
}));

export const eraseAction = confirmedAction(eraseInput, eraseAccount, () => ({
  message: 'Data diri dihapus. Namanya tetap ada pada tanda tangan dan jejak audit.',
}));
