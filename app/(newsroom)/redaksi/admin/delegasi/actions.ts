'use server';

import { delegationInputs } from '#lib/accounts/delegation-input.ts';
import { delegateRole, endDelegation } from '#lib/accounts/delegations.ts';
import { endAbsence, recordAbsence, takeLeave } from '#lib/accounts/leave.ts';
import { confirmedAction, verbAction } from '#lib/web/action.ts';

export const delegateRoleAction = confirmedAction(delegationInputs.delegateRole, delegateRole, ({ inForce }) => ({
  message: inForce
    ? 'Delegasi dicatat. Ia berlaku sejak hari pertama dan berakhir sendiri.'
    : 'Delegasi dicatat. Ia berlaku setelah diterima admin lain atau redaktur pelaksana, dan berakhir sendiri.',
}));

export const endDelegationAction = verbAction(delegationInputs.endDelegation, endDelegation);

export const recordAbsenceAction = verbAction(delegationInputs.recordAbsence, recordAbsence, () => ({
  message: 'Cuti dicatat. Selama itu antrean tidak menunggunya.',
}));

export const endAbsenceAction = verbAction(delegationInputs.endAbsence, endAbsence);

export const takeLeaveAction = verbAction(delegationInputs.takeLeave, takeLeave, ({ lent, waiting }) => ({
  message: [
    'Cuti Anda dicatat. Selama itu antrean tidak menunggu Anda.',
    lent > 0 ? `${lent} peran diserahkan kepada pengganti Anda.` : '',
    waiting > 0 ? `${waiting} di antaranya menunggu diterima orang kedua.` : '',
  ]
    .filter((part) => part !== '')
    .join(' '),
}));
