'use server';

import { administrationInputs } from '#lib/administration/administration-input.ts';
import { addReason, editReason, moveReason } from '#lib/administration/reasons.ts';
import { verbAction } from '#lib/web/action.ts';

export const addReasonAction = verbAction(administrationInputs.addReason, addReason, () => ({
  message: 'Alasan ditambahkan.',
}));

export const editReasonAction = verbAction(administrationInputs.editReason, editReason, () => ({
  message: 'Tersimpan.',
}));

export const moveReasonAction = verbAction(administrationInputs.moveReason, moveReason);
